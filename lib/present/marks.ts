/** Lines of a block that the speaker points at. */

/** Both count from 1; `from` is where it began, so that it may be the larger one. */
export interface Mark {
  from: number;
  to: number;
}

export type MarkStep = 'markDown' | 'markUp' | 'extendDown' | 'extendUp';

/** The first step marks the first line, or the last. */
export function movedMark(mark: Mark | undefined, step: MarkStep, lines: number): Mark | undefined {
  if (lines < 1) return undefined;
  const isDown = step.endsWith('Down');
  if (mark === undefined) return isDown ? { from: 1, to: 1 } : { from: lines, to: lines };
  const within = (line: number) => Math.min(lines, Math.max(1, line));
  const to = within(mark.to + (isDown ? 1 : -1));
  return step.startsWith('extend') ? { from: within(mark.from), to } : { from: to, to };
}

/** A click on a line's number marks it, or unmarks what it alone was; with Shift it goes up to there. */
export function clickedMark(
  mark: Mark | undefined,
  line: number,
  extends_: boolean,
): Mark | undefined {
  if (extends_ && mark !== undefined) return { from: mark.from, to: line };
  if (mark?.from === line && mark.to === line) return undefined;
  return { from: line, to: line };
}

export function markedLines({ from, to }: Mark): { first: number; last: number } {
  return { first: Math.min(from, to), last: Math.max(from, to) };
}
