/** Notes that the teacher leaves on a line of a student's code. They are the room's and end with it. Safe for the browser. */
import * as z from '../client/shape';

export const NOTE_KIND = 'note';
/** The student has put a note away: `{ key }`. */
export const REPLY_KIND = 'reply';
/** Characters of one note. */
export const NOTE_LIMIT = 500;
const LINE_TEXT_LIMIT = 200;

export interface LineNote {
  /** A block's id, or `activity:` and the exercise's name. */
  item: string;
  /** From 1, when the note was written. */
  line: number;
  /** What stood there then. */
  lineText: string;
  text: string;
}

const schema = z.object({
  item: z.string(),
  line: z.number().check(z.int(), z.gte(1), z.lte(1_000_000)),
  lineText: z.string(),
  text: z.string(),
});

/** Undefined for anything else, and for a note that has been taken away. */
export function readNote(data: unknown): LineNote | undefined {
  const { data: note } = schema.safeParse(data);
  if (note === undefined || note.item.length > 80 || note.text.trim() === '') return undefined;
  return {
    ...note,
    text: note.text.slice(0, NOTE_LIMIT),
    lineText: note.lineText.slice(0, LINE_TEXT_LIMIT),
  };
}

/** What the room keeps it under: one note for a line. */
export function keyOfNote({ item, line }: Pick<LineNote, 'item' | 'line'>): string {
  return `${item}:${line}`;
}

export function noteFor(code: string, item: string, line: number, text: string): LineNote {
  const lineText = (code.split('\n')[line - 1] ?? '').slice(0, LINE_TEXT_LIMIT).toWellFormed();
  return { item, line, lineText, text: text.trim().slice(0, NOTE_LIMIT).toWellFormed() };
}

/**
 * Where the line of a note stands by now: where its text stands nearest, else where it was, as long as
 * the code has so many lines; else undefined.
 */
export function placeOfNote(code: string, { line, lineText }: LineNote): number | undefined {
  const lines = code.split('\n');
  if (lines[line - 1]?.slice(0, LINE_TEXT_LIMIT) === lineText) return line;
  let nearest: number | undefined;
  for (const [index, text] of lines.entries()) {
    if (lineText.trim() === '' || text.slice(0, LINE_TEXT_LIMIT) !== lineText) continue;
    const far = Math.abs(index + 1 - line);
    if (nearest === undefined || far < Math.abs(nearest - line)) nearest = index + 1;
  }
  if (nearest !== undefined) return nearest;
  return line <= lines.length ? line : undefined;
}
