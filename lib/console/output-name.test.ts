import { expect, it } from 'vitest';
import { outputFileName } from './output-name';

it('a file of output is named after the language and the time', () => {
  const time = new Date(2026, 0, 3, 8, 6, 1);
  expect(outputFileName('python', time)).toBe('python-output-2026-01-03-08-06-01.txt');
});
