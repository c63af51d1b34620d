// How large the letters of a card are, and how its room is divided.
// @ts-check
import { CELL, columnsOf } from './text.mjs';
import { foldPieces } from './wrap.mjs';

/** @typedef {import('../card').CardPart} Part */
/** @typedef {import('../card').CardPiece} Piece */

export const WIDTH = 1200;
export const HEIGHT = 630;
export const MARGIN = 48;
export const GAP = 20;
/** Within a part, at its left and right. */
export const PAD = 26;
/** The height of a part's label. */
export const LABEL = 50;
/** Of the size of the letters. */
export const LINE = 1.5;

const INNER = WIDTH - 2 * MARGIN;
/** The largest that fits; in a chat the picture is a third as wide. Lines are folded where letters would be small. */
const SIZES = [40, 36, 32, 29, 26, 24, 22];
const FOLDED_SIZES = [24, 22, 20];
const SMALLEST = 20;
/** What stands above an image takes room from it. */
const LINES_ABOVE_IMAGE = 3;

/**
 * @typedef {object} Layout
 * @property {number} size of the letters
 * @property {number[]} widths of the parts
 * @property {Piece[][][]} lines of each part, folded where all of them fit then
 */

/**
 * @param {Part[]} given
 * @param {number} height from the top of the parts to the edge of the picture
 * @returns {Layout & { parts: Part[] }}
 */
export function layOut(given, height) {
  const parts = given.map((part) =>
    part.image ? { ...part, lines: part.lines.slice(0, LINES_ABOVE_IMAGE), isCut: false } : part,
  );
  return { parts, ...chosen(parts, height) };
}

/** @param {Part[]} parts @param {number} height @returns {Layout} */
function chosen(parts, height) {
  const room = INNER - GAP * (parts.length - 1);
  for (const size of SIZES) {
    const needed = parts.map((part) => neededWidth(part, size, height));
    const total = needed.reduce((sum, width) => sum + width, 0);
    const rows = rowsIn(height, size);
    if (total <= room && parts.every(({ lines, isCut }) => lines.length <= rows && !isCut)) {
      const extra = (room - total) / parts.length;
      const widths = needed.map((width) => width + extra);
      return { size, widths, lines: parts.map(({ lines }) => lines) };
    }
  }
  for (const size of FOLDED_SIZES) {
    const widths = divide(parts, size, height);
    const rows = rowsIn(height, size);
    const lines = parts.map((part, index) =>
      folded(part, columnsIn(widths[index] ?? 0, size), index === 0),
    );
    const fits = parts.map(({ isCut }, index) => !isCut && (lines[index]?.length ?? 0) <= rows);
    if (size === SMALLEST || fits.every(Boolean)) {
      return {
        size,
        widths,
        lines: parts.map((part, index) => (fits[index] && lines[index]) || part.lines),
      };
    }
  }
  throw new Error('the smallest size is always taken');
}

/** The rest of a line of code stands further in, so that it is no line of its own. */
const HANGING = 4;

/** @param {Part} part @param {number} columns @param {boolean} isCode */
const folded = ({ lines }, columns, isCode) =>
  lines.flatMap((line) => foldPieces(line, columns, isCode ? HANGING : undefined));

/**
 * What is wide gets more, what is narrow no more than it needs.
 * @param {Part[]} parts @param {number} size @param {number} height
 */
function divide(parts, size, height) {
  const room = INNER - GAP * (parts.length - 1);
  const [code = room, output] = parts.map((part) => neededWidth(part, size, height));
  if (output === undefined) return [room];
  const most = parts[1]?.image ? 0.52 : 0.66;
  const share = Math.min(most, Math.max(0.4, code / (code + output)));
  const first = Math.max(room * share, room - output);
  return [first, room - first];
}

/** @param {Part} part @param {number} size @param {number} height */
function neededWidth(part, size, height) {
  const { label, aside = '', image } = part;
  const head = Math.min(28, columnsOf(`${label} ${aside}`) + 3) * 18 * CELL;
  const text = widest(part) * size * CELL + 4;
  const shown = image ? Math.min(560, (height - LABEL - MARGIN) * (image.width / image.height)) : 0;
  return Math.max(head, text, shown, 250) + 2 * PAD;
}

/** @param {Part} part */
function widest({ lines, note = '' }) {
  const columns = lines.map((line) => columnsOf(line.map(({ text }) => text).join('')));
  return Math.max(...columns, columnsOf(note), 8);
}

/** @param {number} width of a part @param {number} size */
export function columnsIn(width, size) {
  return Math.floor((width - 2 * PAD + 6) / (size * CELL));
}

/**
 * How many lines a part has room for that ends above the edge of the picture.
 * @param {number} height @param {number} size
 */
export function rowsIn(height, size) {
  return Math.floor((height - MARGIN + 8 - LABEL - PAD * 0.6) / (size * LINE));
}
