/** What R says when a program fails, in the sentences of lib/console/explain. */
import { closerOf } from '@/lib/console/explain/code-scan';
import { didYouMean, hint, says } from '@/lib/console/explain/explanation';
import type { Program } from '@/lib/console/explain/program';
import type { Rule } from '@/lib/console/explain/rule';
import { similarName } from '@/lib/console/explain/similar-names';

/** What beginners call, the common ones first. */
const FUNCTIONS =
  'print cat paste paste0 c length sum mean max min round sqrt abs seq rep rev sort order unique table names nchar substr ' +
  'toupper tolower strsplit sprintf as.numeric as.integer as.character is.na is.null list vector matrix data.frame head ' +
  'tail nrow ncol apply sapply lapply vapply Map Filter Reduce function return stop plot hist barplot lines points ' +
  'library readline readLines writeLines read.csv write.csv runif rnorm sample set.seed which any all factor levels ' +
  'summary median sd var quantile cumsum diff exp log floor ceiling format invisible';

export const R_RULES: readonly Rule[] = [
  [
    'Error',
    /^object '(.+)' not found$/,
    ([name = ''], program) => {
      const instead = { true: 'TRUE', false: 'FALSE', null: 'NULL', None: 'NULL' }[name];
      if (instead) return says('otherSpelling', { written: name, instead });
      const defined = program.lineOf(new RegExp(`(^|\\W)${escapedName(name)}\\s*(<-|=[^=])`));
      const later = defined !== undefined && defined > (program.error.line ?? 0);
      return says(
        'unknownName',
        { name },
        later ? hint('definedLater', { defined }) : didYouMean(similarName(name, names(program))),
      );
    },
  ],
  [
    'Error',
    /^could not find function "(.+)"$/,
    ([name = ''], program) =>
      says('unknownName', { name }, didYouMean(similarName(name, names(program)))),
  ],
  [
    'Error',
    /^non-numeric argument to (?:binary operator|mathematical function)/,
    () => says('needsNumbers', {}, hint('asNumeric')),
  ],
  [
    'Error',
    /^(?:missing value where TRUE\/FALSE needed|argument is of length zero)/,
    () => says('conditionMissing', {}, hint('isMissing')),
  ],
  ['Error|subscriptOutOfBoundsError', /^subscript out of bounds/, () => says('indexOutOfRange')],
  [
    'Error|missingArgError',
    /^argument "(.+)" is missing, with no default/,
    ([names = ''], { error }) => {
      const called = /^Error in ([\w.]+)\(/.exec(error.traceback)?.[1];
      return called ? says('missingArguments', { function: called, names }) : undefined;
    },
  ],
  [
    'packageNotFoundError',
    /^there is no package called .(.+).$/,
    ([module = '']) => says('unknownModule', { module }, hint('installedOnly')),
  ],
  [
    'Error|CStackOverflowError|expressionStackOverflowError|stackOverflowError',
    /infinite recursion|C stack usage|nested too deeply/,
    () => says('endlessRecursion', {}, hint('needsBaseCase')),
  ],
  [
    'SyntaxError',
    /^unexpected (?:end of input|INCOMPLETE_STRING)/,
    (_, program) => unfinished(program),
  ],
  [
    'SyntaxError',
    /^unexpected '([)\]}])'/,
    ([closer = ''], { scan, error }) =>
      scan.unmatched &&
      says('unmatched', {
        closer,
        opener: { ')': '(', ']': '[', '}': '{' }[closer] ?? '',
        closed: error.line ?? 0,
      }),
  ],
  [
    'SyntaxError',
    /^unexpected 'else'/,
    () => says('strayElse', { word: 'else' }, hint('elseAfterBrace')),
  ],
  [
    'SyntaxError',
    /^unexpected (?:symbol|numeric constant|string constant)/,
    (_, program) => {
      const { neverClosed } = program.scan;
      if (neverClosed && neverClosed.line < (program.error.line ?? 0)) return unfinished(program);
      // R points at the end of what it did not expect.
      const near = /[\w."']+$/.exec(program.line.slice(0, program.error.column ?? 0))?.[0];
      const rest = /^[\w.]*/.exec(program.line.slice(program.error.column ?? 0))?.[0] ?? '';
      return says('missingOperator', { near: `${near ?? ''}${rest}` || program.fromError });
    },
  ],
];

function unfinished({ scan, code }: Program) {
  if (scan.openText) {
    const { sign, line } = scan.openText;
    return says('openText', { quotes: sign, opened: line });
  }
  if (scan.neverClosed) {
    const { sign, line } = scan.neverClosed;
    return says('neverClosed', { opener: sign, closer: closerOf(sign), opened: line });
  }
  const after = /\S+\s*$/.exec(code)?.[0].trim();
  return after ? says('unfinished', { after }) : undefined;
}

const escapedName = (name: string) => name.replace(/[^\w]/g, '\\$&');

/** What the program names, and what R has. */
function names(program: Program): string[] {
  return [...(program.scan.bare.match(/[\p{L}.][\p{L}\p{N}._]*/gu) ?? []), ...FUNCTIONS.split(' ')];
}
