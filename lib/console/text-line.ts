import { sameStyle, type TextStyle } from './text-style';

/** Where a piece of text comes from; it decides colour and mark. */
export type Tone = 'stdout' | 'stderr' | 'input' | 'result' | 'error' | 'error-name' | 'note';

export interface Segment {
  text: string;
  style: TextStyle;
  tone: Tone;
}

/** Printable characters that surely take one cell each; all others are measured one by one. */
const NARROW =
  /^[\u0020-\u007e\u00a0-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc]*$/;

/**
 * One line of output, of any length. Columns count UTF-16 units: a surrogate pair takes two, as the
 * characters it stands for mostly take two cells.
 */
export class TextLine {
  readonly kind = 'text';
  segments: Segment[] = [];
  length = 0;
  /** Every unit takes one cell, so rows can be computed without looking at the text. */
  narrow = true;
  /** Seconds into the run at which its first text came; undefined where nobody counted. */
  atS: number | undefined;
  /** Rises with each change. */
  version = 0;
  /** Units whose earlier text has not changed since it was last measured; see rows.ts. */
  stableLength = 0;

  get text(): string {
    return this.segments.map((segment) => segment.text).join('');
  }

  /** The tone that marks the line in its margin: the loudest of its pieces. */
  get tone(): Tone {
    return (
      this.segments.find(({ tone }) => tone !== 'stdout' && tone !== 'input')?.tone ?? 'stdout'
    );
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
      const before = sliceSegments(this.segments, 0, column);
      const after = sliceSegments(this.segments, column + text.length, this.length);
      this.#replace([...before, { text, style, tone }, ...after], column);
    }
    this.version += 1;
  }

  /** Blanks the columns from `from` up to, not including, `to`; at the end of the line they go away. */
  erase(from: number, to: number): void {
    if (from >= this.length || from >= to) return;
    if (to >= this.length) {
      this.#replace(sliceSegments(this.segments, 0, from), from);
    } else {
      const blanks: Segment = { text: ' '.repeat(to - from), style: {}, tone: 'stdout' };
      const after = sliceSegments(this.segments, to, this.length);
      this.#replace([...sliceSegments(this.segments, 0, from), blanks, ...after], from);
    }
    this.version += 1;
  }

  #append(segment: Segment): void {
    const last = this.segments.at(-1);
    if (last && last.tone === segment.tone && sameStyle(last.style, segment.style)) {
      last.text += segment.text;
    } else {
      this.segments.push(segment);
    }
    this.length += segment.text.length;
  }

  #replace(segments: Segment[], from: number): void {
    this.segments = [];
    this.length = 0;
    for (const segment of segments) this.#append(segment);
    this.stableLength = Math.min(this.stableLength, from);
  }
}

/** The pieces between two columns, as copies. Half a surrogate pair at a cut becomes a blank. */
export function sliceSegments(segments: readonly Segment[], from: number, to: number): Segment[] {
  const slices: Segment[] = [];
  let start = 0;
  for (const segment of segments) {
    const end = start + segment.text.length;
    if (end > from && start < to) {
      const text = wholeCharacters(segment.text.slice(Math.max(0, from - start), to - start));
      slices.push({ ...segment, text });
    }
    start = end;
    if (start >= to) break;
  }
  return slices;
}

function wholeCharacters(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  let whole = text;
  if (first >= 0xdc00 && first <= 0xdfff) whole = ` ${whole.slice(1)}`;
  if (last >= 0xd800 && last <= 0xdbff) whole = `${whole.slice(0, -1)} `;
  return whole;
}
