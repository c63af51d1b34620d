import { describe, expect, it } from 'vitest';
import { bestForm, nameOfItem, textOfItem } from './rich-forms';

const PNG = 'iVBORw0KGgoAAAAN';
const table = { columns: ['', 'n'], rows: [['a', 1]], rowCount: 1 };

describe('the best form', () => {
  it('is the first of chart, table, image, HTML, Markdown, LaTeX, JSON', () => {
    const item: Record<string, unknown> = {
      text: 'text',
      json: { a: 1 },
      latex: 'x',
      markdown: 'm',
      html: '<b>',
      svg: '<svg/>',
      jpeg: '/9j/4AAQ',
      png: PNG,
      table,
      chart: { mark: 'bar' },
    };
    const order: string[] = [];
    for (const field of [
      'chart',
      'table',
      'png',
      'jpeg',
      'svg',
      'html',
      'markdown',
      'latex',
      'json',
    ]) {
      const form = bestForm(item);
      order.push(form?.kind === 'image' ? form.format : (form?.kind ?? ''));
      delete item[field];
    }
    expect(order).toEqual([
      'chart',
      'table',
      'PNG',
      'JPEG',
      'SVG',
      'html',
      'markdown',
      'latex',
      'json',
    ]);
    expect(bestForm(item)).toBeUndefined();
  });

  it.each([
    ['a png that is none', { png: 'R0lGODlhAQAB' }],
    ['a png with markup behind', { png: `${PNG}"><script>` }],
    ['a png of half a group', { png: `${PNG}A` }],
    ['a jpeg that is none', { jpeg: PNG }],
    ['an svg without a root', { svg: 'plain words' }],
    ['a chart that is no object', { chart: [1] }],
    ['a table without columns', { table: { ...table, columns: [] } }],
    ['a table with uneven rows', { table: { ...table, rows: [['a']] } }],
    ['nothing but empty strings', { html: '', markdown: '', latex: '' }],
  ])('is not %s', (_name, item) => {
    expect(bestForm(item)).toBeUndefined();
  });

  it('of an image is a data: URL of its own type', () => {
    expect(bestForm({ png: 'iVBORw0K\nGgoAAAAN\n' })).toEqual({
      kind: 'image',
      format: 'PNG',
      source: `data:image/png;base64,${PNG}`,
    });
    const svg = bestForm({ svg: '<?xml version="1.0"?><svg width="1"><text>"é"</text></svg>' });
    expect(svg?.kind === 'image' && decodeURIComponent(svg.source)).toBe(
      'data:image/svg+xml;charset=utf-8,<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="1"><text>"é"</text></svg>',
    );
  });
});

describe('an item as text', () => {
  it('is its own text where that says something, else a source', () => {
    expect(textOfItem({ text: '   n\n0  1', html: '<table>' })).toBe('   n\n0  1');
    expect(textOfItem({ text: '<HTML object>', html: '<b>x</b>' })).toBe('<b>x</b>');
    expect(textOfItem({ text: '<m.C object at 0x7f00>', json: { a: 1 } })).toBe('{\n  "a": 1\n}');
    expect(textOfItem({ text: '<object object at 0x7f00>' })).toBe('<object object at 0x7f00>');
    expect(textOfItem({ chart: {} })).toBe('{}');
    expect(textOfItem({})).toBeUndefined();
  });

  it('names an image', () => {
    expect(nameOfItem({ text: '<Figure size 640x480 with 1 Axes>' })).toBe(
      'Figure size 640x480 with 1 Axes',
    );
    expect(nameOfItem({ text: '<Image object>' })).toBeUndefined();
    expect(nameOfItem({ text: 'x'.repeat(500) })).toHaveLength(201);
  });
});
