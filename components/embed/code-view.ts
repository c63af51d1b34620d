import type { Piece } from '@/lib/highlight/pieces';
import { type El, h } from './element';

/** A line of a program in colours. The style sheet writes its number, so that it is not copied. */
export function lineView(pieces: readonly Piece[], number: number): El {
  const parts = pieces.map(({ text, kind }) =>
    kind ? h('span', { 'data-code': kind }, text) : text,
  );
  return h('code', { 'data-line': number }, ...parts, '\n');
}

/** The lines as they are read: what ends with a line feed has no line behind it. */
export function readLines<Line extends readonly Piece[]>(lines: readonly Line[]): readonly Line[] {
  return lines.length > 1 && lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}
