import { describe, expect, it } from 'vitest';
import { PROMPT_MARKS, withoutMarks } from './prompt-marks';
import { Transcript } from './transcript';

describe('pasted code', () => {
  it('loses its marks, and the output between', () => {
    const text = '>>> def f(n):\n...     return n\n...\n>>> f(1)\n1\n>>> 2\n2\n';
    expect(withoutMarks('python', text)).toBe('def f(n):\n    return n\n\nf(1)\n2');
    expect(withoutMarks('javascript', '> [1,\n| 2]\n[ 1, 2 ]\n')).toBe('[1,\n2]');
  });

  it('stays as it is without marks', () => {
    for (const text of ['x = 1\n>>> y', '', '\n', 'a > b', '...']) {
      expect(withoutMarks('python', text)).toBe(text);
    }
  });
});

describe('a cell in the transcript', () => {
  it('stands on lines of its own, each after a mark, in a tone of its own', () => {
    const transcript = new Transcript();
    transcript.write('stdout', 'unfinished');
    transcript.addCell('for x in y:\n\tprint(x)', PROMPT_MARKS.python);
    transcript.write('stdout', 'output\n');
    const lines = transcript.items.flatMap((item) => (item.kind === 'text' ? item : []));
    expect(lines.map(({ text, tone }) => [tone, text])).toEqual([
      ['stdout', 'unfinished'],
      ['mark', '>>> for x in y:'],
      ['mark', '...     print(x)'],
      ['stdout', 'output'],
      ['stdout', ''],
    ]);
    expect(lines[1]?.segments.map(({ tone }) => tone)).toEqual(['mark', 'cell']);
  });

  it('has no control characters, and cannot be reached by the output that follows', () => {
    const transcript = new Transcript();
    transcript.addCell('a\x1b[2Jb\x07\x9b', PROMPT_MARKS.javascript);
    transcript.write('stdout', '\x1b[2J\x1b[10Anew');
    const lines = transcript.items.flatMap((item) => (item.kind === 'text' ? item.text : []));
    expect(lines).toEqual(['> a[2Jb', 'new']);
  });
});
