import { describe, expect, it } from 'vitest';
import { TranscriptLayout } from './layout';
import { lastRowCells, rowCount, rowRange } from './rows';
import { TextLine } from './text-line';
import { PLAIN } from './text-style';
import { Transcript } from './transcript';

const lineOf = (text: string) => {
  const line = new TextLine();
  line.write(0, text, PLAIN, 'stdout');
  return line;
};

const rowsOf = (text: string, columns: number) => {
  const line = lineOf(text);
  return Array.from({ length: rowCount(line, columns) }, (_, row) => {
    const { from, to } = rowRange(line, row, columns);
    return line
      .slice(from, to)
      .map((segment) => segment.text)
      .join('');
  });
};

describe('rows', () => {
  it('break a long line at the width', () => {
    expect(rowsOf('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
    expect(rowsOf('abcdef', 3)).toEqual(['abc', 'def']);
    expect(rowsOf('', 3)).toEqual(['']);
  });

  it('give wide characters two cells, and combining ones none', () => {
    expect(rowsOf('日本語', 4)).toEqual(['日本', '語']);
    expect(rowsOf('e\u0301e\u0301e\u0301', 2)).toEqual(['e\u0301e\u0301', 'e\u0301']);
    expect(rowsOf('👩‍👩‍👧ab', 4)).toEqual(['👩‍👩‍👧ab']);
  });

  it('are the same whether a line came at once or grew', () => {
    const line = new TextLine();
    const text = '日本語のテキスト and ascii 🎉🎉'.repeat(9);
    for (const char of text) {
      line.write(line.length, char, PLAIN, 'stdout');
      rowCount(line, 7);
    }
    expect(rowCount(line, 7)).toBe(rowsOf(text, 7).length);
    expect(lastRowCells(line, 7)).toBeLessThanOrEqual(7);
  });

  it('are measured anew after a line was overwritten', () => {
    const line = lineOf('日本語日本語');
    expect(rowCount(line, 4)).toBe(3);
    line.write(0, 'abcdef', PLAIN, 'stdout');
    expect(rowCount(line, 4)).toBe(2);
  });
});

describe('the layout', () => {
  const layoutOf = (transcript: Transcript, columns = 10) => {
    const layout = new TranscriptLayout(20);
    layout.update(transcript.items, transcript.takeDirty(), columns);
    return layout;
  };

  it('knows its height without the empty line at the end', () => {
    const transcript = new Transcript();
    transcript.write('stdout', 'one\n\nthree\n');
    expect(layoutOf(transcript).height).toBe(60);
  });

  it('finds what is in view, row by row of a long line', () => {
    const transcript = new Transcript();
    transcript.write('stdout', `a\n${'b'.repeat(100)}\nc\n`);
    const layout = layoutOf(transcript);
    expect(layout.height).toBe(20 + 200 + 20);
    expect(layout.visible(transcript.items, 60, 100)).toEqual([
      { index: 1, top: 60, fromRow: 2, toRow: 4 },
    ]);
    expect(layout.visible(transcript.items, 210, 999).map(({ index }) => index)).toEqual([1, 2]);
  });

  it('takes in only what has changed, and everything at a new width', () => {
    const transcript = new Transcript();
    transcript.write('stdout', 'x'.repeat(25));
    const layout = layoutOf(transcript);
    expect(layout.height).toBe(60);
    transcript.write('stdout', '\nmore');
    layout.update(transcript.items, transcript.takeDirty(), 10);
    expect(layout.height).toBe(80);
    layout.update(transcript.items, transcript.takeDirty(), 25);
    expect(layout.height).toBe(40);
  });

  it('uses the height that a block was measured to have', () => {
    const transcript = new Transcript();
    transcript.addBlock({ kind: 'result', item: {}, form: { kind: 'html', html: '' } });
    const layout = layoutOf(transcript);
    const [block] = transcript.items;
    if (block?.kind !== 'result') throw new Error('no block');
    expect(layout.measured(block, 333)).toBe(333 - 80);
    expect(layout.measured(block, 333)).toBe(0);
    layout.update(transcript.items, 0, 10);
    expect(layout.height).toBe(333);
  });

  it('takes another height of rows for everything, and knows the widest row', () => {
    const transcript = new Transcript();
    transcript.write('stdout', 'one\nfourteen chars\nthree\n');
    const layout = layoutOf(transcript, 2000);
    expect([layout.height, layout.widestColumns]).toEqual([60, 14]);
    layout.update(transcript.items, transcript.takeDirty(), 2000, 37);
    expect([layout.height, layout.widestColumns]).toEqual([111, 14]);
    layout.update(transcript.items, transcript.takeDirty(), 10, 37);
    expect([layout.height, layout.widestColumns]).toEqual([148, 10]);
  });
});
