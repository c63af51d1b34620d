import { expect, it } from 'vitest';
import { readLineRange, writeLineRange } from './line-range';

it('lines are read from an address and written to it', () => {
  expect(readLineRange('#L3')).toEqual({ from: 3, to: 3 });
  expect(readLineRange('#L3-L7')).toEqual({ from: 3, to: 7 });
  expect(readLineRange('#L7-L3')).toEqual({ from: 3, to: 7 });
  expect(writeLineRange({ from: 3, to: 7 })).toBe('L3-L7');
  expect(writeLineRange({ from: 3, to: 3 })).toBe('L3');
});

it('anything else names no lines', () => {
  for (const text of ['', '#', '#L0', '#L', '#L1-', '#edit=x', '#L1<script>', '#L99999999'])
    expect(readLineRange(text), text).toBeUndefined();
});
