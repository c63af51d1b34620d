import { describe, expect, it } from 'vitest';
import { partsOfRow } from './row-parts';
import { TextLine, type Tone } from './text-line';

function lineOf(...pieces: [text: string, tone: Tone, fg?: number][]): TextLine {
  const line = new TextLine();
  for (const [text, tone, fg] of pieces) {
    line.write(line.length, text, fg === undefined ? {} : { fg }, tone);
  }
  return line;
}

const shape = (line: TextLine, from = 0, to = line.length) =>
  partsOfRow(line, from, to).map(({ target, pieces }) => [
    target?.href ?? target?.place,
    ...pieces.map(({ text }) => text),
  ]);

describe('a row of output', () => {
  it('is one part where it leads nowhere', () => {
    expect(shape(lineOf(['plain', 'stdout'], ['red', 'stdout', 1]))).toEqual([
      [undefined, 'plain', 'red'],
    ]);
    expect(shape(new TextLine())).toEqual([]);
  });

  it('has a part for each address, whatever colours it has', () => {
    const line = lineOf(
      ['at https://exam', 'stdout'],
      ['ple.com/', 'stdout', 2],
      [' end', 'stdout'],
    );
    expect(shape(line)).toEqual([
      [undefined, 'at '],
      ['https://example.com/', 'https://exam', 'ple.com/'],
      [undefined, ' end'],
    ]);
  });

  it('leads to the whole address where a row shows a piece of it', () => {
    const line = lineOf(['https://example.com/abcdef', 'stdout']);
    expect(shape(line, 20, 26)).toEqual([['https://example.com/abcdef', 'abcdef']]);
    const long = lineOf([
      `${'x'.repeat(20_000)} https://example.com/abc ${'y'.repeat(20_000)}`,
      'stdout',
    ]);
    expect(shape(long, 20_000, 20_010)).toEqual([
      [undefined, ' '],
      ['https://example.com/abc', 'https://e'],
    ]);
  });

  it('leads to places in the program where it is a part of an error', () => {
    const text = 'File "/workspace/main.py", line 2';
    expect(shape(lineOf([text, 'error']))).toEqual([[{ path: 'main.py', line: 2 }, text]]);
    expect(shape(lineOf([text, 'stdout']))).toEqual([[undefined, text]]);
  });

  it('says which pieces the search has found, also within an address', () => {
    const line = lineOf(['see https://example.com/', 'stdout']);
    const matches = [
      { from: 0, to: 3, isCurrent: false },
      { from: 12, to: 19, isCurrent: true },
    ];
    const parts = partsOfRow(line, 0, line.length, matches);
    expect(parts.flatMap(({ pieces }) => pieces.map(({ text, match }) => [text, match]))).toEqual([
      ['see', 'found'],
      [' ', undefined],
      ['https://', undefined],
      ['example', 'current'],
      ['.com/', undefined],
    ]);
  });
});
