/** A program's colours by the grammars that editors use. On the server only: they are large. */
import 'server-only';
import { createHighlighterCore, createJavaScriptRegexEngine } from 'shiki';
import { LANGUAGE_NAMES, type Language } from '../agentbay/languages';
import { colourLine } from './colour-line';
import { addPiece, KINDS, type Kind, type Piece } from './pieces';

/** The scopes of each kind, as Monaco's rules see them; `undefined` takes some out of the ones before. */
const SCOPES: readonly (readonly [Kind | undefined, readonly string[]])[] = [
  ['comment', ['comment', 'punctuation.definition.comment']],
  [
    'string',
    ['string', 'punctuation.definition.string', 'string punctuation', 'storage.type.string'],
  ],
  ['number', ['constant.numeric', 'string.regexp']],
  [
    'type',
    [
      'entity.name.type',
      'support.class',
      'support.constant.math',
      'entity.name.function.decorator',
    ],
  ],
  ['keyword', ['keyword', 'storage', 'constant.language', 'variable.language']],
  ['keyword', ['support.type', 'source.python support.function.builtin']],
  ['punctuation', ['punctuation', 'meta.brace', 'keyword.operator', 'storage.type.function.arrow']],
  [
    'keyword',
    ['keyword.operator.new', 'keyword.operator.expression', 'keyword.operator.logical.python'],
  ],
  [undefined, ['meta.template.expression', 'meta.fstring meta.embedded', 'support.class.console']],
  [undefined, ['punctuation.separator.period', 'source.python keyword.operator.arithmetic']],
  [
    undefined,
    ['source.python keyword.operator.assignment', 'source.python keyword.operator.comparison'],
  ],
];

/** A theme's only way to say something is a colour. */
const colourOf = (kind: Kind | undefined) =>
  `#${String(kind ? KINDS.indexOf(kind) + 1 : 0).padStart(6, '0')}`;

const theme = {
  name: 'kinds',
  type: 'light' as const,
  colors: { 'editor.foreground': colourOf(undefined), 'editor.background': '#ffffff' },
  settings: SCOPES.map(([kind, scope]) => ({
    scope: [...scope],
    settings: { foreground: colourOf(kind) },
  })),
};

const loadHighlighter = () =>
  createHighlighterCore({
    themes: [theme],
    langs: [
      import('shiki/langs/python.mjs'),
      import('shiki/langs/javascript.mjs'),
      import('shiki/langs/typescript.mjs'),
    ],
    engine: createJavaScriptRegexEngine(),
  });

let highlighter: ReturnType<typeof loadHighlighter> | undefined;

/** Programs that many visitors are shown. */
const known = new Map<string, Promise<Piece[][]>>();
const MAX_KNOWN = 20;

/** The program's lines in pieces. */
export function colourProgram(code: string, language: Language): Promise<Piece[][]> {
  const key = `${language} ${code}`;
  const found = known.get(key) ?? colour(code, language);
  if (known.size < MAX_KNOWN) known.set(key, found);
  return found;
}

/** Line by line, as it shows while one types: of a language that only says its words. */
function colourPlainly(code: string, language: Language): Piece[][] {
  let state = '';
  return code.split('\n').map((line) => {
    const coloured = colourLine(line, language, state);
    state = coloured.state;
    return coloured.pieces;
  });
}

async function colour(code: string, language: Language): Promise<Piece[][]> {
  if (LANGUAGE_NAMES[language].text) return colourPlainly(code, language);
  highlighter ??= loadHighlighter();
  const { tokens } = (await highlighter).codeToTokens(code, {
    lang: language,
    theme: theme.name,
    // A machine that is busy would get other colours.
    tokenizeTimeLimit: 0,
  });
  return tokens.map((line) => {
    const pieces: Piece[] = [];
    for (const { content, color } of line) {
      const kind = KINDS[Number(color?.slice(1)) - 1];
      if (kind || language === 'python') addPiece(pieces, content, kind);
      else addNames(pieces, content);
    }
    return pieces;
  });
}

/** Monaco takes what begins with a capital for a type; the grammars do not know that of variables. */
function addNames(pieces: Piece[], text: string): void {
  for (const part of text.split(/(\b[A-Z][\w$]*)/)) {
    addPiece(pieces, part, /^[A-Z]/.test(part) ? 'type' : undefined);
  }
}
