import { describe, expect, it } from 'vitest';
import { hunksOf } from './diff-hunks';
import { diffLines, linesOf } from './line-diff';

const signs = { same: ' ', alike: '~', removed: '-', added: '+' } as const;

/** As `diff` would print it, what has changed within a line in brackets. */
function printed(before: string, after: string, essence?: (line: string) => string): string[] {
  const { rows } = diffLines(linesOf(before), linesOf(after), essence ? { essence } : {});
  const lit = (parts: { text: string; isChanged: boolean }[]) =>
    parts.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');
  return rows.map((row) => {
    if (row.kind === 'same') return `  ${row.text}`;
    if (row.kind === 'alike') return `~ ${lit(row.old)} | ${lit(row.now)}`;
    return `${signs[row.kind]} ${lit(row.parts)}`;
  });
}

describe('two texts', () => {
  it('that are the same have no differences', () => {
    const diff = diffLines(['a', 'b'], ['a', 'b']);
    expect(diff).toMatchObject({ differing: 0, alike: 0, firstLine: undefined });
    expect(diff.rows.map(({ kind }) => kind)).toEqual(['same', 'same']);
  });

  it('are told apart line by line, and within a line', () => {
    expect(printed('one\ntwo and three\nfour', 'one\ntwo and five\nfour\nsix')).toEqual([
      '  one',
      '- two and [three]',
      '+ two and [five]',
      '  four',
      '+ six',
    ]);
  });

  it('say how many lines differ, and which is the first', () => {
    expect(diffLines(['a', 'b', 'c'], ['a', 'x', 'y', 'c'])).toMatchObject({
      differing: 2,
      firstLine: 2,
    });
    expect(diffLines([], ['a'])).toMatchObject({ differing: 1, firstLine: 1 });
    expect(diffLines(['a', 'b'], ['a'])).toMatchObject({ differing: 1, firstLine: 2 });
  });

  it('keep their own numbers of lines', () => {
    const { rows } = diffLines(['a', 'b'], ['x', 'a', 'b']);
    expect(rows).toMatchObject([
      { kind: 'added', after: 1 },
      { kind: 'same', before: 1, after: 2 },
      { kind: 'same', before: 2, after: 3 },
    ]);
  });

  it('may be alike without being the same', () => {
    const essence = (line: string) => line.replace(/\d+/g, '#');
    expect(printed('took 3 here\nend', 'took 45 here\nend', essence)).toEqual([
      '~ took [3] here | took [45] here',
      '  end',
    ]);
    expect(diffLines(['1'], ['2'], { essence })).toMatchObject({ differing: 0, alike: 1 });
  });

  it('that share nothing are not compared for ever', () => {
    const before = Array.from({ length: 9000 }, (_, at) => `before ${at}`);
    const after = Array.from({ length: 9000 }, (_, at) => `after ${at}`);
    const began = performance.now();
    const diff = diffLines(['same', ...before], ['same', ...after]);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(diff).toMatchObject({ isRough: true, differing: 9000, firstLine: 2 });
    expect(diff.rows).toHaveLength(18_001);
  });
});

it('looking into lines ends with the time that there is', () => {
  const words = (seed: number) =>
    Array.from({ length: 300 }, (_, at) => `w${(at * seed) % 97}`).join(' ');
  const lines = (seed: number) => Array.from({ length: 2000 }, (_, at) => words(seed + at));
  const began = performance.now();
  const { rows } = diffLines(lines(3), lines(11), { maxMs: 50 });
  // Of the wall clock, on machines that may be busy.
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(rows.length).toBeGreaterThan(2000);
});

it('a text’s last line need not have an end, and Windows’ line ends count as one', () => {
  expect(linesOf('a\r\nb')).toEqual(['a', 'b']);
  expect(linesOf('a\nb\n')).toEqual(['a', 'b']);
  expect(linesOf('')).toEqual([]);
  expect(linesOf('\n')).toEqual(['']);
});

it('what is the same is left out but for a few lines around', () => {
  const lines = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`);
  const { rows } = diffLines(lines, lines.with(9, 'changed'));
  const { hunks, rest, hidden } = hunksOf(rows, { around: 2 });
  expect(hunks).toHaveLength(1);
  expect(hunks[0]).toMatchObject({ skipped: 7 });
  expect(hunks[0]?.rows.map(({ kind }) => kind)).toEqual([
    'same',
    'same',
    'removed',
    'added',
    'same',
    'same',
  ]);
  expect({ rest, hidden }).toEqual({ rest: 8, hidden: 0 });
  expect(hunksOf(rows, { around: 2, maxRows: 3 })).toMatchObject({ rest: 0, hidden: 3 });
});
