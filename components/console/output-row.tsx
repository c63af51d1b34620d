import { type CSSProperties, memo } from 'react';
import { cssOfStyle } from '@/lib/console/palette';
import { rowRange } from '@/lib/console/rows';
import { type Segment, sliceSegments, type TextLine } from '@/lib/console/text-line';

interface OutputRowProps {
  line: TextLine;
  row: number;
  columns: number;
  /** The line's, which is itself mutable. */
  version: number;
}

/** One row of a line. `data-wrapped` tells copying that it goes on the row above. */
export const OutputRow = memo(function OutputRow({ line, row, columns }: OutputRowProps) {
  const { from, to } = rowRange(line, row, columns);
  return (
    <div
      className="out-row"
      data-tone={line.tone}
      data-time={row === 0 ? line.atS?.toFixed(2) : undefined}
      data-first={row === 0 || undefined}
      data-wrapped={row > 0 || undefined}
    >
      <Pieces segments={sliceSegments(line.segments, from, to)} />
    </div>
  );
});

export function Pieces({ segments }: { segments: readonly Segment[] }) {
  let column = 0;
  return segments.map((segment) => {
    const key = column;
    column += segment.text.length;
    return (
      <span key={key} data-tone={segment.tone} style={cssOfStyle(segment.style) as CSSProperties}>
        {segment.text}
      </span>
    );
  });
}
