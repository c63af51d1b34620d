import { expect, test } from 'vitest';
import { memoryLeft, memoryReserveBytes } from './memory-left';

const MIB = 1024 * 1024;

test('as much as one sandbox may take stays free, but never more than an eighth of the machine', () => {
  expect(memoryReserveBytes(512 * MIB, 24 * 1024 * MIB)).toBe(512 * MIB);
  expect(memoryReserveBytes(512 * MIB, 1024 * MIB)).toBe(128 * MIB);
});

test.each([
  [900, 'enough'],
  [512, 'enough'],
  [511, 'low'],
  [256, 'low'],
  [255, 'none'],
] as const)('%d of 512 MiB: %s', (left, word) => {
  expect(memoryLeft(512 * MIB, left * MIB)).toBe(word);
});

test('this machine is asked', () => {
  expect(memoryLeft(1)).toBe('enough');
  expect(memoryLeft(Number.MAX_SAFE_INTEGER)).toBe('none');
});
