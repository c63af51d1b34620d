/** What a comparison of two runs comes to, in words. */
import type { Receipt } from '../agentbay/receipt';
import { LOCALE_NAMES } from '../messages/locales';
import { fill, fillPlural, type Messages, type Texts } from '../messages/messages';
import type { Comparison, Difference } from './compare-runs';

export interface VerdictFacts {
  runtime: string;
  receipt: Receipt;
  /** Undefined where the server has not told. */
  now: { version: string | undefined; engine: string | undefined };
  /** When it was recorded. */
  date: string;
}

/** One sentence without a full stop. */
export function headlineOf(comparison: Comparison, facts: VerdictFacts, texts: Texts): string {
  const { verdict, varying } = texts.messages.compare;
  if (comparison.verdict === 'same') {
    const { date, runtime, receipt } = facts;
    const text = comparison.isPartial ? verdict.sameSoFar : verdict.same;
    return fill(text, { date, runtime, version: receipt.languageVersion });
  }
  if (comparison.verdict === 'varying') {
    if (comparison.varying.length === 0) return verdict.styled;
    const { dates } = LOCALE_NAMES[texts.locale];
    const kinds = comparison.varying.map((kind) => varying[kind]);
    return fill(verdict.varying, { kinds: new Intl.ListFormat(dates).format(kinds) });
  }
  return differenceInWords(comparison.differences, facts, texts);
}

/** The one that says most: another way to end explains what is missing before it. */
function differenceInWords(
  differences: readonly Difference[],
  { receipt }: VerdictFacts,
  { locale, messages }: Texts,
): string {
  const { verdict } = messages.compare;
  const end = differences.find(({ part }) => part === 'end');
  if (end?.part === 'end') {
    if (receipt.end.success && !end.now.success) return verdict.failed;
    return !receipt.end.success && end.now.success ? verdict.worked : verdict.end;
  }
  const lines = differences.find(({ part }) => part === 'output');
  if (lines?.part === 'output' && lines.diff.differing > 0) {
    const { differing, firstLine = 1 } = lines.diff;
    return fillPlural(locale, verdict.lines, differing, { line: firstLine });
  }
  const results = differences.filter(isOtherResult);
  if (results[0]?.part === 'result') {
    return fillPlural(locale, verdict.results, results.length, { number: results[0].number });
  }
  const isError = differences.some((one) => one.part === 'error' && one.diff.differing > 0);
  return isError ? verdict.error : verdict.errors;
}

function isOtherResult(difference: Difference): boolean {
  return difference.part === 'result' && (!difference.diff || difference.diff.differing > 0);
}

/** What may be behind it, or was left out, a sentence each. */
export function causesOf(
  { verdict, hasOtherInput, isPartial }: Comparison,
  { runtime, receipt, now }: VerdictFacts,
  { messages }: Texts,
): string[] {
  const words: Messages['compare']['causes'] = messages.compare.causes;
  const causes: string[] = [];
  const isOther = verdict === 'different';
  const { languageVersion: recorded, engine } = receipt;
  if (now.version !== undefined && now.version !== recorded) {
    const values = { runtime, recorded, now: now.version };
    causes.push(fill(isOther && !hasOtherInput ? words.version : words.versionSame, values));
  }
  if (now.engine !== undefined && now.engine !== engine) {
    causes.push(fill(words.engine, { recorded: engine, now: now.engine }));
  }
  if (hasOtherInput) causes.push(words.input);
  if (isOther && receipt.sandbox === 'session') causes.push(words.session);
  if (isOther && causes.length === 0) causes.push(words.chance);
  if (isPartial) causes.push(receipt.truncated ? words.cut : words.limit);
  return causes;
}
