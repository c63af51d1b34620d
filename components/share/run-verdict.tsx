import { CircleCheck, CircleSlash, Diff } from 'lucide-react';
import { useTexts } from '@/components/ui/messages-provider';
import { LOCALE_NAMES } from '@/lib/messages/locales';
import type { Texts } from '@/lib/messages/messages';
import type { PageOutcome } from '@/lib/share/page-run';
import { causesOf, headlineOf } from '@/lib/share/verdict-words';

interface RunVerdictProps {
  outcome: Exclude<PageOutcome, { kind: 'alone' }>;
  /** What runs the language: `Python`, `Node.js`. */
  runtime: string;
}

/** Whether the output is still what was recorded, in one sentence, and what may be the cause where it is not. */
export function RunVerdict({ outcome, runtime }: RunVerdictProps) {
  const texts = useTexts();
  const words = texts.messages.compare.verdict;
  if (outcome.kind !== 'compared') {
    return (
      <div className="run-verdict" data-verdict="none">
        <CircleSlash className="run-verdict-icon" aria-hidden="true" />
        <p>{outcome.kind === 'stopped' ? words.stopped : words.broken}</p>
      </div>
    );
  }
  const { comparison, receipt, now } = outcome;
  const facts = { runtime, receipt, now, date: dateOf(receipt.ranAtMs, texts) };
  const Icon = comparison.verdict === 'different' ? Diff : CircleCheck;
  return (
    <div className="run-verdict" data-verdict={comparison.verdict}>
      <Icon className="run-verdict-icon" aria-hidden="true" />
      <div>
        <p className="run-verdict-head">{headlineOf(comparison, facts, texts)}</p>
        {causesOf(comparison, facts, texts).map((cause) => (
          <p key={cause}>{cause}</p>
        ))}
      </div>
    </div>
  );
}

/** Where the reader is, as it is about their calendar. */
function dateOf(ms: number, { locale }: Texts): string {
  return new Intl.DateTimeFormat(LOCALE_NAMES[locale].dates, { dateStyle: 'medium' }).format(ms);
}
