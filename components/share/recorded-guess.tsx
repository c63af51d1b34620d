import type { Texts } from '@/lib/messages/messages';
import { compareGuess } from '@/lib/share/compare-guess';
import { withPredict } from '@/lib/share/predict';
import { transcriptOf } from '@/lib/share/receipt-transcript';
import type { ProgramSnippet } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';
import { GuessOutcome } from './guess-outcome';
import { Part } from './part';

interface RecordedGuessProps {
  snippet: ProgramSnippet;
  guess: string;
  texts: Texts;
}

/** What the reader has guessed, beside what was recorded. */
export function RecordedGuess({ snippet, guess, texts }: RecordedGuessProps) {
  const { predict, sides } = texts.messages.compare;
  const { id, revision, latestRevision, receipt } = snippet;
  const url = urlOf(id, revision === latestRevision ? undefined : revision);
  return (
    <Part
      title={sides.guess}
      aside={
        <span className="guess-links">
          <a className="snippet-link" href={withPredict(url)}>
            {predict.again}
          </a>
          <a className="snippet-link" href={url}>
            {predict.plain}
          </a>
        </span>
      }
    >
      {receipt ? (
        <GuessOutcome
          guess={guess}
          comparison={compareGuess(guess, transcriptOf(receipt, texts).items)}
          texts={texts}
        />
      ) : (
        <div className="guess-alone">
          {guess === '' ? (
            <p className="text-muted">{predict.nothing}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            <pre className="guess-text" translate="no" tabIndex={0}>
              {guess}
            </pre>
          )}
          <p>{predict.noReceipt}</p>
        </div>
      )}
    </Part>
  );
}
