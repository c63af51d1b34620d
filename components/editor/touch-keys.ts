import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import type { DocumentLanguage } from '@/lib/store/document-language';
import { indent, replaceText } from './plain-keys';

/** What a key of the bar types: a text, or a pair that goes around what is selected. */
export type TouchKey = string | readonly [open: string, close: string];

const ROUND = ['(', ')'] as const;
const SQUARE = ['[', ']'] as const;
const CURLY = ['{', '}'] as const;
const DOUBLE = ['"', '"'] as const;
const SINGLE = ["'", "'"] as const;
const BACKTICK = ['`', '`'] as const;

const SCRIPT: TouchKey[] = [
  ...[ROUND, CURLY, SQUARE, SINGLE, DOUBLE, BACKTICK],
  ...[';', '=', '.', ',', ':', '!', '?', '&', '|', '$', '_', '+', '-', '*', '/', '<', '>'],
];

const TOUCH_KEYS: Partial<Record<DocumentLanguage, readonly TouchKey[]>> = {
  python: [
    ...[':', ROUND, DOUBLE, SINGLE, SQUARE, CURLY],
    ...['=', '_', '#', '.', ',', '+', '-', '*', '/', '%', '<', '>', '!', '@', '\\'],
  ],
  javascript: SCRIPT,
  typescript: SCRIPT,
  json: [DOUBLE, ':', ',', CURLY, SQUARE, '-', '.'],
  plaintext: [',', ';', '-', '_', '/', DOUBLE, SINGLE, ROUND],
};

/** The characters that a phone's keyboard hides, those of the language first. */
export function touchKeysOf(language: DocumentLanguage): readonly TouchKey[] {
  const known = TOUCH_KEYS[language];
  if (known) return known;
  const own = LANGUAGE_NAMES[language as Language]?.touchKeys ?? [];
  return [...new Set([...own, ...SCRIPT])];
}

/** Types a key where the cursor is, or over what is selected. */
export function typeKey(field: HTMLTextAreaElement, key: TouchKey): void {
  const { selectionStart: from, selectionEnd: to, value } = field;
  if (typeof key === 'string') {
    replaceText(field, from, to, key);
    return;
  }
  const [open, close] = key;
  const inside = value.slice(from, to);
  replaceText(field, from, to, open + inside + close);
  const start = from + open.length;
  field.setSelectionRange(start, start + inside.length);
}

/** Indents what is selected, or the line of the cursor, wherever in it the cursor is. */
export function indentHere(field: HTMLTextAreaElement, columns: number): void {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const start = value.lastIndexOf('\n', from - 1) + 1;
  if (from !== to || value.slice(start, from).trim() === '') {
    indent(field, columns, false);
    return;
  }
  replaceText(field, start, start, ' '.repeat(columns));
  field.setSelectionRange(from + columns, from + columns);
}

/** Moves the cursor by one character, a whole one; what is selected is left at that end. */
export function moveCursor(field: HTMLTextAreaElement, by: 1 | -1): void {
  const { selectionStart, selectionEnd, value } = field;
  const at = by < 0 ? selectionStart : selectionEnd;
  const length =
    by < 0 ? [...value.slice(0, at)].at(-1)?.length : [...value.slice(at, at + 2)][0]?.length;
  const to = selectionStart === selectionEnd ? at + by * (length ?? 0) : at;
  field.setSelectionRange(to, to);
}
