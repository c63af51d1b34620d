import { expect, test } from 'vitest';
import { foldPieces, wrap } from './worker/wrap.mjs';

const fill = '#ffffff';
const folded = (text: string, columns: number, hanging: number | undefined = 4) =>
  foldPieces([{ text, fill }], columns, hanging).map((row) =>
    row.map((piece) => piece.text).join(''),
  );

test('a title is cut at a blank, with an ellipsis where it goes on', () => {
  expect(wrap('one two three', 20, 2)).toEqual({ lines: ['one two three'], isCut: false });
  expect(wrap('one two three four', 9, 2).lines).toEqual(['one two', 'three…']);
  expect(wrap('abcdefghijkl', 5, 2)).toEqual({ lines: ['abcde', 'fghi…'], isCut: true });
  expect(wrap('你好世界再见', 5, 2).lines).toEqual(['你好', '世界…']);
  expect(wrap('', 9, 2).lines).toEqual([]);
});

test('a line of code is folded further in, and loses nothing', () => {
  expect(folded('short', 20)).toEqual(['short']);
  expect(folded('  return one + two + three', 16)).toEqual([
    '  return one + ',
    '      two + ',
    '      three',
  ]);
  const long = 'x'.repeat(100);
  const rows = folded(long, 20);
  expect(rows.map((row) => row.trim()).join('')).toBe(long);
  expect(Math.max(...rows.map((row) => row.length))).toBe(20);
});

test('a line of output is folded at the edge, without the blanks at its end', () => {
  const rows = foldPieces([{ text: 'abcdefghijklmnopqrst      ', fill }], 16);
  expect(rows).toEqual([[{ text: 'abcdefghijklmnop', fill }], [{ text: 'qrst', fill }]]);
});

test('colours go on in the next row, and characters stay whole', () => {
  const pieces = [
    { text: 'aaaaaaaaaa', fill: '#111111' },
    { text: '😀😀😀😀', fill: '#222222' },
  ];
  expect(foldPieces(pieces, 14, 4)).toEqual([
    [pieces[0], { text: '😀😀', fill: '#222222' }],
    [
      { text: '    ', fill: '#222222' },
      { text: '😀😀', fill: '#222222' },
    ],
  ]);
});
