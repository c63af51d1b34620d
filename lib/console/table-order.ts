import type { Table } from './rich-forms';

export type Cell = Table['rows'][number][number];
export interface Sorting {
  column: number;
  direction: 'ascending' | 'descending';
}

/**
 * The order in which the rows are to be shown, as their numbers. Rows that are equal keep their order
 * in both directions, and empty cells come last in both. Words are in the order of the locale.
 */
export function rowOrder(
  rows: Table['rows'],
  sorting: Sorting | undefined,
  locale: string,
): number[] {
  const order = rows.map((_, row) => row);
  if (!sorting) return order;
  const { column, direction } = sorting;
  const words = new Intl.Collator(locale, { numeric: true });
  const sign = direction === 'ascending' ? 1 : -1;
  return order.sort((a, b) => {
    const left = rows[a]?.[column] ?? null;
    const right = rows[b]?.[column] ?? null;
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compareCells(left, right, words);
  });
}

/** What the next click on a column's head asks for: up, down, and as the program gave it. */
export function nextSorting(sorting: Sorting | undefined, column: number): Sorting | undefined {
  if (sorting?.column !== column) return { column, direction: 'ascending' };
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}

/** Columns whose cells are all numbers or empty; these stand on the right. */
export function numericColumns({ columns, rows }: Table): boolean[] {
  return columns.map((_, column) => {
    const cells = rows.map((row) => row[column] ?? null).filter((cell) => cell !== null);
    return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
  });
}

function compareCells(
  left: NonNullable<Cell>,
  right: NonNullable<Cell>,
  words: Intl.Collator,
): number {
  if (typeof left === 'string' && typeof right === 'string') return words.compare(left, right);
  if (typeof left !== 'string' && typeof right !== 'string') return Number(left) - Number(right);
  // Numbers before words, in a column that holds both.
  return typeof left === 'string' ? 1 : -1;
}
