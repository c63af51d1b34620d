/** What Java says when a program fails or does not compile, in the sentences of lib/console/explain. */
import { closerOf } from '@/lib/console/explain/code-scan';
import { didYouMean, hint, says } from '@/lib/console/explain/explanation';
import type { Rule } from '@/lib/console/explain/rule';
import { similarName } from '@/lib/console/explain/similar-names';

/** What beginners write, besides their own names. */
const NAMES =
  'String System Math Integer Double Boolean Character List ArrayList Map HashMap Set HashSet Arrays Scanner Random ' +
  'StringBuilder Object Thread LocalDate Stream Optional out println print printf length size add get put remove ' +
  'contains charAt substring equals parseInt valueOf nextInt nextLine sort toString format indexOf isEmpty';

const plain = (type: string) => type.replace(/\bjava\.(?:\w+\.)+/g, '').trim();

export const JAVA_RULES: readonly Rule[] = [
  [
    'CompileError',
    /^cannot find symbol/,
    (_, program) => {
      const name = /symbol:\s+(?:\w+ )?([\w$]+)/.exec(program.error.traceback)?.[1];
      if (name === undefined) return undefined;
      const known = [...program.names(), ...NAMES.split(' ')];
      return says('unknownName', { name }, didYouMean(similarName(name, known)));
    },
  ],
  ['CompileError', /^';' expected/, () => says('missingSemicolon')],
  [
    'CompileError',
    /^incompatible types: possible lossy conversion from (.+) to (.+)/,
    ([from = '', to = '']) => says('losesValue', { from, to }, hint('castTo', { to })),
  ],
  [
    'CompileError',
    /^incompatible types: (.+) cannot be converted to (.+)/,
    ([from = '', to = '']) => says('wrongType', { from: plain(from), to: plain(to) }),
  ],
  ['CompileError', /^missing return statement/, () => says('missingReturn')],
  [
    'CompileError',
    /^variable (\w+) might not have been initialized/,
    ([name = '']) => says('unknownName', { name }),
  ],
  [
    'CompileError',
    /^(?:reached end of file while parsing|unclosed string literal|'[)\]}]' (?:or ',' )?expected)/,
    (_, { scan }) => {
      if (scan.openText)
        return says('openText', { quotes: scan.openText.sign, opened: scan.openText.line });
      if (!scan.neverClosed) return undefined;
      const { sign, line } = scan.neverClosed;
      return says('neverClosed', { opener: sign, closer: closerOf(sign), opened: line });
    },
  ],
  ['ArithmeticException', /^\/ by zero/, () => says('divisionByZero', {}, hint('checkZero'))],
  [
    'ArrayIndexOutOfBoundsException|IndexOutOfBoundsException|StringIndexOutOfBoundsException',
    /^/,
    () => says('indexOutOfRange', {}, hint('countFromZero')),
  ],
  [
    'NumberFormatException',
    /^For input string: "(.*?)"/,
    ([text = '']) =>
      text === ''
        ? says('emptyNumber', { type: { type: 'int' } })
        : says('notANumber', { text, type: { type: 'int' } }),
  ],
  [
    'NullPointerException',
    /^Cannot (?:invoke|read field|assign field) "(?:[\w$]+\.)*([\w$]+(?:\(.*?\))?)" because "(.+?)" is null/,
    ([property = '', before = '']) =>
      says('propertyOfNothing', { before, property, nothing: 'null' }),
  ],
  ['NoSuchElementException', /^No line found/, () => says('noInput')],
  ['StackOverflowError', /^/, () => says('endlessRecursion', {}, hint('needsBaseCase'))],
];
