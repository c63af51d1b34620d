// Text in lines of so many cells.
// @ts-check
import { columnsOf } from './text.mjs';

/** @typedef {import('../card').CardPiece} Piece */

/** Narrower is not worth reading. */
const MIN_COLUMNS = 12;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * At blanks where there are some; what does not fit ends in an ellipsis.
 * @param {string} text @param {number} columns @param {number} maxLines
 */
export function wrap(text, columns, maxLines) {
  /** @type {string[]} */
  const lines = [];
  let rest = text.trim();
  if (columns < 4) return { lines, isCut: true };
  while (rest !== '' && lines.length < maxLines) {
    const isLast = lines.length === maxLines - 1;
    if (columnsOf(rest) <= columns) {
      lines.push(rest);
      return { lines, isCut: false };
    }
    let taken = take(rest, isLast ? columns - 1 : columns);
    const blank = taken.lastIndexOf(' ');
    if (blank > taken.length * 0.6) taken = taken.slice(0, blank);
    rest = rest.slice(taken.length).trim();
    lines.push(isLast ? `${taken.trimEnd()}…` : taken);
  }
  return { lines, isCut: rest !== '' };
}

/** @param {string} text @param {number} columns */
function take(text, columns) {
  let used = 0;
  let taken = '';
  for (const { segment } of segmenter.segment(text)) {
    used += columnsOf(segment);
    if (used > columns) break;
    taken += segment;
  }
  return taken || text.slice(0, 1);
}

/**
 * A line in coloured pieces, as so many rows as it takes. `hanging`: how much further in than its beginning
 * the others stand, where the line is code; undefined: at the edge, as in a terminal.
 * @param {readonly Piece[]} pieces
 * @param {number} columns
 * @param {number} [hanging]
 * @returns {Piece[][]}
 */
export function foldPieces(pieces, columns, hanging) {
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .trimEnd();
  if (columnsOf(text) <= columns || columns < MIN_COLUMNS) return [[...pieces]];
  const start = columnsOf(/^\s*/.exec(text)?.[0] ?? '');
  const indent = hanging === undefined ? 0 : Math.min(start + hanging, Math.floor(columns / 2));
  const ends = [...foldPlaces(text, columns, indent), text.length];
  /** @type {Piece[][]} */
  const rows = [[]];
  let at = 0;
  for (const piece of pieces) {
    let rest = piece.text.slice(0, text.length - at);
    while (rest !== '') {
      const part = rest.slice(0, (ends[rows.length - 1] ?? text.length) - at);
      if (part === '') {
        rows.push(indent === 0 ? [] : [{ text: ' '.repeat(indent), fill: piece.fill }]);
        continue;
      }
      rows.at(-1)?.push({ ...piece, text: part });
      at += part.length;
      rest = rest.slice(part.length);
    }
  }
  return rows;
}

/**
 * Where each row ends: behind a blank where there is one in its last third.
 * @param {string} text @param {number} columns @param {number} indent
 */
function foldPlaces(text, columns, indent) {
  const ends = [];
  let used = 0;
  let blank = 0;
  let start = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const width = columnsOf(segment);
    if (used + width > columns) {
      const isNear = blank > start && columnsOf(text.slice(blank, index)) < columns / 3;
      start = isNear ? blank : index;
      ends.push(start);
      used = indent + columnsOf(text.slice(start, index));
    }
    used += width;
    if (segment === ' ') blank = index + 1;
  }
  return ends;
}
