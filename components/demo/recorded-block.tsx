import { itemsOf, RecordedItems } from '@/components/share/recorded-output';
import { Time } from '@/components/share/time';
import { Filled } from '@/components/ui/filled';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import type { Receipt } from '@/lib/agentbay/receipt';
import { statusOfEnd } from '@/lib/console/status';
import type { CodePart } from '@/lib/demos/document';
import type { Texts } from '@/lib/messages/messages';
import { doneOf } from '@/lib/share/receipt-transcript';

/** More lines make a page that is slow to open. */
const MAX_LINES = 400;

interface RecordedBlockProps {
  part: CodePart;
  receipt: Receipt | undefined;
  texts: Texts;
}

/** What a block gave when the document was saved; else what its author says; else nothing. */
export function RecordedBlock({ part, receipt, texts }: RecordedBlockProps) {
  const words = texts.messages.demo;
  if (receipt === undefined) {
    if (part.output === undefined) return null;
    return (
      // biome-ignore lint/a11y/useSemanticElements: a region for each block would be too many
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <div className="recorded" role="group" aria-label={words.expected} tabIndex={0}>
        {part.output.split('\n').map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
          <div key={index} className="out-row">
            {line || '\u200b'}
          </div>
        ))}
      </div>
    );
  }
  const items = itemsOf(receipt, texts);
  return (
    <>
      {items.length === 0 ? (
        <p className="snippet-none">{words.noOutput}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a region for each block would be too many
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div className="recorded" role="group" aria-label={words.output} tabIndex={0}>
          <RecordedItems items={items.slice(0, MAX_LINES)} />
        </div>
      )}
      {items.length > MAX_LINES ? <p className="snippet-none">{words.moreLines}</p> : null}
      <End part={part} receipt={receipt} texts={texts} />
    </>
  );
}

/** A program that ended as it should is no news; when it ran stands there for who asks. */
function End({ part, receipt, texts }: { part: CodePart; receipt: Receipt; texts: Texts }) {
  const { timeoutS = 10, language } = part;
  const end = statusOfEnd(doneOf(receipt), { timeoutS, limits: undefined }, texts);
  const { runtime } = LANGUAGE_NAMES[language];
  return (
    <p className="recorded-end demo-end" data-tone={end.tone}>
      <span className="recorded-dot" aria-hidden="true" />
      <span>
        {end.tone === 'failure' ? <strong>{end.headline} · </strong> : null}
        <Filled
          text={texts.messages.demo.recorded}
          values={{
            time: <Time ms={receipt.ranAtMs} texts={texts} />,
            runtime,
            version: receipt.languageVersion,
          }}
        />
      </span>
    </p>
  );
}
