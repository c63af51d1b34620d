/**
 * A value of a program as data: what a case gave and what is expected are compared in this form, on the
 * server. What comes out of a sandbox is checked here, since the program can write whatever it likes.
 */

export type Value =
  /** Python's None, JavaScript's null. */
  | { t: 'none' }
  | { t: 'undefined' }
  | { t: 'bool'; v: boolean }
  /** As its language writes it: digits, a fraction, an exponent, `nan`, `inf`, `-inf`, `-0`. */
  | { t: 'number'; v: string }
  | { t: 'bigint'; v: string }
  | { t: 'text'; v: string }
  /** Hexadecimal digits. */
  | { t: 'bytes'; v: string }
  | { t: 'list' | 'tuple' | 'set'; v: Value[] }
  /** A dict, or an object of JavaScript; `map` is JavaScript's Map. */
  | { t: 'dict' | 'map'; v: [Value, Value][] }
  /** Milliseconds since 1970, of JavaScript's Date. */
  | { t: 'date'; v: string }
  /** Whatever else there is: its class, and how it is shown. */
  | { t: 'object'; type: string; v: string }
  /** A value within itself; one that is too large. */
  | { t: 'cycle' }
  | { t: 'cut' };

export type ValueKind = Value['t'];

/** What a harness sends at most, and what an expected value may have. */
export const VALUE_DEPTH = 40;
export const VALUE_NODES = 5000;
const TEXT_LIMIT = 100_000;
const NUMBER = /^(?:-?\d{1,5000}(?:\.\d{1,400})?(?:e[+-]?\d{1,5})?|nan|-?inf)$/;

/** The value that a sandbox sent; undefined where it sent something else. */
export function readValue(given: unknown): Value | undefined {
  let nodes = 0;
  const all = (items: unknown, depth: number): Value[] | undefined => {
    if (!Array.isArray(items)) return undefined;
    const values: Value[] = [];
    for (const item of items) {
      const value = read(item, depth);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  };
  const pairs = (items: unknown, depth: number): [Value, Value][] | undefined => {
    if (!Array.isArray(items)) return undefined;
    const read: [Value, Value][] = [];
    for (const item of items) {
      const [key, value] = all(item, depth) ?? [];
      if (key === undefined || value === undefined) return undefined;
      read.push([key, value]);
    }
    return read;
  };
  const read = (one: unknown, depth: number): Value | undefined => {
    nodes += 1;
    if (nodes > 2 * VALUE_NODES || depth > VALUE_DEPTH + 2) return undefined;
    if (typeof one !== 'object' || one === null) return undefined;
    const { t, v, type } = one as { t?: unknown; v?: unknown; type?: unknown };
    const isText = typeof v === 'string' && v.length <= TEXT_LIMIT;
    switch (t) {
      case 'none':
      case 'undefined':
      case 'cycle':
      case 'cut':
        return { t };
      case 'bool':
        return typeof v === 'boolean' ? { t, v } : undefined;
      case 'number':
        return isText && NUMBER.test(v) ? { t, v } : undefined;
      case 'bigint':
        return isText && /^-?\d{1,5000}$/.test(v) ? { t, v } : undefined;
      case 'bytes':
        return isText && /^[0-9a-f]*$/.test(v) ? { t, v } : undefined;
      case 'date':
        return isText && /^(?:-?\d{1,16}|nan)$/.test(v) ? { t, v } : undefined;
      case 'text':
        return isText ? { t, v } : undefined;
      case 'list':
      case 'tuple':
      case 'set': {
        const values = all(v, depth + 1);
        return values && { t, v: values };
      }
      case 'dict':
      case 'map': {
        const values = pairs(v, depth + 1);
        return values && { t, v: values };
      }
      case 'object':
        return isText && typeof type === 'string' && type.length <= 200
          ? { t, type, v }
          : undefined;
      default:
        return undefined;
    }
  };
  return read(given, 0);
}
