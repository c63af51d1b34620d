import { CircleCheck, Diff } from 'lucide-react';
import { fillPlural, type Texts } from '@/lib/messages/messages';
import type { GuessComparison } from '@/lib/share/compare-guess';
import { DiffView } from './diff-view';

interface GuessOutcomeProps {
  guess: string;
  comparison: GuessComparison;
  texts: Texts;
}

/** A guess and what was printed, side by side, and line by line where they differ. */
export function GuessOutcome({ guess, comparison, texts }: GuessOutcomeProps) {
  const { predict, sides } = texts.messages.compare;
  const { verdict, diff, printed } = comparison;
  const Icon = verdict === 'wrong' ? Diff : CircleCheck;
  return (
    <>
      <div className="run-verdict" data-verdict={verdict === 'wrong' ? 'different' : 'same'}>
        <Icon className="run-verdict-icon" aria-hidden="true" />
        <p className="run-verdict-head">{verdictInWords(comparison, texts)}</p>
      </div>
      <dl className="run-sides">
        <Side name={sides.guess} text={guess} nothing={sides.nothing} />
        <Side name={sides.printed} text={printed.join('\n')} nothing={sides.nothing} />
      </dl>
      {verdict === 'wrong' ? (
        <DiffView
          diff={diff}
          sides={{ before: sides.guess, after: sides.printed }}
          label={predict.label}
          texts={texts}
        />
      ) : null}
    </>
  );
}

function Side({ name, text, nothing }: { name: string; text: string; nothing: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {text.trim() === '' ? (
          <span className="text-muted">{nothing}</span>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <pre className="guess-text" translate="no" tabIndex={0}>
            {text}
          </pre>
        )}
      </dd>
    </div>
  );
}

function verdictInWords(
  { verdict, rightLines, lines }: GuessComparison,
  { locale, messages }: Texts,
): string {
  const { predict } = messages.compare;
  if (verdict === 'right') return predict.right;
  if (verdict === 'nearly') return predict.nearly;
  if (rightLines === 0) return predict.wrong;
  return fillPlural(locale, predict.some, lines, { right: rightLines });
}
