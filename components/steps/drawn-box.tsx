import { useMessages } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import type { DrawnNode, DrawnRow } from '@/lib/steps/layout';

/** A frame or an object: its name, then what it holds. */
export function DrawnBox({ drawn }: { drawn: DrawnNode }) {
  const words = useMessages().steps.drawing;
  const { title, type, kind, isTop, isNew, rows, cells, cellWidth, more } = drawn;
  return (
    <div
      className="steps-box"
      data-type={type}
      data-kind={kind}
      data-top={isTop || undefined}
      data-new={isNew || undefined}
    >
      <div className="steps-box-title">
        <bdi>{title}</bdi>
      </div>
      {cells.length === 0 ? null : (
        <div className="steps-cells">
          {cells.map((cell, at) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its place
              key={at}
              className="steps-cell"
              data-changed={cell.isChanged || undefined}
              style={{ width: cellWidth }}
            >
              <span className="steps-index">{cell.name}</span>
              <bdi>{cell.text}</bdi>
            </div>
          ))}
        </div>
      )}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
        <Row key={at} row={row} />
      ))}
      {rows.length === 0 && cells.length === 0 && type === 'frame' ? (
        <div className="steps-row steps-empty">{words.empty}</div>
      ) : null}
      {more > 0 ? (
        <div className="steps-row steps-empty">
          … {fill(words.inAll, { count: more + rows.length + cells.length })}
        </div>
      ) : null}
    </div>
  );
}

function Row({ row }: { row: DrawnRow }) {
  return (
    <div className="steps-row" data-changed={row.isChanged || undefined}>
      <bdi className="steps-name">{row.name}</bdi>
      <bdi className="steps-value" data-arrow={row.text === '' || undefined}>
        {row.text}
      </bdi>
    </div>
  );
}
