import type { Table } from './rich-forms';

export type Cell = Table['rows'][number][number];
export interface Sorting {
  column: number;
  direction: 'ascending' | 'descending';
}

const WORDS = new Intl.Collator('en', { numeric: true });

/**
 * The order in which the rows are to be shown, as their numbers. Rows that are equal keep their order
 * in both directions, and empty cells come last in both.
 */
export function rowOrder(rows: Table['rows'], sorting: Sorting | undefined): number[] {
  const order = rows.map((_, row) => row);
  if (!sorting) return order;
  const { column, direction } = sorting;
  const sign = direction === 'ascending' ? 1 : -1;
  return order.sort((a, b) => {
    const left = rows[a]?.[column] ?? null;
    const right = rows[b]?.[column] ?? null;
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * compareCells(left, right);
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

function compareCells(left: NonNullable<Cell>, right: NonNullable<Cell>): number {
  if (typeof left === 'string' && typeof right === 'string') return WORDS.compare(left, right);
  if (typeof left !== 'string' && typeof right !== 'string') return Number(left) - Number(right);
  // Numbers before words, in a column that holds both.
  return typeof left === 'string' ? 1 : -1;
}
