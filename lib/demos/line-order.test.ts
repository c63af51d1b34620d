import { describe, expect, it } from 'vitest';
import { codeOfOrder, firstOrder, indented, moved, orderOfCode } from './line-order';

const LINES = ['b()', 'a()', 'a()', 'if x:'];
const texts = (lines: { text: string }[]) => lines.map(({ text }) => text);

describe('lines to be put in order', () => {
  it('move to any place, and no further than the ends', () => {
    const lines = firstOrder(LINES);
    expect(texts(moved(lines, 0, 2))).toEqual(['a()', 'a()', 'b()', 'if x:']);
    expect(texts(moved(lines, 3, -5))).toEqual(['if x:', 'b()', 'a()', 'a()']);
    expect(texts(moved(lines, 0, 99))).toEqual(['a()', 'a()', 'if x:', 'b()']);
  });

  it('are kept as code, and found again', () => {
    const order = indented(indented(moved(firstOrder(LINES), 3, 0), 1, 1), 1, 1);
    const code = codeOfOrder(order);
    expect(code).toEqual(['if x:', '        b()', 'a()', 'a()']);
    expect(codeOfOrder(orderOfCode(code.join('\n'), LINES) ?? [])).toEqual(code);
  });

  it('keep an indentation that is not asked for', () => {
    const lines = ['    a()', 'if x:'];
    const code = codeOfOrder(moved(firstOrder(lines), 0, 1)).join('\n');
    expect(orderOfCode(code, lines)?.map(({ depth }) => depth)).toEqual([0, 0]);
    expect(codeOfOrder(orderOfCode(code, lines) ?? [])).toEqual(['if x:', '    a()']);
  });

  it('that were kept of another document are not taken', () => {
    expect(orderOfCode(undefined, LINES)).toBeUndefined();
    expect(orderOfCode('a()\nb()', LINES)).toBeUndefined();
    expect(orderOfCode('a()\na()\na()\nif x:', LINES)).toBeUndefined();
  });

  it('are never further in than the page shows, nor less than not at all', () => {
    let lines = firstOrder(['a']);
    for (let step = 0; step < 20; step += 1) lines = indented(lines, 0, 1);
    expect(lines[0]?.depth).toBe(8);
    for (let step = 0; step < 20; step += 1) lines = indented(lines, 0, -1);
    expect(lines[0]?.depth).toBe(0);
  });
});
