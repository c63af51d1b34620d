import { describe, expect, it } from 'vitest';
import type { ItemProgress, Student } from './contract';
import {
  countDone,
  groupErrors,
  isStuck,
  lastFailure,
  sortStudents,
  standingOf,
  type WallItem,
} from './wall-view';

const ITEMS: WallItem[] = ['b1', 'b2'].map((item, at) => ({
  item,
  kind: 'block',
  label: String(at + 1),
  under: '',
  code: '',
}));
const MINUTE = 60_000;

const progress = (
  item: string,
  state: ItemProgress['state'],
  more: Partial<ItemProgress> = {},
): ItemProgress => ({
  item,
  state,
  isRunning: false,
  tries: 1,
  changedAtMs: 0,
  ...more,
});
const student = (nickname: string, more: Partial<Student> = {}): Student => ({
  id: nickname,
  nickname,
  joinedAtMs: 0,
  isHere: true,
  items: [],
  activeAtMs: 0,
  codeVersion: 0,
  ...more,
});
const nameError = (line: number, message = "name 'x' is not defined") =>
  progress('b1', 'error', { error: { name: 'NameError', message, line } });

describe('on the wall', () => {
  it('who has failed for as many minutes as were chosen is stuck', () => {
    const failing = student('a', { failingSinceMs: MINUTE });
    expect(isStuck(failing, 4 * MINUTE - 1, 3)).toBe(false);
    expect(isStuck(failing, 4 * MINUTE, 3)).toBe(true);
    expect(isStuck(failing, 4 * MINUTE, 5)).toBe(false);
    expect(isStuck({ ...failing, isHere: false }, 9 * MINUTE, 3)).toBe(false);
    expect(isStuck(student('b'), 9 * MINUTE, 3)).toBe(false);
  });

  it('each student stands somewhere', () => {
    const standing = (more: Partial<Student>) =>
      standingOf(student('a', more), ITEMS, 9 * MINUTE, 3);
    expect(standing({})).toBe('working');
    expect(standing({ isHere: false, handAtMs: 1 })).toBe('away');
    expect(standing({ handAtMs: 1, failingSinceMs: 1 })).toBe('hand');
    expect(standing({ failingSinceMs: 1 })).toBe('stuck');
    expect(standing({ failingSinceMs: 8 * MINUTE })).toBe('failing');
    expect(standing({ items: [progress('b1', 'open', { isRunning: true })] })).toBe('running');
    expect(standing({ items: [progress('b1', 'ok'), progress('b2', 'passed')] })).toBe('done');
  });

  it('the same errors of several students are one group', () => {
    const students = [
      ...['a', 'b', 'c'].map((name) => student(name, { items: [nameError(4)] })),
      student('d', { items: [nameError(7)] }),
      student('e', { items: [nameError(4, "name 'y' is not defined")] }),
      student('f', { items: [{ ...nameError(4), isRunning: true }] }),
      student('g', { items: [{ ...nameError(4), item: 'elsewhere' }] }),
      student('h', { items: [{ ...nameError(4), state: 'ok' }] }),
    ];
    expect(groupErrors(students, ITEMS)).toMatchObject([
      { students: ['a', 'b', 'c', 'd'], lines: [4, 7], error: { name: 'NameError' } },
    ]);
  });

  it('who needs somebody comes first, and who has waited longer', () => {
    const students = [
      student('working'),
      student('away', { isHere: false }),
      student('stuck since 2', { failingSinceMs: 2 }),
      student('stuck since 1', { failingSinceMs: 1 }),
      student('hand', { handAtMs: 5 }),
      student('10'),
      student('9'),
    ];
    const standing = (one: Student) => standingOf(one, ITEMS, 9 * MINUTE, 3);
    const names = (order: 'need' | 'name') =>
      sortStudents(students, order, standing, ITEMS, 'en').map(({ nickname }) => nickname);
    expect(names('need')).toEqual([
      'hand',
      'stuck since 1',
      'stuck since 2',
      '9',
      '10',
      'working',
      'away',
    ]);
    expect(names('name').slice(0, 3)).toEqual(['9', '10', 'away']);
  });

  it('what was failed on last is what was worked on, else the newest', () => {
    const items = [
      progress('b1', 'error', { changedAtMs: 1 }),
      progress('b2', 'failed', { changedAtMs: 2 }),
    ];
    expect(lastFailure(student('a', { items, at: 'b1' }))?.item).toBe('b1');
    expect(lastFailure(student('a', { items }))?.item).toBe('b2');
    expect(lastFailure(student('a'))).toBeUndefined();
    expect(
      countDone(student('a', { items: [progress('b1', 'ok'), progress('x', 'ok')] }), ITEMS),
    ).toBe(1);
  });
});
