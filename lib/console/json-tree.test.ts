import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../messages/testing';
import { parentOfMore, type TreeState, treeRows } from './json-tree';

const state = (toggled: string[] = [], shown: [string, number][] = []): TreeState => ({
  toggled: new Set(toggled),
  shown: new Map(shown),
});
const rowsOf = (value: unknown, of = state()) => treeRows(value, of, ENGLISH);
const lines = (value: unknown, of = state()) =>
  rowsOf(value, of).map(
    ({ level, key, preview }) => `${' '.repeat(level - 1)}${key ?? ''}|${preview}`,
  );

describe('the tree of a JSON value', () => {
  it('is open two levels deep, and closed below', () => {
    expect(lines({ name: 'Ada', tags: ['x', null], deep: { a: { b: 1 } }, none: {} })).toEqual([
      '|4 fields',
      ' name|"Ada"',
      ' tags|2 items',
      '  0|"x"',
      '  1|null',
      ' deep|1 field',
      '  a|1 field',
      ' none|{}',
    ]);
  });

  it('opens and closes what was toggled', () => {
    const value = { deep: { a: { b: 1 } } };
    expect(lines(value, state(['$/deep/a']))).toContain('   b|1');
    expect(lines(value, state(['$/deep']))).toEqual(['|1 field', ' deep|1 field']);
  });

  it('tells a key with a slash from two keys', () => {
    const paths = rowsOf({ 'a/b': 1, a: { b: 2 } }).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('says where each row stands', () => {
    const rows = rowsOf([1, 2, 3]);
    expect(rows.at(-1)).toMatchObject({ level: 2, position: 3, size: 3, kind: 'number' });
    expect(rows[0]).toMatchObject({ level: 1, position: 1, size: 1, expanded: true });
    expect(rowsOf(1.5)).toHaveLength(1);
  });

  it('makes of many children a hundred at a time', () => {
    const value = Array.from({ length: 100_000 }, (_, n) => n);
    expect(lines(value)).toEqual(['|100,000 items']);
    const rows = rowsOf(value, state(['$']));
    expect(rows).toHaveLength(102);
    expect(rows.at(-1)).toMatchObject({ kind: 'more', preview: '99,900 more' });
    expect(parentOfMore(rows.at(-1)?.path ?? '')).toBe('$');
    expect(rowsOf(value, state(['$'], [['$', 200]]))).toHaveLength(202);
  });

  it('cuts a long text until it is opened', () => {
    const [closed] = rowsOf('x'.repeat(1000));
    expect(closed).toMatchObject({ kind: 'string', expanded: false });
    expect(closed?.preview).toHaveLength(202);
    expect(rowsOf('x'.repeat(1000), state(['$']))[0]?.preview).toHaveLength(1002);
  });

  it('takes values that mean something elsewhere', () => {
    expect(lines(JSON.parse('{"__proto__": {"a": 1}, "constructor": "x"}'))).toEqual([
      '|2 fields',
      ' __proto__|1 field',
      '  a|1',
      ' constructor|"x"',
    ]);
  });
});
