import { expect, it } from 'vitest';
import { filledGaps } from './filled-gaps';

it('a gap shows what was written in it, else a line', () => {
  const code = ['def f(n):\n    ', ' n ', ' n'];
  expect(filledGaps(code, ['return', ' * '])).toBe('def f(n):\n    return n * n');
  expect(filledGaps(code, [' '])).toBe('def f(n):\n    ____ n ____ n');
});
