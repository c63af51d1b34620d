/** Which forms of a displayed value can be shown here, the best one first. */
import type { RichItem } from '../agentbay/contract';

export type Table = NonNullable<RichItem['table']>;

export type Form =
  | { kind: 'chart'; spec: Record<string, unknown> }
  | { kind: 'table'; table: Table }
  /** `source` is a data: URL whose bytes begin as the format says. */
  | { kind: 'image'; format: 'PNG' | 'JPEG' | 'SVG'; source: string }
  | { kind: 'html'; html: string }
  | { kind: 'markdown'; markdown: string }
  | { kind: 'latex'; latex: string }
  | { kind: 'json'; value: unknown };

const IMAGES = [
  { key: 'png', format: 'PNG', mime: 'image/png', magic: 'iVBORw0KGgo' },
  { key: 'jpeg', format: 'JPEG', mime: 'image/jpeg', magic: '/9j/' },
] as const;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** What Python says of a value that has no text of its own. */
const GENERIC_TEXT = /^<[\w.]+ object(?: at 0x[0-9a-f]+)?>$/;

/** The best form of an item; undefined where it has none but text. */
export function bestForm(item: RichItem): Form | undefined {
  return (
    chartOf(item.chart) ??
    tableOf(item.table) ??
    imageOf(item) ??
    (item.html ? { kind: 'html', html: item.html } : undefined) ??
    (item.markdown ? { kind: 'markdown', markdown: item.markdown } : undefined) ??
    (item.latex ? { kind: 'latex', latex: item.latex } : undefined) ??
    (item.json !== undefined ? { kind: 'json', value: item.json } : undefined)
  );
}

/**
 * The item as text: its own where that says something, else the source of another form. Undefined
 * where there is nothing at all.
 */
export function textOfItem(item: RichItem): string | undefined {
  const { text } = item;
  if (text !== undefined && !GENERIC_TEXT.test(text)) return text;
  return sourceOf(item) ?? text;
}

/** What to call the item where it cannot be seen; undefined where the program does not say. */
export function nameOfItem(item: RichItem): string | undefined {
  const text = item.text?.replace(/^<(.*)>$/s, '$1').trim();
  if (!text || GENERIC_TEXT.test(item.text ?? '')) return undefined;
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function sourceOf({ html, markdown, latex, svg, json, chart }: RichItem): string | undefined {
  const source = markdown ?? latex ?? html ?? svg;
  if (source !== undefined) return source;
  const value = json ?? chart;
  return value === undefined ? undefined : JSON.stringify(value, null, 2);
}

function chartOf(chart: unknown): Form | undefined {
  if (typeof chart !== 'object' || chart === null || Array.isArray(chart)) return undefined;
  return { kind: 'chart', spec: chart as Record<string, unknown> };
}

function tableOf(table: Table | undefined): Form | undefined {
  if (!table || table.columns.length === 0) return undefined;
  const even = table.rows.every((row) => row.length === table.columns.length);
  return even ? { kind: 'table', table } : undefined;
}

function imageOf(item: RichItem): Form | undefined {
  for (const { key, format, mime, magic } of IMAGES) {
    const data = item[key]?.replace(/\s+/g, '');
    if (data?.startsWith(magic) && data.length % 4 === 0 && BASE64.test(data)) {
      return { kind: 'image', format, source: `data:${mime};base64,${data}` };
    }
  }
  const source = item.svg === undefined ? undefined : svgSource(item.svg);
  return source === undefined ? undefined : { kind: 'image', format: 'SVG', source };
}

/** An SVG as a data: URL; as an image it runs no script and loads nothing. Undefined where it is none. */
function svgSource(svg: string): string | undefined {
  const root = /<svg\b[^>]*>/i.exec(svg)?.[0];
  if (root === undefined) return undefined;
  // An image is XML: without the namespace, which HTML forgives, it would not be drawn.
  const whole = root.includes('xmlns=')
    ? svg
    : svg.replace(/<svg\b/i, '<svg xmlns="http://www.w3.org/2000/svg"');
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole.toWellFormed())}`;
}
