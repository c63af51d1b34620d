import { describe, expect, it } from 'vitest';
import { scanCode } from './code-scan';

const WHOLE = { neverClosed: undefined, unmatched: undefined, openText: undefined };

describe('a program that is only looked at', () => {
  it('has brackets in pairs, but not those in texts and comments', () => {
    const python = `f("(", '[')  # {\nx = """(\n("""\n`;
    expect(scanCode(python, 'python')).toEqual({
      ...WHOLE,
      bare: 'f(   ,    )     \nx =     \n    \n',
    });
    const script = 'f(`($' + "{'}'}`, /[(]/g) // (\n/* { */ a / b / c\n";
    expect(scanCode(script, 'javascript')).toMatchObject(WHOLE);
  });

  it('tells the bracket that nothing closes, and its line', () => {
    expect(scanCode('a = [1]\nb = (2,\n', 'python').neverClosed).toEqual({ sign: '(', line: 2 });
    expect(scanCode('if (x {\n', 'javascript').neverClosed).toEqual({ sign: '(', line: 1 });
    expect(scanCode('a = (1]', 'python').unmatched).toEqual({
      ...{ sign: ']', line: 1 },
      opener: { sign: '(', line: 1 },
    });
    expect(scanCode('a)\n', 'python').unmatched).toEqual({ sign: ')', line: 1, opener: undefined });
  });

  it('tells the text without an end', () => {
    expect(scanCode('\nx = "a\ny = 1', 'python').openText).toEqual({ sign: '"', line: 2 });
    expect(scanCode('x = `a\nb', 'typescript').openText).toEqual({ sign: '`', line: 1 });
    expect(scanCode('x = "a\\"b"', 'javascript').openText).toBeUndefined();
  });
});
