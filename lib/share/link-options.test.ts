import { expect, it } from 'vitest';
import { linesFrom, linkWith } from './link-options';

const BASE = 'https://bay.example';

it('a link says only what was asked for', () => {
  expect(linkWith(BASE, 'abc', {})).toBe('https://bay.example/s/abc');
  expect(linkWith(BASE, 'abc', { revision: 2, predict: true, lines: { from: 3, to: 7 } })).toBe(
    'https://bay.example/s/abc?revision=2&predict#L3-L7',
  );
  expect(linkWith(BASE, 'abc', { lines: { from: 3, to: 3 } })).toBe('https://bay.example/s/abc#L3');
});

it.each([
  ['', '', undefined],
  ['3', '', { from: 3, to: 3 }],
  ['', '4', { from: 4, to: 4 }],
  ['7', '3', { from: 3, to: 7 }],
  ['3', '99', { from: 3, to: 10 }],
  ['11', '', undefined],
  ['0', '2', undefined],
  ['1.5', '', undefined],
  ['-1', '', undefined],
  ['x', '', undefined],
])('the fields “%s” and “%s” of ten lines mean %o', (first, last, lines) => {
  expect(linesFrom(first, last, 10)).toEqual(lines);
});
