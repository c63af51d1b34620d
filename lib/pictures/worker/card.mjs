// The picture of a shared program, 1200 by 630: its title, the first lines of its code, what it gave.
// @ts-check
import { GAP, HEIGHT, LABEL, LINE, layOut, MARGIN, PAD, rowsIn, WIDTH } from './layout.mjs';
import { CELL, columnsOf, round } from './text.mjs';
import { wrap } from './wrap.mjs';

/** @typedef {import('../card').CardPiece} Piece */
/** @typedef {import('./text.mjs').Typesetter} Typesetter */

/** @typedef {import('../card').Card} Card */
/** @typedef {import('../card').CardPart} Part */

const TITLE_SIZES = [48, 42, 36];
const COLOURS = {
  ground: '#0c1113',
  panel: '#12191b',
  edge: '#2a3639',
  text: '#e2e9e8',
  muted: '#9dabaa',
  accent: '#4ecbb8',
};

/**
 * @param {Card} card
 * @param {Typesetter} typesetter
 */
export function cardSvg(card, typesetter) {
  const { svg: head, bottom } = header(card, typesetter);
  const top = bottom + 26;
  const given = card.output ? [card.code, card.output] : [card.code];
  const { parts, size, widths, lines } = layOut(given, HEIGHT - top);
  let x = MARGIN;
  const panels = parts.map((part, index) => {
    const width = widths[index] ?? 0;
    const svg = panel(
      { ...part, lines: lines[index] ?? [] },
      { x, top, width, size, name: `p${index}` },
      typesetter,
    );
    x += width + GAP;
    return svg;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${BACKGROUND}${head}${panels.join('')}</svg>`;
}

/** A light in the corner. What a gradient costs is its area. */
const BACKGROUND = `<defs><radialGradient id="glow" gradientUnits="userSpaceOnUse" cx="1130" cy="-60" r="640"><stop offset="0" stop-color="#0f7a6f" stop-opacity="0.55"/><stop offset="0.5" stop-color="#0f7a6f" stop-opacity="0.16"/><stop offset="1" stop-color="#0f7a6f" stop-opacity="0"/></radialGradient></defs><rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.ground}"/><rect x="490" width="710" height="580" fill="url(#glow)"/>`;

/** The same drawing as app/icon.svg, 32 by 32. */
const MARK =
  '<rect width="32" height="32" rx="8" fill="#0f7a6f"/><path d="M11.5 6.8v10.9l9.2-5.45z" fill="#fff" stroke="#fff" stroke-width="1.6" stroke-linejoin="round"/><path d="M6 23.6c2.5-2.2 4.6-2.2 6.7 0s4.2 2.2 6.6 0 4.6-2.2 6.7 0" fill="none" stroke="#8fe3d3" stroke-width="2.4" stroke-linecap="round"/>';

/**
 * The mark and the title in one line, or in two where the title is long.
 * @param {Card} card
 * @param {Typesetter} typesetter
 */
function header({ title, language }, typesetter) {
  const brandSize = 26;
  const brandWidth = 44 + 14 + 6 * CELL * brandSize;
  const brandX = WIDTH - MARGIN - brandWidth;
  const brand =
    `<svg x="${brandX}" y="42" width="44" height="44" viewBox="0 0 32 32">${MARK}</svg>` +
    typesetter.line([{ text: 'Runbay', fill: COLOURS.text, bold: true }], {
      x: brandX + 58,
      y: 73,
      size: brandSize,
      columns: 8,
    }).svg;
  const room = brandX - MARGIN - 30;
  const { size, lines } = fitTitle(title, room);
  const svg = lines.map(
    (text, index) =>
      typesetter.line([{ text, fill: '#ffffff', bold: true }], {
        x: MARGIN,
        y: 80 + index * size * 1.22,
        size,
        columns: Math.floor(room / (size * CELL)),
      }).svg,
  );
  const last = 80 + (lines.length - 1) * size * 1.22;
  const badge = badgeSvg(language, last + 24, typesetter);
  return { svg: brand + svg.join('') + badge, bottom: last + 24 + 36 };
}

/** @param {string} language @param {number} top @param {Typesetter} typesetter */
function badgeSvg(language, top, typesetter) {
  const size = 20;
  const width = columnsOf(language) * size * CELL + 30;
  const text = typesetter.line([{ text: language, fill: '#8fe3d3' }], {
    x: MARGIN + 15,
    y: top + 25,
    size,
    columns: 40,
  });
  return `<rect x="${MARGIN}" y="${round(top)}" width="${round(width)}" height="36" rx="18" fill="#123b36" stroke="#1d5a52"/>${text.svg}`;
}

/** @param {string} title @param {number} room */
function fitTitle(title, room) {
  for (const size of TITLE_SIZES) {
    const columns = Math.floor(room / (size * CELL));
    const lines = wrap(title, columns, size === TITLE_SIZES[0] ? 1 : 2);
    if (!lines.isCut || size === TITLE_SIZES.at(-1)) return { size, lines: lines.lines };
  }
  return { size: 36, lines: [title] };
}

/**
 * @param {Part} part
 * @param {{ x: number, top: number, width: number, size: number, name: string }} place
 * @param {Typesetter} typesetter
 */
function panel(part, { x, top, width, size, name }, typesetter) {
  const line = size * LINE;
  const columns = Math.ceil((width - PAD) / (size * CELL));
  const whole = rowsIn(HEIGHT - top, size);
  const isLong = part.isCut || part.lines.length > whole;
  // What is long goes on below the edge.
  const height = isLong ? HEIGHT - top + 40 : HEIGHT - top - MARGIN + 8;
  const rows = isLong ? Math.ceil((HEIGHT - top - LABEL) / line) : whole;
  const shown = shownLines(part, { rows, isLong, whole, columns: columns - 3 });
  const left = x + PAD;
  let y = top + LABEL + size;
  const svg = [];
  let isWide = false;
  for (const pieces of shown) {
    const drawn = typesetter.line(pieces, { x: left, y, size, columns });
    isWide ||= drawn.columns * size * CELL > width - PAD * 1.5;
    svg.push(drawn.svg);
    y += line;
  }
  if (part.image)
    svg.push(imageSvg(part.image, { x, y: y - size + 2, width, bottom: top + height }, typesetter));
  if (part.note) svg.push(noteSvg(part.note, { x, width, top, height }, typesetter));
  const hasTail = isLong && part.last !== undefined;
  const fades = [
    isWide
      ? fade(name, 'right', {
          x: x + width - 90,
          y: top + LABEL,
          width: 100,
          height: height - LABEL - 4,
        })
      : '',
    isLong && !hasTail
      ? fade(name, 'bottom', { x: x + 2, y: HEIGHT - 120, width: width - 4, height: 120 })
      : '',
  ];
  const content = svg.join('') + fades.join('');
  return (
    `<rect x="${round(x)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="18" fill="${COLOURS.panel}" stroke="${COLOURS.edge}" stroke-width="1.5"/>` +
    labelSvg(part, { x, top, width }, typesetter) +
    // Cutting takes time, and most parts have nothing to be cut.
    (isWide ? clipped(name, content, { x: x + 2, y: top, width: width - 4, height }) : content)
  );
}

/**
 * @param {string} name
 * @param {string} content
 * @param {{ x: number, y: number, width: number, height: number }} box
 */
function clipped(name, content, { x, y, width, height }) {
  const box = `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
  return `<clipPath id="${name}"><rect ${box}/></clipPath><g clip-path="url(#${name})">${content}</g>`;
}

/**
 * Where lines are left out and the last one says how it ended, that one is shown too.
 * @param {Part} part
 * @param {{ rows: number, isLong: boolean, whole: number, columns: number }} room
 */
function shownLines({ lines, last, isCut }, { rows, isLong, whole, columns }) {
  if (!isLong) return lines;
  if (last === undefined || whole < 3) return lines.slice(0, rows);
  const ends = wrapPieces(last, columns, 3);
  const room = whole - 1 - ends.length;
  if (room < 1) return lines.slice(0, rows);
  if (lines.length <= room && !isCut) return lines;
  return [...lines.slice(0, room), [{ text: '⋮', fill: COLOURS.muted }], ...ends];
}

/** @param {Piece[]} pieces @param {number} columns @param {number} maxLines */
function wrapPieces(pieces, columns, maxLines) {
  const text = pieces.map((piece) => piece.text).join('');
  const { lines } = wrap(text, columns, maxLines);
  return lines.map((line) => [{ text: line, fill: pieces[0]?.fill ?? COLOURS.text }]);
}

/**
 * @param {Part} part
 * @param {{ x: number, top: number, width: number }} place
 * @param {Typesetter} typesetter
 */
function labelSvg({ label, aside, tone }, { x, top, width }, typesetter) {
  const size = 18;
  const y = top + 34;
  const room = Math.floor((width - 2 * PAD) / (size * CELL));
  const name = typesetter.line([{ text: label, fill: COLOURS.muted }], {
    x: x + PAD,
    y,
    size,
    columns: room,
  });
  const [said] = wrap(aside ?? '', room - name.columns - 3, 1).lines;
  if (said === undefined) return name.svg;
  const at = x + width - PAD - columnsOf(said) * size * CELL;
  const dot = tone ? `<circle cx="${round(at - 14)}" cy="${y - 6}" r="5.5" fill="${tone}"/>` : '';
  const fill = tone ?? COLOURS.muted;
  const end = typesetter.line([{ text: said, fill }], { x: at, y, size, columns: room });
  return name.svg + dot + end.svg;
}

/**
 * @param {{ source: string, width: number, height: number }} image
 * @param {{ x: number, y: number, width: number, bottom: number }} place
 * @param {Typesetter} typesetter
 */
function imageSvg(image, { x, y, width, bottom }, typesetter) {
  const border = 10;
  const room = { width: width - 52, height: Math.min(bottom, HEIGHT) - y - 40 };
  if (room.height < 40) return '';
  const scale = Math.min(room.width / image.width, room.height / image.height);
  const [w, h] = [round(image.width * scale), round(image.height * scale)];
  const left = round(x + (width - w) / 2);
  const above = round(y + 8 + (room.height - h) / 2);
  return `<rect x="${left - border}" y="${above - border}" width="${w + 2 * border}" height="${h + 2 * border}" rx="12" fill="#ffffff"/><image x="${left}" y="${above}" width="${w}" height="${h}" href="${typesetter.image(image.source)}" preserveAspectRatio="xMidYMid meet"/>`;
}

/**
 * @param {string} note
 * @param {{ x: number, width: number, top: number, height: number }} place
 * @param {Typesetter} typesetter
 */
function noteSvg(note, { x, width, top, height }, typesetter) {
  const size = 22;
  const { lines } = wrap(note, Math.floor((width - 2 * PAD) / (size * CELL)), 3);
  const middle = top + LABEL + (Math.min(height, HEIGHT - top) - LABEL) / 2;
  return lines
    .map((text, index) => {
      const at = x + (width - columnsOf(text) * size * CELL) / 2;
      const y = middle + (index - (lines.length - 1) / 2) * size * LINE;
      return typesetter.line([{ text, fill: COLOURS.muted }], { x: at, y, size, columns: 80 }).svg;
    })
    .join('');
}

/**
 * @param {string} name
 * @param {'right' | 'bottom'} side
 * @param {{ x: number, y: number, width: number, height: number }} box
 */
function fade(name, side, { x, y, width, height }) {
  const id = `${name}-${side}`;
  const along = side === 'right' ? 'x2="1" y2="0"' : 'x2="0" y2="1"';
  return `<defs><linearGradient id="${id}" x1="0" y1="0" ${along}><stop offset="0" stop-color="${COLOURS.panel}" stop-opacity="0"/><stop offset="0.85" stop-color="${COLOURS.panel}"/></linearGradient></defs><rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="url(#${id})"/>`;
}
