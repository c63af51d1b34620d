import { LANGUAGE_NAMES, LANGUAGES } from '../agentbay/languages';
import type { DocumentLanguage } from '../store/document-language';
import { addPiece, type Kind, type Piece } from './pieces';
import { JAVASCRIPT_WORDS, JSON_WORDS, PYTHON_WORDS, TYPESCRIPT_WORDS } from './words';

interface Grammar {
  /** What may stand next, one group for each of `kinds`; the rest has no colour. */
  next: RegExp;
  kinds: readonly (Kind | 'word')[];
  words: ReadonlySet<string>;
}

const USUAL_KINDS = ['comment', 'string', 'number', 'type', 'word', 'punctuation'] as const;

const PYTHON: Grammar = {
  next: /(#.*)|((?:\b[bfrut]{1,2})?(?:"""|'''|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?))|(\b0x[\da-f]+|\b(?:\d[\d_]*)?\.?\d[\d_]*(?:e[+-]?\d+)?j?)|(@[a-z_]\w*)|([\p{L}_][\p{L}\d_]*)|([,:;()[\]{}])/iuy,
  kinds: USUAL_KINDS,
  words: PYTHON_WORDS,
};

/** A slash begins a pattern where a pattern could end: that is how the editor tells it from a division. */
const SCRIPT =
  /(\/\/.*|\/\*)|("(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|`)|(\b(?:0[xob][\da-f_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?)n?|\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\/[])+\/[dgimsuvy]*(?=\s*(?:[.;,)\]}]|$)))|(\p{Lu}[\p{L}\d_$]*)|(#?[\p{L}_$][\p{L}\d_$]*)|([()[\]{};,.<>=!?:&|+\-*/^%~@]+?)/uy;

const JAVASCRIPT: Grammar = { next: SCRIPT, kinds: USUAL_KINDS, words: JAVASCRIPT_WORDS };
const TYPESCRIPT: Grammar = { next: SCRIPT, kinds: USUAL_KINDS, words: TYPESCRIPT_WORDS };
const JSON_GRAMMAR: Grammar = {
  next: /(\/\/.*)|("(?:\\.|[^"\\])*"?)|(-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([a-z]+)|([[\]{},:])/iuy,
  kinds: ['comment', 'string', 'number', 'word', 'punctuation'],
  words: JSON_WORDS,
};

const GRAMMARS: Partial<Record<DocumentLanguage, Grammar>> = {
  python: PYTHON,
  javascript: JAVASCRIPT,
  typescript: TYPESCRIPT,
  json: JSON_GRAMMAR,
};

const SLASHES =
  /(\/\/.*|\/\*)|("(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?)|(\b(?:0[xob][\da-f_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d+)?)[lfd]?)|(@[a-z_]\w*)|([\p{L}_$][\p{L}\d_$]*)|([()[\]{};,.<>=!?:&|+\-*/^%~]+?)/iuy;

/** Of the languages that only say their words. */
for (const id of LANGUAGES) {
  const { text } = LANGUAGE_NAMES[id];
  if (!text) continue;
  const next = text.lineComment === '#' ? PYTHON.next : SLASHES;
  GRAMMARS[id] = { next, kinds: USUAL_KINDS, words: new Set(text.keywords.split(' ')) };
}

/** What a line may leave open, by the last letter of a state, and how it ends. */
const OPEN: Record<string, { kind: Kind; end: RegExp }> = {
  '"': { kind: 'string', end: /(?:\\.|[^\\])*?"""/y },
  "'": { kind: 'string', end: /(?:\\.|[^\\])*?'''/y },
  '*': { kind: 'comment', end: /.*?\*\//y },
  '`': { kind: 'string', end: /(?:\\.|[^\\])*?(?:`|\$\{)/y },
};

/** Languages whose lines are coloured by code that is fetched with what shows them. */
export const OWN_WAYS: Map<DocumentLanguage, (line: string, state: string) => ColouredLine> =
  new Map();

/** A longer line is data, or meant to make the page slow. */
const MAX_COLUMNS = 1000;

export interface ColouredLine {
  pieces: Piece[];
  /** What the next line begins with: what is open at its end, the innermost last. */
  state: string;
}

/**
 * The colours of one line, quickly and nearly those of the editor: what shows while the program is
 * typed into a plain field. `state` is what the line before has given; absent: the text begins here.
 */
export function colourLine(line: string, language: DocumentLanguage, state = ''): ColouredLine {
  const own = OWN_WAYS.get(language);
  if (own) return own(line, state);
  const grammar = GRAMMARS[language];
  const pieces: Piece[] = [];
  if (!grammar || line.length > MAX_COLUMNS) {
    addPiece(pieces, line, undefined);
    return { pieces, state };
  }
  let open = state;
  let at = 0;
  while (at < line.length) {
    const inside = OPEN[open.at(-1) ?? ''];
    if (inside) {
      inside.end.lastIndex = at;
      const found = inside.end.exec(line)?.[0];
      addPieces(pieces, found ?? line.slice(at), inside.kind, false);
      if (found === undefined) return { pieces, state: open };
      at += found.length;
      open = found.endsWith('${') ? `${open}{` : open.slice(0, -1);
      continue;
    }
    grammar.next.lastIndex = at;
    const match = grammar.next.exec(line);
    const text = match?.[0] ?? line.charAt(at);
    at += text.length;
    const group = match ? match.slice(1).findIndex((part) => part !== undefined) : -1;
    const named = grammar.kinds[group];
    const kind = named === 'word' ? (grammar.words.has(text) ? 'keyword' : undefined) : named;
    open = openAfter(open, text, kind);
    addPieces(pieces, text, kind, kind === 'string' && /^[rb]?f/i.test(text));
  }
  return { pieces, state: open };
}

function openAfter(open: string, text: string, kind: Kind | undefined): string {
  if (kind === 'comment') return text === '/*' ? `${open}*` : open;
  if (kind === 'string') return /^[a-z]*(?:"""|'''|`)$/i.test(text) ? open + text.at(-1) : open;
  // Braces count where one of them will end an expression within a template.
  if (kind !== 'punctuation' || open === '') return open;
  if (text === '{') return `${open}{`;
  return text === '}' ? open.slice(0, -1) : open;
}

/** A string that holds expressions, as Python's f-strings do, shows them as code. */
function addPieces(pieces: Piece[], text: string, kind: Kind | undefined, hasCode: boolean): void {
  for (const part of hasCode ? text.split(/(\{\{|\{[^{}':!=]+|\})/) : [text]) {
    const isCode = hasCode && /^(?:\{[^{]|\})/.test(part);
    addPiece(pieces, part, isCode ? undefined : kind);
  }
}
