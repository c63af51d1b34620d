/** Ruff's findings in the playground's words. */
import type { Diagnostic } from '@astral-sh/ruff-wasm-web';
import type { EditorProblem, ProblemFix } from '@/lib/store/check-slice';

/**
 * What will not run or is hardly meant: syntax, undefined and unused names, wrong formats, classic
 * traps. No style.
 */
const RULES = ['E9', 'F', 'PLE', 'PLW0127', 'PLW0128', 'PLW0129', 'W605', 'B006'];

const EXCEPTIONS = [
  // Star imports are everyday in small programs.
  'F403',
  'F405',
  // An f-string without a placeholder does no harm.
  'F541',
  // The playground allows await at the top level.
  'F704',
  'PLE1142',
];

/** Ruff's settings for programs of a Python version such as `3.11.2`. */
export function ruffSettings(pythonVersion: string) {
  const [major = '3', minor = '11'] = pythonVersion.split('.');
  return {
    'target-version': `py${major}${minor}`,
    'line-length': 88,
    builtins: ['display'],
    lint: { select: RULES, ignore: EXCEPTIONS },
  };
}

/** These are not only doubtful: Python refuses to compile them. */
const SYNTAX = new Set([
  'invalid-syntax',
  'F404',
  'F407',
  'F622',
  'F701',
  'F702',
  'F704',
  'F706',
  'F707',
  'PLE0117',
  'PLE0118',
]);
const UNDEFINED_NAMES = new Set(['F821', 'F822', 'F823']);

/** Whether Python would refuse to compile the program. */
export const isSyntaxError = ({ code }: Pick<Diagnostic, 'code'>) => SYNTAX.has(code ?? '');

export function problemOfDiagnostic(diagnostic: Diagnostic): EditorProblem {
  const { code, message, tags, start_location: start, end_location: end } = diagnostic;
  const isError = isSyntaxError(diagnostic) || UNDEFINED_NAMES.has(code ?? '');
  return {
    line: start.row,
    column: start.column,
    endLine: end.row,
    endColumn: end.column,
    message,
    severity: isError ? 'error' : 'warning',
    code: code ?? undefined,
    isUnnecessary: tags.includes('unnecessary'),
    fix: fixOf(diagnostic),
  };
}

function fixOf({ fix, message }: Diagnostic): ProblemFix | undefined {
  if (!fix) return undefined;
  const edits = fix.edits.map(({ content, location, end_location: end }) => ({
    line: location.row,
    column: location.column,
    endLine: end.row,
    endColumn: end.column,
    text: content ?? '',
  }));
  return { title: fix.message ?? message, edits };
}
