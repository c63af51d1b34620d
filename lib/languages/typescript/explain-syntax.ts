/** What the reader of TypeScript says, which takes the types away before the program runs. */
import { type Explanation, hint, says } from '@/lib/console/explain/explanation';
import type { Program } from '@/lib/console/explain/program';
import type { Rule } from '@/lib/console/explain/rule';
import { apostropheInText, wrongSign } from '@/lib/console/explain/wrong-signs';
import { bracketOrText, unexpected, unfinished } from '../javascript/explain-syntax';

export const TYPESCRIPT_SYNTAX_RULES: readonly Rule[] = [
  [
    'SyntaxError',
    /^`module` keyword is not supported/,
    () => says('oldModule', {}, hint('write', { fixed: 'namespace' })),
  ],
  [
    'SyntaxError',
    /^Parameter cannot have question mark and initializer/,
    () => says('optionalWithDefault'),
  ],
  [
    'SyntaxError',
    /^Unterminated (?:template|string)/,
    (_, program) =>
      apostropheInText(program) ??
      wrongSign(program) ??
      bracketOrText(program) ??
      says('openText', { quotes: '`', opened: program.error.line ?? 0 }),
  ],
  [
    'SyntaxError',
    /^Unexpected token `[^`]*`$/,
    (_, program) =>
      /[:|&<]\s*$/.test(program.beforeError) ? says('missingType') : unexpected(program),
  ],
  [
    'SyntaxError',
    /^(?:Unexpected token `.*`\. Expected \* for generator|Expected a semicolon|Expected ';', '}' or <eof>)/,
    (_, program) => declaration(program) ?? unexpected(program),
  ],
  ['SyntaxError', /^Unexpected character/, (_, program) => wrongSign(program)],
  ['SyntaxError', /^Unexpected eof/, (_, program) => bracketOrText(program) ?? unfinished(program)],
  [
    'SyntaxError',
    /^Expected '(.+)', got '(.+)'/,
    ([expected = '', got = ''], program) => expectedInstead(expected, got, program),
  ],
  ['SyntaxError', /^Expression expected/, (_, program) => valueExpected(program)],
  [
    'SyntaxError',
    /^(?:Expected ident|Invalid or unexpected token)/,
    (_, program) => (program.code.includes('@') ? says('noDecorators') : undefined),
  ],
];

const MODIFIER = /^\s*(public|private|protected|readonly)\s+(?:(?:let|const|var)\s+)?\w+\s*[=:]/;

/** `let x as number`, `public x number`: a type without its colon; a word of classes outside of one. */
function declaration(program: Program): Explanation | undefined {
  const { line, fromError, beforeError } = program;
  const type = /^(?:as\s+)?(number|string|boolean|any|unknown)\b/.exec(fromError)?.[1];
  const name = /([A-Za-z_$][\w$]*)\s*$/.exec(beforeError)?.[1];
  if (type !== undefined && name !== undefined) {
    return says('typeNeedsColon', {}, hint('write', { fixed: `${name}: ${type}` }));
  }
  const modifier = MODIFIER.exec(line)?.[1];
  return modifier === undefined ? undefined : says('modifierOutside', { word: modifier });
}

function expectedInstead(expected: string, got: string, program: Program): Explanation {
  const found = wrongSign(program) ?? apostropheInText(program) ?? declaration(program);
  if (found) return found;
  if (expected === '(') return unexpected(program);
  const broken = bracketOrText(program);
  if (broken) return broken;
  if (got === '<eof>') return says('expectedAtEnd', { expected });
  if (expected === ',' && (got === 'ident' || /^[\w"']/.test(program.fromError)))
    return says('missingComma');
  return says('expectedInstead', {
    expected,
    got: got === 'ident' ? (/^\w+/.exec(program.fromError)?.[0] ?? got) : got,
  });
}

function valueExpected(program: Program): Explanation {
  const { bareLine } = program;
  const found = wrongSign(program) ?? bracketOrText(program);
  if (found) return found;
  if (/^\s*else\b/.test(bareLine) || /^=(?!=)/.test(program.fromError)) return unexpected(program);
  return says('valueExpected');
}
