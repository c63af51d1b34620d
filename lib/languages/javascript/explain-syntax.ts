/** What JavaScript says of a program that it cannot read. */
import { closerOf } from '@/lib/console/explain/code-scan';
import { didYouMean, type Explanation, hint, says } from '@/lib/console/explain/explanation';
import { escaped, type Program } from '@/lib/console/explain/program';
import type { Rule } from '@/lib/console/explain/rule';
import { similarName } from '@/lib/console/explain/similar-names';
import { apostropheInText, wrongSign } from '@/lib/console/explain/wrong-signs';
import { JAVASCRIPT_FOR_OTHERS, JAVASCRIPT_KEYWORDS } from './known-names';

export const JAVASCRIPT_SYNTAX_RULES: readonly Rule[] = [
  [
    'SyntaxError',
    /^Identifier '(.+)' has already been declared/,
    ([name = ''], program) => {
      const declaration = new RegExp(`\\b(?:let|const|var|class|function)\\s+${escaped(name)}\\b`);
      const declared = program.lineOf(declaration);
      const word = new RegExp(`\\b(let|const|var)\\s+${escaped(name)}\\b`).exec(program.line)?.[1];
      const isEarlier = declared !== undefined && word !== undefined && word !== 'const';
      return says(
        'alreadyDeclared',
        { name },
        isEarlier ? hint('leaveOutDeclaration', { declared, word }) : hint('declaredBefore'),
      );
    },
  ],
  [
    'SyntaxError',
    /^(?:Missing initializer in const|'const' declarations must be initialized)/,
    () => says('constWithoutValue', {}, hint('useLet')),
  ],
  [
    'SyntaxError',
    /^Invalid (?:left-hand side|assignment target|destructuring assignment target)/,
    (_, program) =>
      says('cannotAssign', {}, /[^=!<>]=(?!=)/.test(program.bareLine) && hint('compareThree')),
  ],
  [
    'SyntaxError',
    /^(?:Illegal return|Return statement is not allowed)/,
    () => says('returnOutside', { word: 'return' }),
  ],
  [
    'SyntaxError',
    /^(?:Illegal |A ')(break|continue)/,
    ([word = '']) => says('loopWordOutside', { word }),
  ],
  ['SyntaxError', /^await is only valid/, () => says('awaitOutside', {}, hint('makeAsync'))],
  ['SyntaxError', /^Function statements require a function name/, () => says('functionNeedsName')],
  [
    'SyntaxError',
    /^(?:Invalid regular expression: missing|Unterminated regexp)/,
    () => says('openRegex'),
  ],
  ['SyntaxError', /^Missing catch or finally/, () => says('missingExcept')],
  [
    'SyntaxError',
    /^Cannot use import statement/,
    () => says('importUnfinished', {}, hint('write', { fixed: 'import ... from "..."' })),
  ],
  [
    'SyntaxError',
    /^(\w+) is disallowed as a lexically bound name/,
    ([word = '']) => says('reservedWord', { word }, hint('declaredBefore')),
  ],
  [
    'SyntaxError',
    /^Unexpected (?:strict mode )?reserved word/,
    (_, program) => says('reservedWord', { word: /^\w+/.exec(program.fromError)?.[0] ?? '' }),
  ],
  ['SyntaxError', /^Legacy octal|^Octal|leading zero/, () => says('leadingZeros')],
  ['SyntaxError', /^missing \) after argument list/, (_, program) => afterArguments(program)],
  ['SyntaxError', /^Invalid or unexpected token/, (_, program) => invalidToken(program)],
  [
    'SyntaxError',
    /^Unexpected end of input/,
    (_, program) => bracketOrText(program) ?? unfinished(program),
  ],
  [
    'SyntaxError',
    /^Unexpected (?:identifier|token|string|number|template string|eval or arguments)/,
    (_, program) => unexpected(program),
  ],
];

/** A bracket or a text without its end, or a bracket without its beginning; undefined where all are whole. */
export function bracketOrText({ scan }: Program): Explanation | undefined {
  const { openText, unmatched, neverClosed } = scan;
  if (openText) return says('openText', { quotes: openText.sign, opened: openText.line });
  if (unmatched?.opener) {
    const { sign: closer, opener } = unmatched;
    return says(
      'wrongCloser',
      { closer, opener: opener.sign, opened: opener.line },
      hint('useInstead', { suggestion: closerOf(opener.sign) }),
    );
  }
  if (unmatched) {
    const opener = { ')': '(', ']': '[', '}': '{' }[unmatched.sign] ?? '';
    return says('unmatched', { closer: unmatched.sign, opener, closed: unmatched.line });
  }
  if (!neverClosed) return undefined;
  const { sign: opener, line: opened } = neverClosed;
  return says('neverClosed', { opener, closer: closerOf(opener), opened });
}

