/** What came of one case beside what is expected of it, in the form in which a learner may have it. */
import 'server-only';
import type { CallCase, InputCase } from './cases';
import type { Check } from './checks';
import { differenceOf, outputDifference } from './compare';
import type { Answer, CaseError } from './frames';
import type { CaseResult, Fault } from './outcome';
import type { Notation } from './read-literal';
import { showValue } from './show-value';
import type { Value } from './value';

/** One thing to be tried: a call or a statement in the program's context, or a run of it with an input. */
export type Trial =
  | { kind: 'check'; check: Check }
  | { kind: 'call'; one: CallCase }
  | { kind: 'input'; one: InputCase };

export interface Tried {
  answer?: Answer | undefined;
  fault?: Fault | undefined;
  printed: string;
}

const SHOWN_LIMIT = 2000;

export function judgeAnswer(
  trial: Exclude<Trial, { kind: 'input' }>,
  { answer, fault, printed }: Tried,
  notation: Notation,
  timeoutS: number,
): CaseResult {
  const base: CaseResult = { ...headOf(trial), state: 'failed' };
  if (printed.trim() !== '') base.printed = cut(printed);
  const expected = expectedOf(trial, notation);
  if (expected !== undefined) base.expected = expected;
  if (fault === 'timeout') base.timeoutS = timeoutS;
  if (fault !== undefined) return { ...base, fault };
  if (answer === undefined) return { ...base, fault: 'ended' };
  if (answer.kind === 'error') return judgeError(base, trial, answer.error);
  if (answer.kind === 'holds') {
    // It says so itself: only of statements that nobody else can judge.
    const isStatement = trial.kind === 'check' && trial.check.kind === 'run';
    return isStatement ? { ...base, state: 'passed' } : { ...base, fault: 'unclear' };
  }
  if (trial.kind === 'check' && trial.check.kind === 'run') return { ...base, fault: 'unclear' };
  return judgeValue(
    { ...base, came: showValue(answer.value, notation).toWellFormed() },
    trial,
    answer.value,
    notation,
  );
}

function judgeError(
  base: CaseResult,
  trial: Exclude<Trial, { kind: 'input' }>,
  error: CaseError,
): CaseResult {
  const isExpected =
    trial.kind === 'call' &&
    trial.one.expected.kind === 'error' &&
    trial.one.expected.name.split('.').at(-1) === error.name;
  if (isExpected) return { ...base, state: 'passed', came: error.name };
  return { ...base, fault: 'error', error };
}

function judgeValue(
  base: CaseResult,
  trial: Exclude<Trial, { kind: 'input' }>,
  value: Value,
  notation: Notation,
): CaseResult {
  if (trial.kind === 'check' && trial.check.kind === 'truth') {
    const isRight = isTrue(value, notation) === trial.check.wanted;
    if (isRight) return { ...base, state: 'passed' };
    return { ...base, difference: isNothing(value) ? 'nothing' : 'value' };
  }
  const { expected, how } =
    trial.kind === 'call' ? trial.one : (trial.check as Extract<Check, { kind: 'value' }>);
  const difference = differenceOf(value, expected, how);
  if (difference === undefined) return { ...base, state: 'passed' };
  const result: CaseResult = { ...base, difference };
  if (expected.kind === 'error') result.kinds = { came: value.t, expected: 'error' };
  else if (difference === 'kind' && expected.kind === 'value' && !isNothing(expected.value)) {
    result.kinds = { came: value.t, expected: expected.value.t };
  } else if (difference === 'kind') result.kinds = { came: value.t };
  return result;
}

export function judgeOutput(
  one: InputCase,
  came: { stdout: string; fault: Fault | undefined; error?: CaseError; timeoutS: number },
): CaseResult {
  const base: CaseResult = { ...headOf({ kind: 'input', one }), state: 'failed' };
  const stdout = came.stdout.toWellFormed();
  base.came = cut(stdout);
  if (came.fault === 'timeout') base.timeoutS = came.timeoutS;
  if (came.fault !== undefined) {
    return { ...base, fault: came.fault, ...(came.error ? { error: came.error } : {}) };
  }
  const difference = outputDifference(stdout, one.output, one.how);
  return difference === undefined ? { ...base, state: 'passed' } : { ...base, difference };
}

export function untried(trial: Trial): CaseResult {
  return { ...headOf(trial), state: 'untried' };
}

function headOf(trial: Trial): Pick<CaseResult, 'isHidden' | 'label' | 'given'> {
  if (trial.kind === 'check') {
    return { isHidden: false, given: { kind: 'check', text: cut(trial.check.source) } };
  }
  const { label } = trial.one;
  const given =
    trial.kind === 'call'
      ? ({ kind: 'call', text: cut(trial.one.call) } as const)
      : ({ kind: 'input', text: cut(trial.one.input) } as const);
  return { isHidden: true, ...(label === undefined ? {} : { label }), given };
}

/** Anybody can read it in the check. */
function expectedOf(trial: Trial, notation: Notation): string | undefined {
  if (trial.kind !== 'check' || trial.check.kind === 'run') return undefined;
  if (trial.check.kind === 'value') return trial.check.expected.text;
  const { wanted } = trial.check;
  return showValue({ t: 'bool', v: wanted }, notation);
}

function isNothing({ t }: Value): boolean {
  return t === 'none' || t === 'undefined';
}

/** As an `if` of the language takes it. */
function isTrue(value: Value, notation: Notation): boolean {
  switch (value.t) {
    case 'none':
    case 'undefined':
      return false;
    case 'bool':
      return value.v;
    case 'number':
    case 'bigint':
      return !/^-?0(?:\.0)?$/.test(value.v) && (value.v !== 'nan' || notation === 'python');
    case 'text':
    case 'bytes':
      return value.v !== '';
    default:
      return notation === 'javascript' || !('v' in value) || value.v.length > 0;
  }
}

function cut(text: string): string {
  const shown = text.length > SHOWN_LIMIT ? `${text.slice(0, SHOWN_LIMIT)}…` : text;
  return shown.toWellFormed();
}
