import { expect, it } from 'vitest';
import { assignedNames } from './assigned-names';

it.each([
  ['n = 1\nwhile n <= 3:\n    total += n\n    n == 2', 'n total'],
  ['for i, name in enumerate(names):\n    x: int = 3', 'i name x'],
  ['a, b = b, a\nprint(end="")\nif a == b: pass\ndict[key] = 1', 'a b'],
  [
    'let n = 1;\nconst list = [];\nfor (const one of list) n = n + 1;\nconst f = (x) => x;',
    'n list one f',
  ],
  ['for (let i = 0; i < 3; i++) total -= i;', 'i'],
  ['int n = 1;\nfor (int i = 0; i < n; i++) {}\nfor (String s : all) {}', 'n i s'],
  ['n <- 1\nfor (k in 1:3) {\n  n <- n + k\n}', 'n k'],
  ['print("a = b")', ''],
])('%j gives values to: %s', (code, names) => {
  expect(assignedNames(code, 9).join(' ')).toBe(names);
});

it('only so many are taken', () => {
  expect(assignedNames('a = 1\nb = 1\nc = 1', 2)).toEqual(['a', 'b']);
});
