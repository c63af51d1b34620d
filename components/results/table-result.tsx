import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import type { Table } from '@/lib/console/rich-forms';
import {
  type Cell,
  nextSorting,
  numericColumns,
  rowOrder,
  type Sorting,
} from '@/lib/console/table-order';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { FootButton, ResultFoot } from './result-foot';
import type { FormProps } from './result-form';
import { useKept } from './use-kept';

const ROWS_AT_ONCE = 50;

/** A table that can be sorted by each of its columns. */
export function TableResult({ block, table, toggle }: FormProps & { table: Table }) {
  const texts = useTexts();
  const { locale, messages } = texts;
  const words = messages.results;
  const [sorting, setSorting] = useKept<Sorting | undefined>(block, 'sorting', undefined);
  const [limit, setLimit] = useKept(block, 'rows', ROWS_AT_ONCE);
  const order = useMemo(() => rowOrder(table.rows, sorting, locale), [table, sorting, locale]);
  const numeric = useMemo(() => numericColumns(table), [table]);
  const shown = Math.min(limit, order.length);
  const more = Math.min(ROWS_AT_ONCE, order.length - shown);

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and regions are too many here */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div role="group" className="result-table" aria-label={words.table} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column, index) => {
                const direction = sorting?.column === index ? sorting.direction : undefined;
                return (
                  <th
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; names may repeat
                    key={index}
                    scope="col"
                    aria-sort={direction ?? 'none'}
                    className={clsx(numeric[index] && 'is-number')}
                  >
                    <button type="button" onClick={() => setSorting(nextSorting(sorting, index))}>
                      {column || <span className="sr-only">{words.index}</span>}
                      {direction === 'descending' ? (
                        <ArrowDown aria-hidden="true" className="sort-arrow" />
                      ) : (
                        <ArrowUp
                          aria-hidden="true"
                          className={clsx('sort-arrow', !direction && 'opacity-0')}
                        />
                      )}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {order.slice(0, shown).map((row) => (
              <tr key={row}>
                {table.rows[row]?.map((cell, index) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                    key={index}
                    className={clsx(numeric[index] && 'is-number', cell === null && 'is-empty')}
                  >
                    {wordOf(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ResultFoot summary={countInWords(shown, order.length, table.rowCount, sorting, texts)}>
        {more > 0 ? (
          <FootButton onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
            {fill(words.showMore, { count: more })}
          </FootButton>
        ) : null}
        {toggle}
      </ResultFoot>
    </>
  );
}

function wordOf(cell: Cell): string {
  if (cell === null) return '–';
  return typeof cell === 'string' ? cell : String(cell);
}

/** `held` rows have arrived of the `all` that the program's table has; sorting reaches only those. */
function countInWords(
  shown: number,
  held: number,
  all: number,
  sorting: Sorting | undefined,
  { locale, messages }: Texts,
): string {
  const { rows, firstRows, firstRowsSorted } = messages.results;
  const total = Math.max(held, all);
  if (shown === total) return fillPlural(locale, rows, total);
  const numbers = new Intl.NumberFormat(locale);
  return fill(sorting && held < total ? firstRowsSorted : firstRows, {
    shown: numbers.format(shown),
    total: numbers.format(total),
    held: numbers.format(held),
  });
}
