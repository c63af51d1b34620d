import { expect, test } from 'vitest';
import { watchFilling, wordsOfUsage } from './filling';
import type { Usage } from './room';

const MIB = 1024 * 1024;
const usage = (usedMiB: number, isFull = false): Usage => ({
  usedBytes: usedMiB * MIB,
  limitBytes: 100 * MIB,
  freeBytes: undefined,
  isFull,
});

test('the operator hears of each mark once, of the end, and again after it was emptied', () => {
  const said: string[] = [];
  const watch = watchFilling((_, sentence) => said.push(sentence));
  for (const used of [10, 79, 80, 81, 92, 94, 96]) watch(usage(used));
  expect(said).toEqual([
    'snippets take more than 80 % of what they may',
    'snippets take more than 90 % of what they may',
    'snippets take more than 95 % of what they may',
  ]);
  watch(usage(100, true));
  watch(usage(100, true));
  expect(said).toHaveLength(4);
  expect(said[3]).toContain('no room for more snippets');
  watch(usage(50));
  watch(usage(85));
  expect(said).toHaveLength(5);
});

test('without a limit nothing is said before the disk is full', () => {
  const said: string[] = [];
  const watch = watchFilling((_, sentence) => said.push(sentence));
  watch({ ...usage(1e6), limitBytes: 0 });
  expect(said).toEqual([]);
  watch({ ...usage(1e6, true), limitBytes: 0 });
  expect(said).toHaveLength(1);
});

test('the start says how much is used, of how much', () => {
  expect(wordsOfUsage(usage(12.34))).toBe('12.3 MiB of at most 100 MiB');
  expect(wordsOfUsage({ ...usage(1), limitBytes: 0 })).toBe('1.0 MiB, without a limit');
});