/** The program ends within an expression. */
export function unfinished({ code }: Program): Explanation {
  const after = code.trimEnd().split(/\s+/).at(-1) ?? '';
  return says('unfinished', { after: after.slice(-20) });
}

function afterArguments(program: Program): Explanation {
  const apostrophe = apostropheInText(program) ?? wrongSign(program);
  if (apostrophe) return apostrophe;
  const whole = bracketOrText(program);
  return whole ?? says('missingComma');
}

function invalidToken(program: Program): Explanation | undefined {
  const wrong = wrongSign(program) ?? apostropheInText(program);
  if (wrong) return wrong;
  if (program.scan.openText) return bracketOrText(program);
  if (/^\d\w*/.test(program.fromError)) return says('digitFirst');
  const sign = /^\S/u.exec(program.fromError)?.[0];
  if (sign === '@' && program.language === 'typescript') return says('noDecorators');
  return sign === undefined ? undefined : says('wrongSign', { sign });
}

const NEED_BRACKETS = /^\s*(?:\}\s*)?(?:else\s+)?(if|while|for|switch|until)\s+(?!await\b)[^\s(]/;

/** What stands where the language wants something else; the sentence says what was probably meant. */
export function unexpected(program: Program): Explanation {
  const { line, bareLine, beforeError, fromError } = program;
  const found = wrongSign(program) ?? apostropheInText(program);
  if (found) return found;

  if (/^\d+[A-Za-z_$]/.test(fromError)) return says('digitFirst');
  const first = /^\s*([A-Za-z_$][\w$]*)/.exec(bareLine)?.[1] ?? '';
  const near = /^(?:[\w$#]+|\S)/u.exec(fromError)?.[0] ?? '';
  const last = /([A-Za-z_$][\w$]*)\s*$/.exec(beforeError)?.[1] ?? '';

  if (/^(?:let|const|var|class|function)$/.test(last) && JAVASCRIPT_KEYWORDS.includes(near)) {
    return says('reservedWord', { word: near }, hint('declaredBefore'));
  }
  if (
    JAVASCRIPT_KEYWORDS.includes(last) &&
    /^\s*(?:let|const|var)?\s*\w+\s*$/.test(beforeError) &&
    /^=(?!=)/.test(fromError)
  ) {
    return says('reservedWord', { word: last }, hint('declaredBefore'));
  }
  const spoken = [first, near, last].find((word) => Object.hasOwn(JAVASCRIPT_FOR_OTHERS, word));
  if (spoken !== undefined && !program.scan.unmatched) {
    const instead = JAVASCRIPT_FOR_OTHERS[spoken] ?? '';
    const isBlock = spoken === 'def' && /:\s*$/.test(bareLine);
    return instead === ''
      ? says('noSuchWord', { written: spoken })
      : says('otherSpelling', { written: spoken, instead }, isBlock && hint('braceForColon'));
  }
  const strayElse = /^else\b/.test(fromError) || (first === 'else' && beforeError.trim() === '');
  if (strayElse) return says('strayElse', { word: 'else' });
  const bracketless = NEED_BRACKETS.exec(bareLine)?.[1];
  if (bracketless !== undefined) return says('bracketsAfterWord', { word: bracketless });
  if (/\belse\s+if\s*\{/.test(bareLine)) return says('bracketsAfterWord', { word: 'if' });

  if (first !== '' && !JAVASCRIPT_KEYWORDS.includes(first)) {
    const meant = /^\s*[\w$]+\s+[\w$"'`{]/.test(line)
      ? similarName(first, JAVASCRIPT_KEYWORDS)
      : undefined;
    if (meant !== undefined) return says('misspeltWord', { written: first }, didYouMean(meant));
  }
  const parts = /\bfor\s*\(([^()]*)\)/.exec(bareLine)?.[1];
  if (parts !== undefined && /=/.test(parts) && parts.split(';').length !== 3)
    return says('forNeedsThree');

  const broken = bracketOrText(program);
  if (broken) return broken;
  if (/^['"`\w$]/.test(fromError)) return says('missingOperator', { near: shortened(fromError) });
  if (fromError.trim() === '') return unfinished(program);
  if (/^[)\]};,]/.test(fromError) && /[-+*/%=<>&|?:,([{!]\s*$/.test(beforeError.trimEnd())) {
    return says('valueExpected', {});
  }
  return says('notUnderstood', { near: shortened(fromError) }, hint('lookBefore'));
}

function shortened(text: string): string {
  const start = text.trim();
  return start.length > 40 ? `${start.slice(0, 40)}…` : start;
}
