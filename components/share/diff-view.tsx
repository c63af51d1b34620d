import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { type Hunk, hunksOf } from '@/lib/share/diff-hunks';
import type { DiffRow, LineDiff, LinePart } from '@/lib/share/line-diff';

export interface DiffSides {
  /** What the one side is called, and the other. */
  before: string;
  after: string;
}

interface DiffViewProps {
  diff: LineDiff;
  sides: DiffSides;
  /** What it is about, for who cannot see it. */
  label: string;
  texts: Texts;
}

/** What differs between two texts, line by line; each line has a sign, a word and an element that say on which side it is. */
export function DiffView({ diff, sides, label, texts }: DiffViewProps) {
  const { locale, messages } = texts;
  const words = messages.compare.diff;
  const { hunks, rest, hidden } = hunksOf(diff.rows);
  return (
    <div className="diff">
      <p className="diff-sides" aria-hidden="true">
        <span data-side="before">{sides.before}</span>
        <span data-side="after">{sides.after}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: what is around it is a region already */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="diff-lines" role="group" aria-label={label} translate="no" tabIndex={0}>
        {hunks.map((hunk) => (
          <HunkRows key={keyOf(hunk.rows[0])} hunk={hunk} sides={sides} texts={texts} />
        ))}
        {rest > 0 ? (
          <p className="diff-skipped">{fillPlural(locale, words.skipped, rest)}</p>
        ) : null}
        {hidden > 0 ? (
          <p className="diff-skipped">{fillPlural(locale, words.hidden, hidden)}</p>
        ) : null}
      </div>
      {diff.isRough ? <p className="diff-note">{words.rough}</p> : null}
    </div>
  );
}

interface HunkRowsProps {
  hunk: Hunk;
  sides: DiffSides;
  texts: Texts;
}

function HunkRows({ hunk: { skipped, rows }, sides, texts }: HunkRowsProps) {
  const { locale, messages } = texts;
  return (
    <>
      {skipped > 0 ? (
        <p className="diff-skipped">{fillPlural(locale, messages.compare.diff.skipped, skipped)}</p>
      ) : null}
      {rows.map((row) => (
        <Row key={keyOf(row)} row={row} sides={sides} texts={texts} />
      ))}
    </>
  );
}

function Row({ row, sides, texts }: { row: DiffRow; sides: DiffSides; texts: Texts }) {
  const { signs } = texts.messages.compare;
  if (row.kind === 'same') {
    return (
      <div className="diff-row" data-kind="same">
        <span className="diff-number" data-line={row.after} aria-hidden="true" />
        <span className="diff-sign" data-sign=" " aria-hidden="true" />
        <span className="diff-text">{row.text || '\u200b'}</span>
      </div>
    );
  }
  const old = row.kind === 'alike' ? row.old : row.kind === 'removed' ? row.parts : undefined;
  const now = row.kind === 'alike' ? row.now : row.kind === 'added' ? row.parts : undefined;
  const isAlike = row.kind === 'alike';
  return (
    <>
      {old ? (
        <SideRow
          kind={row.kind}
          side="before"
          parts={old}
          number={'before' in row ? row.before : undefined}
          sign={isAlike ? '~' : '−'}
          told={fill(isAlike ? signs.alike : signs.removed, { side: sides.before })}
        />
      ) : null}
      {now ? (
        <SideRow
          kind={row.kind}
          side="after"
          parts={now}
          number={'after' in row ? row.after : undefined}
          sign={isAlike ? '~' : '+'}
          told={fill(isAlike ? signs.alike : signs.added, { side: sides.after })}
        />
      ) : null}
    </>
  );
}

interface SideRowProps {
  kind: DiffRow['kind'];
  side: 'before' | 'after';
  number: number | undefined;
  sign: string;
  /** The sign in words. */
  told: string;
  parts: readonly LinePart[];
}

/** A line of one side. */
function SideRow({ kind, side, number, sign, told, parts }: SideRowProps) {
  const Text = side === 'before' ? 'del' : 'ins';
  return (
    <div className="diff-row" data-kind={kind} data-side={side}>
      <span className="diff-number" data-line={number ?? ''} aria-hidden="true" />
      <span className="diff-sign" data-sign={sign} aria-hidden="true" />
      <span className="sr-only">{told}</span>
      <Text className="diff-text">
        <Parts parts={parts} />
      </Text>
    </div>
  );
}

function Parts({ parts }: { parts: readonly LinePart[] }) {
  if (parts.every(({ text }) => text === '')) return '\u200b';
  return parts.map(({ text, isChanged }, index) =>
    isChanged ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change
      <mark key={index}>{text}</mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <span key={index}>{text}</span>
    ),
  );
}

const keyOf = (row: DiffRow | undefined) =>
  row && `${'before' in row ? row.before : ''}:${'after' in row ? row.after : ''}:${row.kind}`;
