import { describe, expect, it } from 'vitest';
import { changedStretch, cursorAfterFormat } from './keep-cursor';

/** `|` is the cursor. */
const moved = (text: string, formatted: string) => {
  const offset = text.indexOf('|');
  const at = cursorAfterFormat(text.replace('|', ''), formatted, offset);
  return `${formatted.slice(0, at)}|${formatted.slice(at)}`;
};

describe('the cursor after formatting', () => {
  it.each([
    ['a word', "x=fo|o( 'a',b )\n", 'x = foo("a", b)\n', 'x = fo|o("a", b)\n'],
    ['a line’s end', 'a=1|\nb=2\n', 'a = 1\nb = 2\n', 'a = 1|\nb = 2\n'],
    ['a line’s beginning', 'a=1\n|b=2\n', 'a = 1\nb = 2\n', 'a = 1\n|b = 2\n'],
    ['the start', '|a=1', 'a = 1\n', '|a = 1\n'],
    ['the end', 'a=1\n\n\n\n|', 'a = 1\n', 'a = 1\n|'],
    ['added brackets', 'x => y|\n', '(x) => y;\n', '(x) => y|;\n'],
    ['wide characters', 'a="😀"|\n', 'a = "😀"\n', 'a = "😀"|\n'],
  ])('stays at %s', (_, text, formatted, expected) => {
    expect(moved(text, formatted)).toBe(expected);
  });
});

it('only what has changed is replaced', () => {
  expect(changedStretch('a=1\nb = 2\n', 'a = 1\nb = 2\n')).toEqual({ from: 1, to: 2, by: ' = ' });
  expect(changedStretch('aaa', 'aa')).toEqual({ from: 2, to: 3, by: '' });
  expect(changedStretch('same', 'same')).toEqual({ from: 4, to: 4, by: '' });
});
