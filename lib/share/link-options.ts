/** What can be asked of the page of a shared program, as its address says it. */
import { urlOf } from '../snippets/links';
import { type LineRange, writeLineRange } from './line-range';

export interface LinkOptions {
  /** Absent: always the newest. */
  revision?: number | undefined;
  /** The recorded output is kept back until the reader has written a guess. */
  predict?: boolean;
  /** They are marked. */
  lines?: LineRange | undefined;
}

/** `base`: this server's origin. */
export function linkWith(base: string, id: string, options: LinkOptions): string {
  const { revision, predict = false, lines } = options;
  const query = [revision === undefined ? [] : `revision=${revision}`, predict ? 'predict' : []];
  const words = query.flat().join('&');
  const fragment = lines ? `#${writeLineRange(lines)}` : '';
  return `${base}${urlOf(id)}${words && `?${words}`}${fragment}`;
}

/** Two fields for lines, the second of which may be empty; undefined where they name none of `count`. */
export function linesFrom(first: string, last: string, count: number): LineRange | undefined {
  const [a, b] = [Number(first || last), Number(last || first)];
  if (!Number.isInteger(a) || !Number.isInteger(b) || a < 1 || b < 1) return undefined;
  const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), count)];
  return from > count ? undefined : { from, to };
}
