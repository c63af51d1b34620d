/** What Python says of a program that it cannot read. */
import { closerOf } from '@/lib/console/explain/code-scan';
import { didYouMean, type Explanation, hint, says } from '@/lib/console/explain/explanation';
import type { Program } from '@/lib/console/explain/program';
import type { Rule } from '@/lib/console/explain/rule';
import { similarName } from '@/lib/console/explain/similar-names';
import { apostropheInText, wrongSign } from '@/lib/console/explain/wrong-signs';
import { PYTHON_FOR_OTHERS, PYTHON_KEYWORDS } from './known-names';

export const PYTHON_SYNTAX_RULES: readonly Rule[] = [
  [
    'IndentationError',
    /^expected an indented block after (.+) on line (\d+)/,
    ([statement = '', opened = ''], program) => {
      const isEmpty =
        /^\s*(?:else|elif|except|finally)\b/.test(program.line) ||
        program.error.line === Number(opened);
      return says(
        'missingIndent',
        { statement: { statement }, opened },
        isEmpty ? hint('passForNothing') : hint('indentBy'),
      );
    },
  ],
  ['IndentationError', /^unexpected indent/, () => says('unexpectedIndent')],
  [
    'IndentationError',
    /^unindent does not match/,
    () => says('unevenIndent', {}, hint('useSpaces')),
  ],
  ['TabError', /^/, () => says('tabsAndSpaces', {}, hint('useSpaces'))],
  [
    'SyntaxError',
    /^expected ':'/,
    (_, program) => {
      if (/^\s*else\s+if\b/.test(program.line))
        return says('elseIf', {}, hint('write', { fixed: 'elif' }));
      const word = /^\s*(?:async\s+)?([a-z]+)/.exec(program.line)?.[1] ?? '';
      return (
        wrongSign(program) ??
        says('missingColon', { word }, hint('write', { fixed: withColon(program.line) }))
      );
    },
  ],
  [
    'SyntaxError',
    /^'(.)' was never closed/,
    ([opener = ''], program) => neverClosed(opener, program),
  ],
  [
    'SyntaxError',
    /^unmatched '(.)'/,
    ([closer = ''], program) =>
      says('unmatched', { closer, opener: openerOf(closer), closed: program.error.line ?? 0 }),
  ],
  [
    'SyntaxError',
    /^closing parenthesis '(.)' does not match opening parenthesis '(.)'(?: on line (\d+))?/,
    ([closer = '', opener = '', line = ''], program) =>
      says(
        'wrongCloser',
        { closer, opener, opened: line || (program.error.line ?? 0) },
        hint('useInstead', { suggestion: closerOf(opener) }),
      ),
  ],
  [
    'SyntaxError',
    /^unterminated (triple-quoted )?(?:f-)?string literal/,
    ([triple = ''], program) => openText(triple !== '', program),
  ],
  ['SyntaxError', /^f-string: expecting '}'/, () => says('openPlaceholder')],
  [
    'SyntaxError',
    /^f-string: (?:empty expression|valid expression required)/,
    () => says('emptyPlaceholder'),
  ],
  [
    'SyntaxError',
    /^invalid syntax\. Maybe you meant '==' or ':='/,
    (_, { line }) =>
      /^\s*for\s*\(/.test(line)
        ? says('otherSpelling', { written: 'for (...;...;...)', instead: 'for i in range(...)' })
        : says('assignInCondition'),
  ],
  [
    'SyntaxError',
    /^cannot assign to (?:True|False|None|__debug__)/,
    (_, program) => says('reservedWord', { word: /\w+/.exec(program.fromError)?.[0] ?? '' }),
  ],
  ['SyntaxError', /^cannot assign to /, () => says('cannotAssign', {}, hint('compareTwo'))],
  [
    'SyntaxError',
    /^Missing parentheses in call to '(\w+)'/,
    ([name = ''], program) => {
      const given = new RegExp(`^\\s*${name}\\s+(.*?)\\s*$`).exec(program.line)?.[1];
      return says(
        'printNeedsBrackets',
        { function: name },
        given !== undefined && hint('write', { fixed: `${name}(${given})` }),
      );
    },
  ],
  [
    'SyntaxError',
    /^invalid syntax\. Perhaps you forgot a comma/,
    (_, program) => apostropheInText(program) ?? otherLanguage(program) ?? says('missingComma'),
  ],
  [
    'SyntaxError',
    /^'(return|yield|await|break|continue)' (?:outside|not properly)/,
    ([word = ''], program) => {
      if (word === 'await') return says('awaitOutside', {}, hint('makeAsync'));
      if (word === 'return' || word === 'yield') return says('returnOutside', { word });
      return says('loopWordOutside', { word: word || program.line.trim() });
    },
  ],
  ['SyntaxError', /^'await' outside/, () => says('awaitOutside', {}, hint('makeAsync'))],
  ['SyntaxError', /^expected 'except' or 'finally' block/, () => says('missingExcept')],
  ['SyntaxError', /^invalid (?:non-printable )?character/, (_, program) => wrongSign(program)],
  [
    'SyntaxError',
    /^invalid (?:decimal|hexadecimal|octal|binary|imaginary) literal/,
    (_, program) => wrongSign(program) ?? says('digitFirst'),
  ],
  ['SyntaxError', /^leading zeros in decimal/, () => says('leadingZeros')],
  [
    'SyntaxError',
    /^(?:non-default argument|parameter without a default) follows/,
    () => says('defaultBeforeOther'),
  ],
  ['SyntaxError', /^positional argument follows keyword/, () => says('positionalAfterKeyword')],
  ['SyntaxError', /^/, (_, program) => notUnderstood(program)],
];

function neverClosed(opener: string, program: Program): Explanation {
  return (
    wrongSign(program) ??
    otherLanguageBlock(opener, program) ??
    says('neverClosed', { opener, closer: closerOf(opener), opened: program.error.line ?? 0 })
  );
}

/** `for i in range(10) {`: the brace of other languages. */
function otherLanguageBlock(opener: string, program: Program): Explanation | undefined {
  const isBlock =
    opener === '{' && /^\s*(?:if|for|while|def|class|else|elif)\b.*\{\s*$/.test(program.line);
  return isBlock ? says('otherSpelling', { written: '{', instead: ':' }) : undefined;
}

function openText(isTriple: boolean, program: Program): Explanation {
  const opened = program.error.line ?? 0;
  if (isTriple) {
    const quotes = /"""|'''/.exec(program.fromError)?.[0] ?? '"""';
    return says('openText', { quotes, opened });
  }
  const quotes = /["']/.exec(program.fromError)?.[0] ?? '"';
  return apostropheInText(program) ?? says('openText', { quotes, opened });
}

function openerOf(closer: string): string {
  return { ')': '(', ']': '[', '}': '{' }[closer] ?? closer;
}

function withColon(line: string): string {
  const [code = '', comment = ''] = line.trim().split(/(?=\s#)/);
  return `${code.trimEnd()}:${comment}`;
}

function notUnderstood(program: Program): Explanation {
  const { line, bareLine, fromError, beforeError, error } = program;
  const wrong = wrongSign(program) ?? otherLanguage(program);
  if (wrong) return wrong;
  const stray = /^\s*(else|elif)\b/.exec(line)?.[1];
  if (stray !== undefined && (error.column ?? 1) <= line.search(/\S/) + 1)
    return says('strayElse', { word: stray });

  const named =
    /\b(?:import|from|def|class|global|as)\s*$|^\s*$/.test(beforeError) ||
    /^\s*=(?!=)/.test(fromError);
  const atError = /^[A-Za-z_]\w*/.exec(fromError)?.[0];
  const assigned = /^\s*([A-Za-z_]\w*)\s*$/.exec(beforeError)?.[1] ?? atError;
  if (
    named &&
    assigned !== undefined &&
    PYTHON_KEYWORDS.includes(assigned) &&
    /=(?!=)/.test(bareLine)
  ) {
    return says('reservedWord', { word: assigned }, hint('declaredBefore'));
  }
  const first = /^\s*([A-Za-z_]\w*)\s+[\w"'(]/.exec(line)?.[1];
  if (first !== undefined && !PYTHON_KEYWORDS.includes(first)) {
    const meant = similarName(first, [...PYTHON_KEYWORDS, 'print']);
    if (meant !== undefined) return says('misspeltWord', { written: first }, didYouMean(meant));
  }
  const opens = /^\s*(if|elif|else|for|while|def|class|try|with)\b/.exec(line)?.[1];
  if (opens !== undefined && !bareLine.includes(':') && /^\w/.test(fromError)) {
    return says('missingColon', { word: opens });
  }
  if (/[\w)\]"']\s+$/.test(beforeError) && /^["'\d]/.test(fromError)) {
    return says('missingOperator', { near: fromError.trim().slice(0, 40) });
  }
  const rest = bareLine.slice((error.column ?? 1) - 1).trim();
  if (rest === '' && fromError.trim() === '') {
    const after = line.trim().split(/\s+/).at(-1) ?? '';
    return says('unfinished', { after });
  }
  return says(
    'notUnderstood',
    { near: fromError.trim().slice(0, 40) || line.trim() },
    hint('lookBefore'),
  );
}

/** A word or sign that beginners bring along from another language. */
function otherLanguage({ bareLine, error }: Program): Explanation | undefined {
  const first = /^\s*(\w+)/.exec(bareLine)?.[1] ?? '';
  if (['var', 'let', 'const'].includes(first)) return says('noSuchWord', { written: first });
  if (
    [
      'function',
      'func',
      'fn',
      'switch',
      'foreach',
      'catch',
      'throw',
      'echo',
      'elseif',
      'elsif',
    ].includes(first)
  ) {
    return says('otherSpelling', { written: first, instead: PYTHON_FOR_OTHERS[first] ?? '' });
  }
  const around = bareLine.slice(Math.max(0, (error.column ?? 1) - 4), (error.column ?? 1) + 4);
  const sign = /&&|\|\||\+\+|--|===|!==|=>/.exec(around)?.[0] ?? /!(?!=)/.exec(around)?.[0];
  if (sign !== undefined)
    return says('otherSpelling', { written: sign, instead: PYTHON_FOR_OTHERS[sign] ?? '' });
  if (/\bthen\b/.test(around)) return says('otherSpelling', { written: 'then', instead: ':' });
  const isBlock = /^\s*(?:if|for|while|def|class|else|elif)\b.*\{\s*$/.test(bareLine);
  return isBlock ? says('otherSpelling', { written: '{', instead: ':' }) : undefined;
}
