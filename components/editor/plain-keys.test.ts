import { expect, it } from 'vitest';
import { offsetOfLine, placeOf } from './plain-keys';

it('places count from one, and lines that are not there are at the end', () => {
  const text = 'ab\n\ncde';
  expect(placeOf(text, 0)).toEqual({ line: 1, column: 1 });
  expect(placeOf(text, 2)).toEqual({ line: 1, column: 3 });
  expect(placeOf(text, 3)).toEqual({ line: 2, column: 1 });
  expect(placeOf(text, 6)).toEqual({ line: 3, column: 3 });
  expect([1, 2, 3, 9].map((line) => offsetOfLine(text, line))).toEqual([0, 3, 4, 7]);
});
