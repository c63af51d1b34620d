/**
 * The fenced code of a Markdown text, and what stands between. A fence's info string is its language, then
 * words and `key=value` pairs, each separated by blanks (a value with blanks stands in double quotes);
 * other viewers show the fence as code.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { wordsOfInfo } from './fence-value';

export interface Fence {
  /** The first word of its info string, in small letters; empty where there is none. */
  language: string;
  /** The other words that are no pairs, in small letters. */
  words: string[];
  /** `key=value`, the key in small letters; the last one of a key counts. */
  values: Partial<Record<string, string>>;
  text: string;
  /** The line of the opening fence in the source, from 1. */
  line: number;
  /** Where it stands in the source. */
  start: number;
  end: number;
}

export type Piece =
  | { kind: 'text'; markdown: string; line: number }
  | { kind: 'fence'; fence: Fence };

/** Fences at the top of the document, not those within lists and quotes; in order, nothing is lost. */
export function splitFences(withMark: string): Piece[] {
  // Positions do not count a byte order mark.
  const markdown = withMark.replace(/^\uFEFF/, '');
  const pieces: Piece[] = [];
  let at = 0;
  let line = 1;
  const addText = (end: number) => {
    const text = markdown.slice(at, end);
    if (text.trim() !== '') pieces.push({ kind: 'text', markdown: text, line });
  };
  for (const node of fromMarkdown(markdown).children) {
    if (node.type !== 'code' || node.position === undefined) continue;
    const { start, end } = node.position;
    const [from, to] = [start.offset ?? 0, end.offset ?? 0];
    // Indented code is code to read, whatever it says.
    if (!/^(?:```|~~~)/.test(markdown.slice(from, to))) continue;
    addText(from);
    const info = readInfo(`${node.lang ?? ''} ${node.meta ?? ''}`);
    pieces.push({
      kind: 'fence',
      fence: { ...info, text: node.value, line: start.line, start: from, end: to },
    });
    at = to;
    line = end.line;
  }
  addText(markdown.length);
  return pieces;
}

/** ` ```python run timeout=20` without its fence. A first word with `=` is a pair, so that a language may be missing. */
export function readInfo(info: string): Pick<Fence, 'language' | 'words' | 'values'> {
  const all = wordsOfInfo(info);
  const hasLanguage = all[0] !== undefined && !all[0].includes('=');
  const words: string[] = [];
  const values: Fence['values'] = Object.create(null);
  for (const word of hasLanguage ? all.slice(1) : all) {
    const equals = word.indexOf('=');
    if (equals > 0) values[word.slice(0, equals).toLowerCase()] = word.slice(equals + 1);
    else words.push(word.toLowerCase());
  }
  return { language: hasLanguage ? (all[0] ?? '').toLowerCase() : '', words, values };
}
