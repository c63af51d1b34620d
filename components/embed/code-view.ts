import type { Piece } from '@/lib/highlight/pieces';
import { type El, h } from './element';

/** A line of a program in colours. The style sheet writes its number, so that it is not copied. */
export function lineView(pieces: readonly Piece[], number: number): El {
  const parts = pieces.map(({ text, kind }) =>
    kind ? h('span', { 'data-code': kind }, text) : text,
  );
  return h('code', { 'data-line': number }, ...parts, '\n');
}
