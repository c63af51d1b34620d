import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../agentbay/languages';
import { FIRST_PROGRAMS } from '../store/programs';
import { colourLine } from './colour-line';
import { colourProgram } from './colour-program';
import type { Kind, Piece } from './pieces';

/** Each line as text in which every letter is its kind's first one; blanks and plain code stay. */
const shown = (lines: readonly (readonly Piece[])[]) =>
  lines.map((pieces) =>
    pieces.map(({ text, kind }) => (kind ? text.replace(/\S/g, kind.charAt(0)) : text)).join(''),
  );

function quickly(code: string, language: Language) {
  let state = '';
  return code.split('\n').map((line) => {
    const coloured = colourLine(line, language, state);
    state = coloured.state;
    return coloured.pieces;
  });
}

/** The pieces of one kind, for a look at a single line. */
const kindsIn = (line: string, language: Language, kind: Kind) =>
  colourLine(line, language).pieces.flatMap((piece) =>
    piece.kind === kind ? [piece.text.trim()] : [],
  );

describe('colours', () => {
  it.each(LANGUAGES)(
    'of the first %s program stay as they are at the first key',
    async (language) => {
      const code = FIRST_PROGRAMS[language];
      expect(shown(quickly(code, language))).toEqual(shown(await colourProgram(code, language)));
    },
  );

  it.each(['python', 'javascript'] as const)('lose nothing of the %s examples', (language) => {
    const folder = `lib/languages/${language}/examples`;
    for (const name of readdirSync(folder)) {
      const code = readFileSync(`${folder}/${name}`, 'utf8');
      const lines = quickly(code, language);
      expect(lines.map((pieces) => pieces.map(({ text }) => text).join('')).join('\n')).toBe(code);
    }
  });
});

describe('quick colours', () => {
  it('know what a line leaves open', () => {
    const python = ['text = """one', 'two # not a comment', 'three""" + x  # a comment'].join('\n');
    expect(shown(quickly(python, 'python'))).toEqual([
      'text = ssssss',
      'sss s sss s sssssss',
      'ssssssss + x  c c ccccccc',
    ]);
    const script = ['/* one', 'two */ const a = `x ${', '{ b: `y` }.b } z', '`;'].join('\n');
    const lines = shown(quickly(script, 'javascript'));
    expect(lines[0]).toBe('cc ccc');
    expect(lines[1]).toBe('ccc cc kkkkk a p ss ss');
    expect(lines[2]?.endsWith('p s')).toBe(true);
    expect(lines[3]).toBe('sp');
  });

  it('tell patterns from divisions, and code in f-strings from their text', () => {
    expect(kindsIn('a / b / c', 'javascript', 'number')).toEqual([]);
    expect(kindsIn('x.match(/a\\/[/]b/gi);', 'javascript', 'number')).toEqual(['/a\\/[/]b/gi']);
    expect(kindsIn('f"{name:>5} is {age}!"', 'python', 'string')).toEqual([
      'f"',
      ':>5',
      'is',
      '!"',
    ]);
  });

  it('leave very long lines as they are', () => {
    const line = '/['.repeat(100_000);
    expect(colourLine(line, 'javascript').pieces).toEqual([{ text: line }]);
  });
});
