import { expect, it } from 'vitest';
import { playgroundDouble } from '../store/playground-double';
import { bringOwnBack, originOf, takeUp } from './take-up';

const SHARED = {
  language: 'python',
  code: 'print(input())',
  files: [{ path: 'shared.txt', text: 'theirs' }],
  stdin: 'theirs',
  timeoutS: 5,
} as const;
const program = { ...SHARED, files: [...SHARED.files] };

it('a program from a link takes the place of the own one, which can be had back whole', () => {
  const { store } = playgroundDouble();
  const state = store.getState();
  state.setCode('my = 1');
  state.createFile('mine.txt', 'mine');
  state.setPreparedText('my input');
  const own = takeUp(store, program, { id: 'abc', revision: 2, title: 'Theirs' });
  const now = store.getState();
  expect(now.code.python).toBe(SHARED.code);
  expect(now.sourceFiles).toEqual(SHARED.files);
  expect(now.preparedInputs.python).toEqual({ text: 'theirs', on: true });
  expect(now.timeoutS).toBe(5);
  expect(originOf(store)).toMatchObject({ id: 'abc', revision: 2 });
  // Also without the notice nothing is lost.
  expect(now.drafts[0]?.code).toBe('my = 1');
  expect(now.removedFiles.map(({ path }) => path)).toContain('mine.txt');

  now.setCode('changed theirs');
  if (own) bringOwnBack(store, own);
  const after = store.getState();
  expect(after.code.python).toBe('my = 1');
  expect(after.sourceFiles).toEqual([{ path: 'mine.txt', text: 'mine' }]);
  expect(after.preparedInputs.python).toEqual({ text: 'my input', on: true });
  expect(after.timeoutS).toBe(10);
  expect(after.drafts.some(({ code }) => code === 'changed theirs')).toBe(true);
  expect(originOf(store)).toBeUndefined();
});

it('where nothing was one’s own there is nothing to bring back', () => {
  const { store } = playgroundDouble();
  expect(takeUp(store, program)).toBeUndefined();
});

it('input that was prepared for another program is kept, and not given to this one', () => {
  const { store } = playgroundDouble();
  store.getState().setPreparedText('my input');
  takeUp(store, { ...program, stdin: undefined });
  expect(store.getState().preparedInputs.python).toEqual({ text: 'my input', on: false });
});
