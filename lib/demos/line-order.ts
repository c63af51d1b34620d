/** Lines that a reader puts in order, and how far in each is. Pure, so that every way to move a line does the same. */

export interface OrderedLine {
  /** Its number among the lines as they are shown first; its name while it moves. */
  key: number;
  /** Without its indentation where that is asked for. */
  text: string;
  /** Steps in; 0 where that is not asked for. */
  depth: number;
}

const COLUMNS = 4;
export const MAX_DEPTH = 8;

export function firstOrder(lines: readonly string[]): OrderedLine[] {
  return lines.map((text, key) => ({ key, text, depth: 0 }));
}

/** The line at `from` stands at `to` then; places outside are those at the ends. */
export function moved(lines: readonly OrderedLine[], from: number, to: number): OrderedLine[] {
  const next = [...lines];
  const [line] = next.splice(from, 1);
  if (line) next.splice(Math.min(Math.max(0, to), next.length), 0, line);
  return next;
}

export function indented(lines: readonly OrderedLine[], at: number, by: number): OrderedLine[] {
  return lines.map((line, index) =>
    index === at ? { ...line, depth: Math.min(MAX_DEPTH, Math.max(0, line.depth + by)) } : line,
  );
}

/** As code, one line each. */
export function codeOfOrder(lines: readonly OrderedLine[]): string[] {
  return lines.map(({ text, depth }) => ' '.repeat(depth * COLUMNS) + text);
}

/** What was kept as code, in the lines of today; undefined where they are others. */
export function orderOfCode(
  code: string | undefined,
  lines: readonly string[],
): OrderedLine[] | undefined {
  const left = firstOrder(lines);
  const found = code?.split('\n').map((kept): OrderedLine | undefined => {
    const whole = left.findIndex(({ text }) => text === kept);
    const at = whole >= 0 ? whole : left.findIndex(({ text }) => text === kept.trimStart());
    const [line] = at < 0 ? [] : left.splice(at, 1);
    if (!line) return undefined;
    return { ...line, depth: Math.round((kept.length - line.text.length) / COLUMNS) };
  });
  const isWhole = found?.every((line) => line !== undefined) && left.length === 0;
  return isWhole ? (found as OrderedLine[]) : undefined;
}
