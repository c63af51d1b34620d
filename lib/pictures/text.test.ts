import { expect, test } from 'vitest';
import { columnsOf, Typesetter } from './worker/text.mjs';

/** Each character that is drawn as text, at its place; `·` for a dot, `@` for a drawing. */
function drawn(text: string, columns = 80) {
  const typesetter = new Typesetter((word: string) => word.length * 6);
  const line = typesetter.line([{ text, fill: '#ffffff' }], { x: 0, y: 0, size: 10, columns });
  const parts = Array.from(
    line.svg.matchAll(/<text[^>]* x="([\d.]+)"[^>]*>([^<]*)|<circle[^>]* fill="(\S+?)"|<image/g),
    ([tag, x, content, fill]) => {
      if (tag.startsWith('<image')) return '@';
      return fill === undefined ? `${Number(x) / 6}:${content}` : fill === '#ffffff' ? '·' : '!';
    },
  );
  return { parts, svg: line.svg, columns: line.columns };
}

test('text stands on a grid, tabs too', () => {
  expect(drawn('a\tbc').parts).toEqual(['0:a   bc']);
  expect(drawn('┌─┐ é ∑').parts).toEqual(['0:┌─┐ é ∑']);
});

test('a wide letter takes two cells, and what follows keeps its place', () => {
  expect(drawn('a你b').parts).toEqual(['0:a', '2:你', '3:b']);
  expect(drawn('a你b').columns).toBe(4);
});

test('an emoji is a drawing; a flag is the letters of its country', () => {
  expect(drawn('😀b').parts).toEqual(['@', '2:b']);
  expect(drawn('👍🏽👨‍👩‍👧❤️').parts).toEqual(['@', '@', '@']);
  expect(drawn('🇩🇪').parts).toEqual(['0:DE']);
  expect(drawn('1️⃣ © #').parts).toEqual(['0:1 © #']);
});

test('what reorders or moves text, and what is no text, is a mark of its own', () => {
  expect(drawn('a\u202eb\u2066c').parts).toEqual(['0:a', '!', '2:b', '!', '4:c']);
  expect(drawn('\u0000\u001b\ud800\ufffe').parts).toEqual(['!', '!', '!', '!']);
});

test('what cannot be seen takes no room', () => {
  expect(drawn('a\u200b\u200d\ufeffb\u00ad').parts).toEqual(['0:ab']);
});

test('what no font has is a dot, never an empty box', () => {
  expect(drawn('a\u{10fffd}b').parts).toEqual(['0:a', '·', '2:b']);
});

test('a pile of marks is cut, and stays on its letter', () => {
  const { svg } = drawn(`Z${'\u0301'.repeat(500)}!`);
  expect(svg.match(/\u0301/g)?.length ?? 0).toBeLessThan(5);
});

test('markup is text', () => {
  expect(drawn(`<b>&"'`).parts).toEqual(['0:&lt;b&gt;', '3:&amp;&quot;&#39;']);
});

test('signs are not joined to others', () => {
  expect(drawn('a => b').parts).toEqual(['0:a =', '3:&gt; b']);
});

test('a line ends where there is no more room, however long it is', () => {
  const { svg } = drawn('你'.repeat(5000), 40);
  expect(svg.match(/<text/g)?.length).toBe(20);
  expect(drawn('x'.repeat(100_000), 40).svg.length).toBeLessThan(400);
});

test('columns are counted as they are drawn', () => {
  expect(columnsOf('a\tb')).toBe(5);
  expect(columnsOf('你好😀')).toBe(6);
});
