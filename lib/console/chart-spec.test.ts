import { describe, expect, it } from 'vitest';
import { harmlessChart, takesWidth } from './chart-spec';

const LITE = 'https://vega.github.io/schema/vega-lite/v5.json';
const VEGA = 'https://vega.github.io/schema/vega/v5.json';

describe('a chart', () => {
  it('is Vega or Vega-Lite, by its schema or by its form', () => {
    expect(harmlessChart({ $schema: LITE, mark: 'bar' }).language).toBe('vega-lite');
    expect(harmlessChart({ $schema: VEGA }).language).toBe('vega');
    expect(harmlessChart({ mark: 'bar' }).language).toBe('vega-lite');
    expect(harmlessChart({ marks: [] }).language).toBe('vega');
  });

  it('is named by its title, else its description', () => {
    expect(harmlessChart({ title: 'T', description: 'D' }).name).toBe('T');
    expect(harmlessChart({ title: { text: 'T' } }).name).toBe('T');
    expect(harmlessChart({ title: { text: ['T', 'U'] }, description: 'D' }).name).toBe('D');
    expect(harmlessChart({}).name).toBeUndefined();
  });

  it('loses what reaches beyond it, and keeps its data as they are', () => {
    const data = { values: [{ width: 1e9, usermeta: 1, bind: { element: 'kept' } }] };
    const { spec } = harmlessChart({
      usermeta: { embedOptions: {} },
      config: { events: { selector: true }, font: 'kept' },
      signals: [{ name: 's', bind: { input: 'range', element: '#editor' } }],
      params: [{ name: 'p', bind: { a: { input: 'text', element: 'body' } } }],
      data,
    });
    expect(spec).toEqual({
      config: { font: 'kept' },
      signals: [{ name: 's', bind: { input: 'range' } }],
      params: [{ name: 'p', bind: { a: { input: 'text' } } }],
      data,
    });
  });

  it.each([
    ['chartTooLarge', { width: 1e6 }],
    ['chartTooLarge', { layer: [{ height: 5000 }] }],
    ['chartTooLong', { data: { sequence: { start: 0, stop: 1e9 } } }],
    [
      'chartTooLong',
      { data: [{ transform: [{ type: 'sequence', start: 0, stop: 10, step: 1e-9 }] }] },
    ],
  ])('may not be too wide, high or long: %s, %j', (kind, chart) => {
    expect(() => harmlessChart(chart)).toThrow(kind);
  });

  it('may not be nested without end', () => {
    let chart: Record<string, unknown> = {};
    for (let i = 0; i < 200; i++) chart = { vconcat: [chart] };
    expect(() => harmlessChart(chart)).toThrow('chartTooDeep');
  });

  it('takes the page’s width where it is one view that names none', () => {
    const takes = (chart: Record<string, unknown>) => takesWidth(harmlessChart(chart));
    expect(takes({ mark: 'bar' })).toBe(true);
    expect(takes({ layer: [] })).toBe(true);
    expect(takes({ mark: 'bar', width: 200 })).toBe(false);
    expect(takes({ mark: 'bar', encoding: { row: {} } })).toBe(false);
    expect(takes({ hconcat: [] })).toBe(false);
    expect(takes({ marks: [] })).toBe(false);
  });
});
