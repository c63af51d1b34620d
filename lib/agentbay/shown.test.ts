import { expect, test } from 'vitest';
import { shown } from './shown';

test('what came is shown short', () => {
  expect(shown('x'.repeat(100))).toHaveLength(60);
  expect(shown(1n)).toBe('bigint');
  expect(shown(Number.NaN)).toBe('NaN');
});
