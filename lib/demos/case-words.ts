/** What came of a case, and of a check, in words that help. */
import type { CaseResult, ExerciseOutcome, Outcome } from '../checking/outcome';
import { fill, fillPlural, type Texts } from '../messages/messages';

/** Undefined where it is right, or was not tried. */
export function whyNot(result: CaseResult, texts: Texts): string | undefined {
  if (result.state !== 'failed') return undefined;
  const { fault } = result;
  return fault === undefined ? differenceInWords(result, texts) : faultInWords(result, texts);
}

function differenceInWords(
  { difference = 'value', kinds, given }: CaseResult,
  { messages }: Texts,
): string {
  const words = messages.activities;
  if (difference === 'nothing' && given.kind === 'input') return words.difference.nothingPrinted;
  if (kinds?.expected === 'error') return words.difference.anError;
  if (difference !== 'kind' || !kinds) return words.difference[difference];
  const came = words.kinds[kinds.came];
  if (!kinds.expected) return fill(words.difference.kind, { came });
  return fill(words.difference.kinds, { came, expected: words.expectedKinds[kinds.expected] });
}

function faultInWords(result: CaseResult, { locale, messages }: Texts): string {
  const words = messages.activities.fault;
  const { fault = 'ended', error, given, timeoutS = 0 } = result;
  if (fault === 'timeout') return fillPlural(locale, words.timeout, timeoutS);
  if (fault !== 'error') return words[fault];
  const { name = 'Error', message = '' } = error ?? {};
  if (given.kind !== 'input') {
    if (name === 'AssertionError') return [words.assertion, message].join(' ').trim();
    const isMissing = name === 'NameError' || name === 'ReferenceError';
    if (isMissing && error?.line === undefined) return fill(words.noFunction, { message });
    if (name === 'EOFError') return words.asksInput;
  }
  return errorInWords(error, messages.activities);
}

function errorInWords(
  error: CaseResult['error'],
  { fault }: Texts['messages']['activities'],
): string {
  const { name = 'Error', message = '', line } = error ?? {};
  return line === undefined
    ? fill(fault.error, { name, message })
    : fill(fault.errorLine, { name, line, message });
}

/** Of a program that could not be tried at all. */
export function whyBroken({ broken }: ExerciseOutcome, { messages }: Texts): string {
  const words = messages.activities;
  if (!broken) return '';
  if (broken.error) return errorInWords(broken.error, words);
  if (broken.fault === 'timeout') return words.fault.timeoutAtStart;
  return broken.fault === 'ended' || broken.fault === 'error'
    ? words.fault.endedAtStart
    : words.fault[broken.fault];
}

/** All of it in one sentence. */
export function outcomeInWords(outcome: Outcome, texts: Texts): string {
  const { locale, messages } = texts;
  const words = messages.activities;
  if (outcome.type === 'exercise') {
    if (outcome.broken) return words.outcome.broken;
    const count = outcome.results.length;
    if (outcome.passed) return fillPlural(locale, words.outcome.passed, count);
    const right = outcome.results.filter(({ state }) => state === 'passed').length;
    return fill(words.outcome.failed, { right, count });
  }
  if (outcome.type === 'order') {
    if (outcome.passed) return words.order.right;
    if (outcome.isIndentWrong) return words.order.indentWrong;
    return outcome.rightLines === 0
      ? words.order.wrongFirst
      : fillPlural(locale, words.order.wrong, outcome.rightLines);
  }
  if (outcome.type === 'gaps') {
    if (outcome.passed) return words.gaps.right;
    const right = outcome.right.filter((one) => one).length;
    return fill(words.gaps.wrong, { right, count: outcome.right.length });
  }
  if (outcome.passed) return words.choice.right;
  if (outcome.rightChosen === 0) return words.choice.wrong;
  return outcome.missing === 0
    ? words.choice.tooMany
    : fillPlural(locale, words.choice.some, outcome.missing);
}
