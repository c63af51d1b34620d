import { describe, expect, it } from 'vitest';
import { nextSorting, numericColumns, rowOrder as rowOrderIn, type Sorting } from './table-order';

const rows = [
  ['b', 10, true],
  ['a', 9, null],
  ['b', 100, false],
  ['a10', null, true],
  ['a2', 9, true],
];

const rowOrder = (table: typeof rows | (string | number)[][], sorting: Sorting | undefined) =>
  rowOrderIn(table, sorting, 'en');

describe('the order of rows', () => {
  it('has words as the language of the page has them', () => {
    const places = [['上海'], ['北京'], ['广州']];
    const sorting: Sorting = { column: 0, direction: 'ascending' };
    expect(rowOrderIn(places, sorting, 'zh')).toEqual([1, 2, 0]);
  });

  it('is the program’s own without a sorting', () => {
    expect(rowOrder(rows, undefined)).toEqual([0, 1, 2, 3, 4]);
  });

  it('is by value for numbers, with empty cells last in both directions', () => {
    expect(rowOrder(rows, { column: 1, direction: 'ascending' })).toEqual([1, 4, 0, 2, 3]);
    expect(rowOrder(rows, { column: 1, direction: 'descending' })).toEqual([2, 0, 1, 4, 3]);
  });

  it('keeps equal rows as they were, in both directions', () => {
    expect(rowOrder(rows, { column: 0, direction: 'ascending' })).toEqual([1, 4, 3, 0, 2]);
    expect(rowOrder(rows, { column: 0, direction: 'descending' })).toEqual([0, 2, 3, 4, 1]);
  });

  it('takes truth values, and numbers before words', () => {
    expect(rowOrder(rows, { column: 2, direction: 'ascending' })).toEqual([2, 0, 3, 4, 1]);
    expect(rowOrder([['x'], [2], ['10'], [1]], { column: 0, direction: 'ascending' })).toEqual([
      3, 1, 2, 0,
    ]);
  });

  it('sorts 10,000 rows without comparing all with all', () => {
    const many = Array.from({ length: 10_000 }, (_, row) => [`row ${(row * 7919) % 10_000}`]);
    const started = performance.now();
    const order = rowOrder(many, { column: 0, direction: 'ascending' });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(many[order[9999] ?? 0]).toEqual(['row 9999']);
  });
});

describe('a click on a column’s head', () => {
  it('sorts up, then down, then not at all; another column begins anew', () => {
    const up = nextSorting(undefined, 1);
    expect(up).toEqual({ column: 1, direction: 'ascending' });
    const down = nextSorting(up, 1);
    expect(down).toEqual({ column: 1, direction: 'descending' });
    expect(nextSorting(down, 1)).toBeUndefined();
    expect(nextSorting(down, 0)).toEqual({ column: 0, direction: 'ascending' });
  });
});

describe('columns of numbers', () => {
  it('hold nothing else, and at least one', () => {
    const columns = ['text', 'number', 'truth'];
    expect(numericColumns({ columns, rows, rowCount: 5 })).toEqual([false, true, false]);
    expect(numericColumns({ columns, rows: [[null, null, null]], rowCount: 1 })).toEqual([
      false,
      false,
      false,
    ]);
  });
});
