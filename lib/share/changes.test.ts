import { expect, it } from 'vitest';
import type { ProgramContent } from '../snippets/contract';
import { changesBetween } from './changes';

const FIRST: ProgramContent = {
  kind: 'program',
  language: 'python',
  code: 'a = 1\nprint(a)',
  files: [
    { path: 'kept.txt', text: 'kept' },
    { path: 'old.txt', text: 'old' },
  ],
  timeoutS: 10,
};

it('names what is new, changed and gone, the program first', () => {
  const { files, language, timeoutS } = changesBetween(
    FIRST,
    {
      ...FIRST,
      code: 'a = 2\nprint(a)',
      files: [
        { path: 'kept.txt', text: 'kept' },
        { path: 'new.txt', text: 'new' },
      ],
      stdin: 'Ada',
      timeoutS: 20,
    },
    'Input',
  );
  expect(files.map(({ path, kind, diff }) => [path, kind, diff.differing])).toEqual([
    ['main.py', 'changed', 1],
    ['new.txt', 'added', 1],
    ['Input', 'added', 1],
    ['old.txt', 'removed', 1],
  ]);
  expect(language).toBeUndefined();
  expect(timeoutS).toEqual({ before: 10, after: 20 });
});

it('a program in another language is another file', () => {
  const { files, language } = changesBetween(
    FIRST,
    { ...FIRST, language: 'javascript', code: 'print(1)' },
    'Input',
  );
  expect(language).toEqual({ before: 'python', after: 'javascript' });
  expect(files.map(({ path, kind }) => [path, kind])).toEqual([
    ['main.js', 'added'],
    ['main.py', 'removed'],
  ]);
});

it('two revisions that are the same have no changes', () => {
  expect(changesBetween(FIRST, { ...FIRST }, 'Input').files).toEqual([]);
});

it('many large files that share nothing cost no more than their time', () => {
  const large = (word: string) =>
    Array.from({ length: 20 }, (_, at) => ({
      path: `${at}.txt`,
      text: Array.from({ length: 2000 }, (_line, line) => `${word} ${line}`).join('\n'),
    }));
  const began = performance.now();
  const { files } = changesBetween(
    { ...FIRST, files: large('a') },
    { ...FIRST, files: large('b') },
    'Input',
  );
  expect(files).toHaveLength(20);
  expect(performance.now() - began).toBeLessThan(3000);
});
