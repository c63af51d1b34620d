import { type CSSProperties, memo } from 'react';
import { cssOfStyle } from '@/lib/console/palette';
import { type Match, type Piece, partsOfRow } from '@/lib/console/row-parts';
import { rowRange } from '@/lib/console/rows';
import type { Segment, TextLine } from '@/lib/console/text-line';
import { AddressLink, PlaceLink } from './row-links';

interface OutputRowProps {
  line: TextLine;
  row: number;
  columns: number;
  /** Changes when the row does; the line is itself mutable. */
  version: number;
  tone: string;
  /** What the search has found in the line. */
  matches?: readonly Match[] | undefined;
}

/** One row of a line. `data-wrapped` tells copying that it goes on the row above. */
export const OutputRow = memo(function OutputRow(props: OutputRowProps) {
  const { line, row, columns, tone, matches } = props;
  const { from, to } = rowRange(line, row, columns);
  return (
    <div
      className="out-row"
      data-tone={tone}
      data-time={row === 0 ? line.atS?.toFixed(2) : undefined}
      data-first={row === 0 || undefined}
      data-wrapped={row > 0 || undefined}
    >
      {partsOfRow(line, from, to, matches).map(({ target, pieces }) => {
        const key = pieces[0]?.column;
        const contents = pieces.map((piece) => <PieceText key={piece.column} piece={piece} />);
        // Only the first of its rows is a stop for the Tab key.
        const isRest = target !== undefined && target.from < from;
        if (target?.href !== undefined) {
          return (
            <AddressLink key={key} address={target.href} isRest={isRest}>
              {contents}
            </AddressLink>
          );
        }
        if (target?.place !== undefined) {
          return (
            <PlaceLink key={key} place={target.place} isRest={isRest}>
              {contents}
            </PlaceLink>
          );
        }
        return contents;
      })}
    </div>
  );
});

function PieceText({ piece: { text, tone, style, match } }: { piece: Piece }) {
  const css = cssOfStyle(style) as CSSProperties;
  // Nothing in the style sheet is about the program's plain output.
  const shownTone = tone === 'stdout' ? undefined : tone;
  return match ? (
    <mark data-tone={shownTone} style={css} className={`out-match out-match-${match}`}>
      {text}
    </mark>
  ) : (
    <span data-tone={shownTone} style={css}>
      {text}
    </span>
  );
}

/** Text of several looks, without links. */
export function Pieces({ segments }: { segments: readonly Segment[] }) {
  let column = 0;
  return segments.map((segment) => {
    const key = column;
    column += segment.text.length;
    return <PieceText key={key} piece={{ ...segment, column: key, match: undefined }} />;
  });
}
