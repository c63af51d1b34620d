/** Breaks lines into rows of so many cells, as a terminal does: anywhere, and never within a character. */
import type { TextLine } from './text-line';

interface Breaks {
  columns: number;
  /** The column at which each row begins. */
  starts: number[];
  /** Measured up to here, with so many cells in the row that is being filled. */
  scanned: number;
  cells: number;
}

const measured = new WeakMap<TextLine, Breaks>();

/** How many rows the line takes; an empty line takes one. */
export function rowCount(line: TextLine, columns: number): number {
  if (line.narrow) return Math.max(1, Math.ceil(line.length / columns));
  return breaksOf(line, columns).starts.length;
}

/** The columns of the line that its row `row` shows, from and up to. */
export function rowRange(
  line: TextLine,
  row: number,
  columns: number,
): { from: number; to: number } {
  if (line.narrow) {
    const from = row * columns;
    return { from, to: Math.min(line.length, from + columns) };
  }
  const { starts } = breaksOf(line, columns);
  return { from: starts[row] ?? line.length, to: starts[row + 1] ?? line.length };
}

/** The row of the line that shows a column. */
export function rowOf(line: TextLine, column: number, columns: number): number {
  if (line.narrow) return Math.floor(column / columns);
  const row = breaksOf(line, columns).starts.findIndex((start) => start > column);
  return row < 0 ? rowCount(line, columns) - 1 : row - 1;
}

/** Cells in the line's last row. */
export function lastRowCells(line: TextLine, columns: number): number {
  if (!line.narrow) return breaksOf(line, columns).cells;
  return line.length === 0 ? 0 : ((line.length - 1) % columns) + 1;
}

/** Goes on where it stopped while the line only grows, so that a long line is not measured again and again. */
function breaksOf(line: TextLine, columns: number): Breaks {
  let breaks = measured.get(line);
  if (!breaks || breaks.columns !== columns || line.stableLength < breaks.scanned) {
    breaks = { columns, starts: [0], scanned: 0, cells: 0 };
    measured.set(line, breaks);
  }
  if (breaks.scanned < line.length) {
    scan(breaks, line.text);
    line.stableLength = line.length;
  }
  return breaks;
}

function scan(breaks: Breaks, text: string): void {
  let afterJoiner = text.charCodeAt(breaks.scanned - 1) === 0x200d;
  for (let at = breaks.scanned; at < text.length; ) {
    const point = text.codePointAt(at) ?? 0;
    const width = afterJoiner ? 0 : cellWidth(point);
    if (breaks.cells + width > breaks.columns && breaks.cells > 0) {
      breaks.starts.push(at);
      breaks.cells = 0;
    }
    breaks.cells += width;
    afterJoiner = point === 0x200d;
    at += point > 0xffff ? 2 : 1;
  }
  breaks.scanned = text.length;
}

const ZERO_WIDTH = /^(?:\p{Mn}|\p{Me}|\p{Cf}|[\u{1f3fb}-\u{1f3ff}])$/u;
const WIDE =
  /^[\u1100-\u115f\u231a\u231b\u23e9-\u23ec\u2614\u2615\u2648-\u2653\u26a1\u26bd\u26be\u2705\u2728\u274c\u2753-\u2755\u2b50\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/** Cells a character takes in a monospaced row: 0, 1 or 2. */
export function cellWidth(point: number): 0 | 1 | 2 {
  if (point < 0x300) return 1;
  const char = String.fromCodePoint(point);
  if (ZERO_WIDTH.test(char)) return 0;
  return WIDE.test(char) ? 2 : 1;
}
