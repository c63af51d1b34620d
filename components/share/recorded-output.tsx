import type { CSSProperties } from 'react';
import { Filled } from '@/components/ui/filled';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import type { Receipt } from '@/lib/agentbay/receipt';
import { cssOfStyle } from '@/lib/console/palette';
import { statusOfEnd } from '@/lib/console/status';
import type { TextLine } from '@/lib/console/text-line';
import type { Item } from '@/lib/console/transcript';
import { fillPlural, type Texts } from '@/lib/messages/messages';
import { doneOf, transcriptOf } from '@/lib/share/receipt-transcript';
import type { ProgramSnippet } from '@/lib/snippets/contract';
import { RecordedResult } from './recorded-result';
import { Time } from './time';

/** More lines make a page that is slow to open. */
const MAX_LINES = 2000;

interface RecordedOutputProps {
  snippet: ProgramSnippet;
  texts: Texts;
}

/** What the recorded run showed, its end, and when and where it ran. */
export function RecordedOutput({ snippet, texts }: RecordedOutputProps) {
  const { id, receipt, language } = snippet;
  const words = texts.messages.share.page;
  if (!receipt) return <p className="snippet-none">{words.noReceipt}</p>;
  const items = itemsOf(receipt, texts);
  const more = items.length - MAX_LINES;
  return (
    <>
      {items.length === 0 ? (
        <p className="snippet-none">{words.noOutput}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: the part around it is a region already
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div className="recorded" role="group" aria-label={words.output} tabIndex={0}>
          <RecordedItems items={items.slice(0, MAX_LINES)} />
        </div>
      )}
      {more > 0 ? (
        <p className="snippet-none">
          <FilledPlural texts={texts} more={more} id={id} revision={snippet.revision} />
        </p>
      ) : null}
      <End receipt={receipt} timeoutS={snippet.timeoutS} texts={texts} />
      <p className="recorded-where">
        <Filled
          text={words.ran}
          values={{
            time: <Time ms={receipt.ranAtMs} texts={texts} />,
            runtime: LANGUAGE_NAMES[language].runtime,
            version: receipt.languageVersion,
          }}
        />
        {receipt.sandbox === 'session' ? ` ${words.inSession}` : null}
        {receipt.truncated ? ` ${words.cut}` : null}
      </p>
    </>
  );
}

/** What the console showed, line by line. */
export function RecordedItems({ items }: { items: readonly Item[] }) {
  return items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a recording never changes
    <RecordedItem key={index} item={item} />
  ));
}

/** Without the empty line in which output would go on. */
export function itemsOf(receipt: Receipt, texts: Texts): readonly Item[] {
  const { items } = transcriptOf(receipt, texts);
  const last = items.at(-1);
  return last?.kind === 'text' && last.length === 0 ? items.slice(0, -1) : items;
}

function RecordedItem({ item }: { item: Item }) {
  if (item.kind === 'text') return <RecordedLine line={item} />;
  return item.kind === 'result' ? <RecordedResult item={item.item} /> : null;
}

function RecordedLine({ line }: { line: TextLine }) {
  let column = 0;
  return (
    <div className="out-row" data-tone={line.tone} data-first>
      {line.slice(0, line.length).map(({ text, tone, style }) => {
        const key = column;
        column += text.length;
        const css = cssOfStyle(style) as CSSProperties | undefined;
        return css === undefined && tone === 'stdout' ? (
          text
        ) : (
          <span key={key} data-tone={tone === 'stdout' ? undefined : tone} style={css}>
            {text}
          </span>
        );
      })}
      {line.length === 0 ? '\u200b' : null}
    </div>
  );
}

interface MoreProps {
  texts: Texts;
  more: number;
  id: string;
  revision: number;
}

function FilledPlural({ texts, more, id, revision }: MoreProps) {
  const { moreLines, wholeText } = texts.messages.share.page;
  const all = <a href={`/s/${id}.md?revision=${revision}`}>{wholeText}</a>;
  return <Filled text={fillPlural(texts.locale, moreLines, more)} values={{ all }} />;
}

interface EndProps {
  receipt: Receipt;
  timeoutS: number;
  texts: Texts;
}

function End({ receipt, timeoutS, texts }: EndProps) {
  const { tone, headline, facts } = statusOfEnd(
    doneOf(receipt),
    { timeoutS, limits: undefined },
    texts,
  );
  return (
    <p className="recorded-end" data-tone={tone}>
      <span className="recorded-dot" aria-hidden="true" />
      <span>
        <strong>{headline}</strong>
        {facts.map((fact) => ` · ${fact}`).join('')}
      </span>
    </p>
  );
}
