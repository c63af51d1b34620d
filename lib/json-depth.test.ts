import { expect, test } from 'vitest';
import { isDeeperThan } from './json-depth';

const nested = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

test.each([
  [null, 0, false],
  ['[[[[', 0, false],
  [[], 0, true],
  [[], 1, false],
  [{ a: [1, { b: 2 }] }, 2, true],
  [{ a: [1, { b: 2 }] }, 3, false],
])('%j in %i levels', (value, levels, is) => {
  expect(isDeeperThan(value, levels)).toBe(is);
});

test('a value that no recursion comes through is looked at all the same', () => {
  expect(isDeeperThan(nested(200_000), 500)).toBe(true);
  expect(isDeeperThan(nested(200_000), 200_000)).toBe(false);
});

test('a wide value is no deep one', () => {
  expect(isDeeperThan(Array(300_000).fill([1]), 2)).toBe(false);
});
