/** What the keys of a code editor do in a text field. Everything can be undone as if it had been typed. */

import { insertedText } from './inserted-text';
import { changedStretch, cursorAfterFormat } from './tools/keep-cursor';

/** Replaces a stretch of the field's text, through the browser, which remembers it for undo. */
export function replaceText(
  field: HTMLTextAreaElement,
  from: number,
  to: number,
  text: string,
): void {
  field.setSelectionRange(from, to);
  if (text === '') {
    if (from < to) document.execCommand('delete');
  } else {
    document.execCommand('insertText', false, text);
  }
}

/** Puts a formatted text in place of the field's, as one step; the cursor stays at its word. */
export function putFormatted(field: HTMLTextAreaElement, formatted: string): void {
  const { value, selectionStart } = field;
  const cursor = cursorAfterFormat(value, formatted, selectionStart);
  const { from, to, by } = changedStretch(value, formatted);
  field.focus();
  if (from < to || by !== '') replaceText(field, from, to, by);
  field.setSelectionRange(cursor, cursor);
}

const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;

/** Indents the selected lines, or goes to the next stop; `back` takes one step away. */
export function indent(field: HTMLTextAreaElement, columns: number, back: boolean): void {
  const { value, selectionStart, selectionEnd } = field;
  const start = lineStart(value, selectionStart);
  const hasLines = value.slice(selectionStart, selectionEnd).includes('\n');
  if (!back && !hasLines) {
    const step = columns - ((selectionStart - start) % columns);
    replaceText(field, selectionStart, selectionEnd, ' '.repeat(step));
    return;
  }
  const lines = value.slice(start, selectionEnd).split('\n');
  const changed = lines.map((line) => (back ? outdented(line, columns) : indented(line, columns)));
  const text = changed.join('\n');
  if (text === lines.join('\n')) return;
  replaceText(field, start, selectionEnd, text);
  const firstMoved = (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  const end = start + text.length;
  field.setSelectionRange(
    hasLines ? start : Math.max(start, selectionStart + firstMoved),
    hasLines ? end : Math.max(start, end),
  );
}

const indented = (line: string, columns: number) => (line ? ' '.repeat(columns) + line : line);

function outdented(line: string, columns: number): string {
  if (line.startsWith('\t')) return line.slice(1);
  const spaces = line.match(/^ */)?.[0].length ?? 0;
  return line.slice(Math.min(spaces, spaces % columns || columns));
}

/** A new line begins where the one before it does, and one step further in after what opens a block. */
export function newLine(field: HTMLTextAreaElement, columns: number): void {
  const { value, selectionStart, selectionEnd } = field;
  const before = value.slice(lineStart(value, selectionStart), selectionStart);
  const same = before.match(/^[ \t]*/)?.[0] ?? '';
  const deeper = /[:{([]\s*$/.test(before) ? ' '.repeat(columns) : '';
  replaceText(field, selectionStart, selectionEnd, `\n${same}${deeper}`);
}

/** Inserts whole lines above the line of the cursor. */
export function insertLines(field: HTMLTextAreaElement, lines: readonly string[]): void {
  const { value, selectionStart } = field;
  const start = lineStart(value, selectionStart);
  field.focus();
  replaceText(field, start, start, insertedText(lines, value.slice(start).split('\n')[0] ?? ''));
}

/** Counted from 1. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const start = lineStart(text, offset);
  return { line: text.slice(0, start).split('\n').length, column: offset - start + 1 };
}

/** Offset of the first character of a line, counted from 1; the end of the text where there is no such line. */
export function offsetOfLine(text: string, line: number): number {
  let at = 0;
  for (let passed = 1; passed < line; passed++) {
    const next = text.indexOf('\n', at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return at;
}
