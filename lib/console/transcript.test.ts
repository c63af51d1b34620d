import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../messages/testing';
import { MAX_LINES, Transcript } from './transcript';

const shown = (...chunks: string[]) => {
  const transcript = new Transcript();
  for (const chunk of chunks) transcript.write('stdout', chunk);
  return transcript.toText(ENGLISH);
};

/** The same output, cut after every character. */
const shownInPieces = (text: string) => shown(...text);

describe('the transcript', () => {
  it('shows lines as they were printed', () => {
    expect(shown('one\ntwo\r\nthree')).toBe('one\ntwo\nthree\n');
  });

  it('lets a carriage return overwrite the line, as a progress bar wants it', () => {
    expect(shown('10%\r', '100%\r', 'ok')).toBe('ok0%\n');
    expect(shown('working...\r\x1b[Kdone\n')).toBe('done\n');
  });

  it('knows backspace, erase line, and the ways to move the cursor', () => {
    expect(shown('abc\b\bX')).toBe('aXc\n');
    expect(shown('abcdef\x1b[3D\x1b[K')).toBe('abc\n');
    expect(shown('abcdef\x1b[3D\x1b[1K')).toBe('    ef\n');
    expect(shown('abc\x1b[2K\rx')).toBe('x\n');
    expect(shown('a\x1b[5Cb')).toBe('a     b\n');
    expect(shown('abc\x1b[2Gx')).toBe('axc\n');
  });

  it('rewrites earlier lines after cursor-up', () => {
    expect(shown('first 0%\nsecond 0%\n', '\x1b[2A', 'first 50%\nsecond 99%\n')).toBe(
      'first 50%\nsecond 99%\n',
    );
  });

  it('starts afresh when a program clears the screen', () => {
    expect(shown('old\nold\n\x1b[2J\x1b[Hnew\n')).toBe('new\n');
    expect(shown('one\ntwo\n\x1b[H\x1b[J', 'only')).toBe('only\n');
  });

  it('expands tabs to every eighth column', () => {
    expect(shown('a\tb\n12345678\tc\n')).toBe('a       b\n12345678        c\n');
  });

  it.each([
    ['colours', '\x1b[1;31mred\x1b[0m\x1b[38;5;200mx\x1b[m'],
    ['a window title', '\x1b]0;title\x07redx'],
    ['a link', '\x1b]8;;https://example.com\x1b\\redx\x1b]8;;\x1b\\'],
    ['a device string', '\x1bP1$r0m\x1b\\redx'],
    ['a private message', '\x1b_hidden\x1b\\redx'],
    ['private modes', '\x1b[?25lredx\x1b[?1049h'],
    ['character sets and resets', '\x1b(Bred\x1bcx\x1b7\x1b8'],
    ['control characters', '\x07r\x00e\x0ed\x7fx\x84\x9b'],
    ['an unfinished escape', 'redx\x1b['],
  ])('does not show %s', (_name, text) => {
    expect(shown(text)).toBe('redx\n');
    expect(shownInPieces(text)).toBe('redx\n');
  });

  it('shows what follows a string that is never ended', () => {
    expect(shown('\x1b]0;open\nvisible\n')).toBe('\nvisible\n');
    expect(shown(`\x1b]52;c;${'A'.repeat(5000)}`)).not.toBe('');
  });

  it('keeps the style of each stream to itself', () => {
    const transcript = new Transcript();
    transcript.write('stdout', '\x1b[31mred ');
    transcript.write('stderr', 'plain ');
    transcript.write('stdout', 'still red');
    const [line] = transcript.items;
    expect(line?.kind === 'text' && line.segments).toEqual([
      { text: 'red ', style: { fg: 1 }, tone: 'stdout' },
      { text: 'plain ', style: {}, tone: 'stderr' },
      { text: 'still red', style: { fg: 1 }, tone: 'stdout' },
    ]);
    expect(line?.kind === 'text' && line.tone).toBe('stderr');
  });

  it('puts results and errors on lines of their own, and goes on below them', () => {
    const transcript = new Transcript();
    transcript.write('stdout', 'unfinished');
    transcript.addText('result', '42');
    transcript.write('stdout', 'more\x1b[9A\rMORE');
    expect(transcript.toText(ENGLISH)).toBe('unfinished\n42\nMORE\n');
  });

  it('echoes what was typed after the prompt', () => {
    const transcript = new Transcript();
    transcript.write('stdout', 'Name: ');
    transcript.echo('Ada\n');
    transcript.write('stdout', 'Hello Ada\n');
    expect(transcript.toText(ENGLISH)).toBe('Name: Ada\nHello Ada\n');
  });

  it('says from where on it has changed', () => {
    const transcript = new Transcript();
    transcript.write('stdout', 'a\nb\nc\n');
    expect(transcript.takeDirty()).toBe(0);
    expect(transcript.takeDirty()).toBe(transcript.items.length);
    transcript.write('stdout', 'd\n');
    expect(transcript.takeDirty()).toBe(3);
    transcript.write('stdout', '\x1b[4AX');
    expect(transcript.takeDirty()).toBe(0);
  });

  it('drops the oldest lines past its limit, and counts them', () => {
    const transcript = new Transcript();
    transcript.write('stdout', 'x\n'.repeat(MAX_LINES + 10));
    expect(transcript.items.length).toBeLessThanOrEqual(MAX_LINES);
    expect(transcript.droppedLines).toBe(MAX_LINES + 11 - transcript.items.length);
    transcript.write('stdout', 'end');
    expect(transcript.toText(ENGLISH).endsWith('x\nend\n')).toBe(true);
  });

  it('shows what a value or an error holds: colours, but no way to move or to clear', () => {
    const transcript = new Transcript();
    transcript.write('stdout', 'before\n');
    transcript.addText('error', 'a\x1b[2J\x1b[5Ab\r\n\x1b[31mred\x1b[0m\b\x9b2J');
    expect(transcript.toText(ENGLISH)).toBe('before\na␛[2J␛[5Ab\nred␈\ufffd2J\n');
  });

  it('takes 1 MiB in 20,000 lines, and in one line, without work that grows with what is there', () => {
    const started = performance.now();
    const lines = new Transcript();
    const line = new Transcript();
    for (let i = 0; i < 20_000; i++) lines.write('stdout', `${'x'.repeat(51)}\n`);
    for (let i = 0; i < 64; i++) line.write('stdout', 'y'.repeat(16_384));
    expect(lines.items).toHaveLength(20_001);
    expect(line.items).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('does not let the cursor be placed millions of lines away', () => {
    const transcript = new Transcript();
    transcript.write('stdout', '\x1b[99999999;99999999Hx');
    expect(transcript.items.length).toBeLessThan(1000);
    expect(transcript.toText(ENGLISH).length).toBeLessThan(3000);
  });
});
