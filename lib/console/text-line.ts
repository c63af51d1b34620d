import { sameStyle, type TextStyle } from './text-style';

/** Where a piece of text comes from; it decides colour and mark. `cell` was entered at the prompt, after its `mark`. */
export type Tone =
  | 'stdout'
  | 'stderr'
  | 'input'
  | 'result'
  | 'error'
  | 'error-name'
  | 'note'
  | 'mark'
  | 'cell';

export interface Segment {
  text: string;
  style: TextStyle;
  tone: Tone;
}

/** Printable characters that surely take one cell each; all others are measured one by one. */
const NARROW =
  /^[\u0020-\u007e\u00a0-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc]*$/;

/** What every empty line holds; most of a flood of line feeds is made of those. */
const NOTHING: readonly never[] = Object.freeze([]);

/**
 * One line of output, of any length. Columns count UTF-16 units: a surrogate pair takes two, as the
 * characters it stands for mostly take two cells.
 */
export class TextLine {
  /** Stands for every line that nothing was written to: there may be a hundred thousand of them. */
  static readonly EMPTY: TextLine = new TextLine();

  readonly kind = 'text';
  length = 0;
  /** Every unit takes one cell, so rows can be computed without looking at the text. */
  narrow = true;
  /** The tone that marks the line in its margin: the loudest of its pieces. */
  tone: Tone = 'stdout';
  /** Seconds into the run at which its first text came; undefined where nobody counted. */
  atS: number | undefined = undefined;
  /** Rises with each change. */
  version = 0;
  /** Rises with each change of what was there before; text that is added at the end leaves it alone. */
  rewrites = 0;
  /** Units whose earlier text has not changed since it was last measured; see rows.ts. */
  stableLength = 0;

  #segments: readonly Segment[] = NOTHING;
  /** The column at which each segment begins. */
  #starts: readonly number[] = NOTHING;
  #text: string | undefined = '';

  get segments(): readonly Segment[] {
    return this.#segments;
  }

  get text(): string {
    this.#text ??= this.#segments.map((segment) => segment.text).join('');
    return this.#text;
  }

  /** Puts text at a column, over what is there; a gap before it is filled with blanks. */
  write(column: number, text: string, style: TextStyle, tone: Tone): void {
    if (text === '') return;
    if (column > this.length) {
      this.#append({ text: ' '.repeat(column - this.length), style: {}, tone });
    }
    if (this.narrow && !NARROW.test(text)) this.narrow = false;
    if (column === this.length) {
      this.#append({ text, style, tone });
    } else {
      const before = this.slice(0, column);
      const after = this.slice(column + text.length, this.length);
      this.#replace([...before, { text, style, tone }, ...after], column);
    }
    this.version += 1;
  }

  /** Blanks the columns from `from` up to, not including, `to`; at the end of the line they go away. */
  erase(from: number, to: number): void {
    if (from >= this.length || from >= to) return;
    if (to >= this.length) {
      this.#replace(this.slice(0, from), from);
    } else {
      const blanks: Segment = { text: ' '.repeat(to - from), style: {}, tone: 'stdout' };
      const after = this.slice(to, this.length);
      this.#replace([...this.slice(0, from), blanks, ...after], from);
    }
    this.version += 1;
  }

  /** The pieces between two columns, as copies. Half a surrogate pair at a cut becomes a blank. */
  slice(from: number, to: number): Segment[] {
    const slices: Segment[] = [];
    for (let index = this.#indexAt(from); index < this.#segments.length; index++) {
      const segment = this.#segments[index];
      const start = this.#starts[index] ?? 0;
      if (!segment || start >= to) break;
      const text = segment.text.slice(Math.max(0, from - start), to - start);
      if (text !== '') slices.push({ ...segment, text: wholeCharacters(text) });
    }
    return slices;
  }

  #append(segment: Segment): void {
    const last = this.#segments.at(-1);
    if (last && last.tone === segment.tone && sameStyle(last.style, segment.style)) {
      last.text += segment.text;
    } else if (last) {
      (this.#segments as Segment[]).push(segment);
      (this.#starts as number[]).push(this.length);
    } else {
      this.#segments = [segment];
      this.#starts = [0];
    }
    if (this.tone === 'stdout' && segment.tone !== 'input') this.tone = segment.tone;
    this.length += segment.text.length;
    this.#text = undefined;
  }

  #replace(segments: readonly Segment[], from: number): void {
    this.#segments = NOTHING;
    this.#starts = NOTHING;
    this.#text = '';
    this.length = 0;
    this.tone = 'stdout';
    this.rewrites += 1;
    for (const segment of segments) this.#append(segment);
    this.stableLength = Math.min(this.stableLength, from);
  }

  /** The segment that holds a column; the last one for columns past the end. */
  #indexAt(column: number): number {
    let low = 0;
    let high = Math.max(0, this.#starts.length - 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= column) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function wholeCharacters(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  let whole = text;
  if (first >= 0xdc00 && first <= 0xdfff) whole = ` ${whole.slice(1)}`;
  if (last >= 0xd800 && last <= 0xdbff) whole = `${whole.slice(0, -1)} `;
  return whole;
}
