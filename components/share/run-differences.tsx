import type { ReactNode } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import type { RichItem } from '@/lib/agentbay/contract';
import { statusOfEnd } from '@/lib/console/status';
import { fill, type Texts } from '@/lib/messages/messages';
import type { Difference } from '@/lib/share/compare-runs';
import type { PageOutcome } from '@/lib/share/page-run';
import { doneOf } from '@/lib/share/receipt-transcript';
import { DiffView } from './diff-view';
import { RecordedResult } from './recorded-result';

/** All that a run gave otherwise than it was recorded, part by part. */
export function RunDifferences({
  outcome: { comparison },
}: {
  outcome: Extract<PageOutcome, { kind: 'compared' }>;
}) {
  const texts = useTexts();
  return (
    <div className="run-differences">
      {comparison.differences.map((difference) => {
        const title = titleOf(difference, texts);
        return (
          <div key={title}>
            <h3>{title}</h3>
            <OneDifference difference={difference} title={title} texts={texts} />
          </div>
        );
      })}
    </div>
  );
}

interface OneDifferenceProps {
  difference: Difference;
  title: string;
  texts: Texts;
}

function OneDifference({ difference, title, texts }: OneDifferenceProps) {
  const { sides } = texts.messages.compare;
  const names = { before: sides.recorded, after: sides.now };
  if (difference.part === 'end') {
    const { recorded, now } = difference;
    return (
      <dl className="run-sides">
        <Side name={sides.recorded}>{endInWords(recorded, texts)}</Side>
        <Side name={sides.now}>{endInWords(now, texts)}</Side>
      </dl>
    );
  }
  if (difference.part !== 'result') {
    return <DiffView diff={difference.diff} sides={names} label={title} texts={texts} />;
  }
  const { recorded, now, diff } = difference;
  return (
    <>
      {diff ? <DiffView diff={diff} sides={names} label={title} texts={texts} /> : null}
      {diff && isText(recorded) && isText(now) ? null : (
        <dl className="run-sides">
          <Side name={sides.recorded}>
            {recorded ? <RecordedResult item={recorded} /> : sides.nothing}
          </Side>
          <Side name={sides.now}>{now ? <RecordedResult item={now} /> : sides.nothing}</Side>
        </dl>
      )}
    </>
  );
}

function Side({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function titleOf(difference: Difference, { messages }: Texts): string {
  const { parts } = messages.compare;
  return difference.part === 'result'
    ? fill(parts.result, { number: difference.number })
    : parts[difference.part];
}

function isText(item: RichItem | undefined): boolean {
  return (
    item !== undefined && Object.keys(item).every((key) => key === 'text' || key === 'isMainResult')
  );
}

function endInWords(end: Extract<Difference, { part: 'end' }>['now'], texts: Texts): string {
  const { headline, facts } = statusOfEnd(
    doneOf({ end }),
    { timeoutS: 0, limits: undefined },
    texts,
  );
  const code = end.exit.code ?? end.exit.signal;
  return code === undefined || !facts[0] ? headline : `${headline} · ${facts[0]}`;
}
