/** Makes a chart's description harmless before Vega sees it. It comes from a program. */
import { ResultError } from './result-failure';

export interface ChartSpec {
  language: 'vega' | 'vega-lite';
  spec: Record<string, unknown>;
  /** In the words of the chart: its title or description. Undefined where it has neither. */
  name: string | undefined;
}

/** More rows than this are not made out of nothing: they would keep the page busy. */
const MAX_GENERATED_ROWS = 100_000;
const MAX_SIDE_PIXELS = 4000;
const MAX_DEPTH = 100;

/**
 * A copy without what reaches beyond the chart: options of the host page (`usermeta`), controls put
 * elsewhere on the page (`bind.element`), listeners on the page (`config.events`). Throws a
 * ResultError where the chart is too large.
 */
export function harmlessChart(chart: Record<string, unknown>): ChartSpec {
  const spec = copy(chart, 0) as Record<string, unknown>;
  const schema = typeof spec.$schema === 'string' ? spec.$schema : '';
  const isVega = schema ? !/vega-lite/.test(schema) : Array.isArray(spec.marks);
  return { language: isVega ? 'vega' : 'vega-lite', spec, name: nameOf(spec) };
}

/** A single Vega-Lite view that names no width may take what the page has. */
export function takesWidth({ language, spec }: ChartSpec): boolean {
  if (language === 'vega' || 'width' in spec) return false;
  const encoding = isRecord(spec.encoding) ? spec.encoding : {};
  const isSingle = 'mark' in spec || 'layer' in spec;
  return isSingle && !['row', 'column', 'facet'].some((channel) => channel in encoding);
}

function copy(value: unknown, depth: number, key = ''): unknown {
  if (depth > MAX_DEPTH) throw new ResultError({ kind: 'chartTooDeep' });
  if (Array.isArray(value)) return value.map((part) => copy(part, depth + 1));
  if (!isRecord(value)) return value;
  if (key === 'sequence' || value.type === 'sequence') checkSequence(value);
  const result: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    if (name === 'usermeta' && depth === 0) continue;
    if (name === 'events' && key === 'config') continue;
    if (name === 'element' && key === 'bind') continue;
    if (name === '__proto__') continue;
    // Data: its fields may have any name, and mean nothing.
    if (name === 'values' || (name === 'datasets' && depth === 0)) {
      result[name] = part;
      continue;
    }
    if ((name === 'width' || name === 'height') && Number(part) > MAX_SIDE_PIXELS) {
      throw new ResultError({ kind: 'chartTooLarge', values: { pixels: MAX_SIDE_PIXELS } });
    }
    // Vega-Lite binds several fields of one parameter by name, each with an element of its own.
    const within = key === 'bind' ? 'bind' : name;
    result[name] = copy(part, depth + 1, within);
  }
  return result;
}

function checkSequence({ start = 0, stop, step = 1 }: Record<string, unknown>): void {
  const rows = Math.abs((Number(stop) - Number(start)) / Number(step));
  if (rows > MAX_GENERATED_ROWS) {
    throw new ResultError({ kind: 'chartTooLong', values: { rows: MAX_GENERATED_ROWS } });
  }
}

function nameOf({ title, description }: Record<string, unknown>): string | undefined {
  const words = isRecord(title) ? title.text : title;
  if (typeof words === 'string' && words) return words.slice(0, 200);
  return typeof description === 'string' && description ? description.slice(0, 200) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
