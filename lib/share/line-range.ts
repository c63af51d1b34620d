/** Lines that an address points to: `#L3` and `#L3-L7`. */

export interface LineRange {
  from: number;
  to: number;
}

/** Undefined where the fragment names no lines. */
export function readLineRange(fragment: string): LineRange | undefined {
  const [, first, last = first] = /^#?L(\d{1,7})(?:-L?(\d{1,7}))?$/.exec(fragment) ?? [];
  const [a, b] = [Number(first), Number(last)];
  if (!(a >= 1 && b >= 1)) return undefined;
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

/** The fragment, without its `#`. */
export function writeLineRange({ from, to }: LineRange): string {
  return from === to ? `L${from}` : `L${from}-L${to}`;
}
