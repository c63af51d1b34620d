import { expect, it } from 'vitest';
import type { SharedProgram } from './program';
import { changesOf, isUnchanged } from './program-changes';

const program: SharedProgram = {
  language: 'python',
  code: 'a\nb\nc\n',
  files: [{ path: 'data.csv', text: '1\n2\n' }],
  timeoutS: 10,
};

it('a program is as it was', () => {
  expect(isUnchanged(changesOf(program, { ...program, files: [...program.files] }))).toBe(true);
});

it('lines are counted that are only on one side, of the program and of each file', () => {
  const changes = changesOf(program, {
    ...program,
    code: 'a\nB\nc\nd\n',
    files: [{ path: 'new.txt', text: 'one\ntwo' }],
    stdin: 'x',
    timeoutS: 20,
  });
  expect(changes).toEqual({
    files: [
      { path: undefined, kind: 'changed', added: 2, removed: 1 },
      { path: 'new.txt', kind: 'added', added: 2, removed: 0 },
      { path: 'data.csv', kind: 'removed', added: 0, removed: 2 },
    ],
    input: true,
    timeoutS: 20,
  });
});
