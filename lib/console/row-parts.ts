/** What one row of output is made of: its text, cut where its look or its meaning changes. */
import { type Target, targetsIn } from './targets';
import type { Segment, TextLine } from './text-line';

/** A place where the search has found something, in columns. */
export interface Match {
  from: number;
  to: number;
  /** The one that the reader stands at. */
  isCurrent: boolean;
}

export interface Piece extends Segment {
  /** The column at which it begins. */
  column: number;
  match: 'found' | 'current' | undefined;
}

/** Pieces that lead to the same target, or to none. */
export interface RowPart {
  target: Target | undefined;
  pieces: Piece[];
}

const NO_MATCHES: readonly Match[] = [];

/** The parts of the columns `from` up to `to` of a line; `matches` are in order. */
export function partsOfRow(
  line: TextLine,
  from: number,
  to: number,
  matches: readonly Match[] = NO_MATCHES,
): RowPart[] {
  const parts: RowPart[] = [];
  const targets = targetsIn(line, from, to);
  let column = from;
  for (const segment of line.slice(from, to)) {
    const end = column + segment.text.length;
    let at = column;
    while (at < end) {
      const target = targets.find((one) => one.to > at);
      const match = matches.find((one) => one.to > at);
      const isInTarget = target !== undefined && target.from <= at;
      const isInMatch = match !== undefined && match.from <= at;
      const next = Math.min(
        end,
        (isInTarget ? target.to : target?.from) ?? end,
        (isInMatch ? match.to : match?.from) ?? end,
      );
      addPiece(parts, isInTarget ? target : undefined, {
        ...segment,
        text: segment.text.slice(at - column, next - column),
        column: at,
        match: isInMatch ? (match.isCurrent ? 'current' : 'found') : undefined,
      });
      at = next;
    }
    column = end;
  }
  return parts;
}

function addPiece(parts: RowPart[], target: Target | undefined, piece: Piece): void {
  const last = parts.at(-1);
  if (last && last.target === target) last.pieces.push(piece);
  else parts.push({ target, pieces: [piece] });
}
