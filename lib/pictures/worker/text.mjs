// A line of text as SVG, on a grid of cells as in a terminal. Every character is drawn by a font that has it;
// what no font has, and what is no character, is a dot: never an empty box, and nothing moves its neighbours.
// @ts-check
import { emojiSource } from './emoji.mjs';
import { BOLD, fontWith, REGULAR } from './fonts.mjs';

/** @typedef {import('./fonts.mjs').Font} Font */

/** @typedef {import('../card').CardPiece} Piece */

/**
 * @typedef {object} Run characters that are drawn together
 * @property {'grid' | 'wide' | 'flow' | 'emoji' | 'unknown' | 'control'} kind
 * @property {string} text of an emoji the address of its drawing
 * @property {Font} font
 */

/** Of the size of the letters: how wide one of them is. */
export const CELL = 0.6;
const TAB_COLUMNS = 4;
const MAX_MARKS = 3;

const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** What most code is made of. */
const PLAIN = /^[\x20-\x7e]*$/;
/** Text that runs the other way by their order only, and what a terminal does not print. */
const CONTROL = /[\p{Cc}\ufffd\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\u20e3/gu;
const REGIONAL = /[\u{1f1e6}-\u{1f1ff}]/gu;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How wide texts of other fonts are, and which fonts a picture needs. */
export class Typesetter {
  /** @type {Set<Font>} */
  fonts = new Set([REGULAR, BOLD]);
  #measure;

  /** @param {(text: string, font: Font, size: number) => number} measure in pixels */
  constructor(measure) {
    this.#measure = measure;
  }

  /**
   * An image with the fonts that its own letters need; in one that no font has, a dot stands for it.
   * @param {string} source a `data:` address
   */
  image(source) {
    const [head = '', data = ''] = source.split(/(?<=^data:image\/svg\+xml[^,]*,)/);
    if (data === '') return source;
    const svg = decodeURIComponent(data).replace(/[^\p{ASCII}]/gu, (character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      if (REGULAR.has(codePoint)) return character;
      const font = fontWith(codePoint);
      if (font === undefined) return '·';
      this.fonts.add(font);
      return character;
    });
    return head + encodeURIComponent(svg);
  }

  /**
   * Draws pieces one after the other, up to `columns` cells.
   * @param {readonly Piece[]} pieces
   * @param {{ x: number, y: number, size: number, columns: number }} place `y` is where the letters stand
   * @returns {{ svg: string, columns: number, isCut: boolean }}
   */
  line(pieces, { x, y, size, columns }) {
    const cell = size * CELL;
    const svg = [];
    let column = 0;
    for (const { text, fill, ground, bold = false } of pieces) {
      const from = column;
      const drawn = [];
      for (const run of runsOf(text, bold, column)) {
        if (column >= columns) break;
        this.fonts.add(run.font);
        const at = x + column * cell;
        const place = { x: at, y, size, fill, bold };
        if (run.kind === 'grid') {
          // The rest of a word that is longer than the line is cut by its part of the picture.
          const shown = run.text.slice(0, (columns - column) * 2 + 2);
          drawn.push(drawWords(shown, run.font, place));
          column += cellsOf(run.text);
        } else if (run.kind === 'wide') {
          // Two cells are a fifth wider than such a letter.
          const wide = { x: at + cell, y, size: size * 1.1, fill, bold, anchor: 'middle' };
          drawn.push(drawText(run.text, run.font, wide));
          column += 2;
        } else if (run.kind === 'flow') {
          drawn.push(drawText(run.text, run.font, place));
          column += Math.max(1, Math.ceil(this.#measure(run.text, run.font, size) / cell));
        } else if (run.kind === 'emoji') {
          const side = size * 1.12;
          drawn.push(
            `<image x="${round(at + cell - side / 2)}" y="${round(y - size * 0.93)}" width="${round(side)}" height="${round(side)}" href="${run.text}"/>`,
          );
          column += 2;
        } else {
          const colour = run.kind === 'control' ? '#f0b85c' : fill;
          drawn.push(
            `<circle cx="${round(at + cell / 2)}" cy="${round(y - size * 0.3)}" r="${round(size * 0.1)}" fill="${colour}"/>`,
          );
          column += 1;
        }
      }
      if (ground && column > from) {
        svg.push(
          `<rect x="${round(x + from * cell)}" y="${round(y - size * 1.02)}" width="${round((Math.min(column, columns) - from) * cell)}" height="${round(size * 1.36)}" fill="${ground}"/>`,
        );
      }
      svg.push(...drawn);
    }
    return { svg: svg.join(''), columns: column, isCut: column > columns };
  }
}

/**
 * How many cells a text takes, about: what other fonts draw is measured when it is drawn.
 * @param {string} text
 */
export function columnsOf(text) {
  if (PLAIN.test(text)) return text.length;
  let column = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (segment === '\t') column += TAB_COLUMNS - (column % TAB_COLUMNS);
    else column += WIDE.test(segment) || isPicture(segment) ? 2 : 1;
  }
  return column;
}

/** @param {string} text of one cell each, with marks that take none */
const cellsOf = (text) =>
  PLAIN.test(text) ? text.length : [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;

/** @param {string} segment */
const isPicture = (segment) => /^\p{Emoji_Presentation}/u.test(segment);

/**
 * @param {string} text
 * @param {boolean} bold
 * @param {number} column where it begins, for tabs
 * @returns {Run[]}
 */
function runsOf(text, bold, column) {
  const own = bold ? BOLD : REGULAR;
  if (PLAIN.test(text)) return [{ kind: 'grid', text, font: own }];
  /** @type {Run[]} */
  const runs = [];
  let at = column;
  for (const { segment } of segmenter.segment(text.toWellFormed())) {
    if (segment === '\t') {
      const width = TAB_COLUMNS - (at % TAB_COLUMNS);
      add(runs, { kind: 'grid', text: ' '.repeat(width), font: own });
      at += width;
      continue;
    }
    for (const run of runsOfGrapheme(segment, own)) {
      add(runs, run);
      at += run.kind === 'wide' || run.kind === 'emoji' ? 2 : 1;
    }
  }
  return joinWords(runs);
}

/**
 * @param {string} grapheme
 * @param {Font} own
 * @returns {Run[]}
 */
function runsOfGrapheme(grapheme, own) {
  if (CONTROL.test(grapheme)) return [{ kind: 'control', text: '', font: own }];
  const drawing = emojiSource(grapheme);
  if (drawing !== undefined) return [{ kind: 'emoji', text: drawing, font: own }];
  const visible = grapheme
    .normalize('NFC')
    .replace(INVISIBLE, '')
    // A flag is the letters of its country.
    .replace(REGIONAL, (letter) =>
      String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 0x41),
    );
  if (visible === '') return [];
  const characters = [...visible].slice(0, 1 + MAX_MARKS);
  const [base = ''] = characters;
  const whole = characters.join('');
  if (hasAll(own, characters)) return [{ kind: 'grid', text: whole, font: own }];
  const font = fontWith(base.codePointAt(0) ?? 0);
  if (font === undefined) {
    return hasAll(own, [base])
      ? [{ kind: 'grid', text: base, font: own }]
      : [{ kind: 'unknown', text: '', font: own }];
  }
  const shown = hasAll(font, characters) ? whole : base;
  return [{ kind: WIDE.test(base) ? 'wide' : 'flow', text: shown, font }];
}

/** @param {Font} font @param {string[]} characters */
function hasAll(font, characters) {
  return characters.every((character) => font.has(character.codePointAt(0) ?? 0));
}

/** @param {Run[]} runs @param {Run} run */
function add(runs, run) {
  const last = runs.at(-1);
  const isText = run.kind === 'grid' || run.kind === 'flow';
  if (last && isText && last.kind === run.kind && last.font === run.font) last.text += run.text;
  else runs.push({ ...run });
}

/**
 * Words of one other font are one run with the blanks between them: a script that is written from the
 * right has its first word there.
 * @param {Run[]} runs
 */
function joinWords(runs) {
  /** @type {Run[]} */
  const joined = [];
  for (const [index, run] of runs.entries()) {
    const last = joined.at(-1);
    const next = runs[index + 1];
    const isBetween =
      run.kind === 'grid' &&
      run.text.trim() === '' &&
      last?.kind === 'flow' &&
      next?.kind === 'flow';
    if (isBetween && last.font === next.font) last.text += run.text;
    else if (last?.kind === 'flow' && run.kind === 'flow' && last.font === run.font)
      last.text += run.text;
    else joined.push(run);
  }
  return joined;
}

/** Between signs that the font would join: an arrow is not what somebody typed. */
const JOINT = /(?<=[-=<>!&|+*/:?.#~^%$@_])(?=[-=<>!&|+*/:?.#~^%$@_])/;

/**
 * @typedef {object} TextPlace
 * @property {number} x
 * @property {number} y
 * @property {number} size
 * @property {string} fill
 * @property {boolean} bold
 * @property {string} [anchor]
 */

/** @param {string} text of one cell each @param {Font} font @param {TextPlace} place */
function drawWords(text, font, place) {
  let { x } = place;
  return text
    .split(JOINT)
    .map((part) => {
      const svg = drawText(part, font, { ...place, x });
      x += cellsOf(part) * place.size * CELL;
      return svg;
    })
    .join('');
}

/** @param {string} text @param {Font} font @param {TextPlace} place */
function drawText(text, font, { x, y, size, fill, bold, anchor }) {
  if (text.trim() === '') return '';
  // Letters of other fonts have one weight, so a stroke makes them as strong as their neighbours.
  const stroke = size * ((font.isThin ? 0.042 : 0) + (bold && font !== BOLD ? 0.03 : 0));
  const outline =
    stroke === 0 ? '' : ` stroke="${fill}" stroke-width="${round(stroke)}" stroke-linejoin="round"`;
  const weight = font === BOLD ? ' font-weight="700"' : '';
  const middle = anchor ? ` text-anchor="${anchor}"` : '';
  return `<text x="${round(x)}" y="${round(y)}" font-family="${escapeXml(font.family)}" font-size="${round(size)}" fill="${fill}"${weight}${outline}${middle} xml:space="preserve">${escapeXml(text)}</text>`;
}

/** @param {number} pixels */
export function round(pixels) {
  return Math.round(pixels * 100) / 100;
}

/** @type {Record<string, string>} */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text without control characters */
export function escapeXml(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
