import { afterAll, expect, test } from 'vitest';
import type { Card } from './card';
import { Painter } from './painter';

const card = (text: string, image?: string): Card => ({
  title: text,
  language: 'Python',
  code: { label: 'main.py', lines: [[{ text, fill: '#ffffff' }]], isCut: false },
  output: {
    label: 'Output',
    lines: [],
    isCut: false,
    ...(image === undefined
      ? {}
      : {
          image: { source: `data:image/svg+xml,${encodeURIComponent(image)}`, width: 4, height: 3 },
        }),
  },
});

const sizeOf = (png: Uint8Array) => {
  const bytes = Buffer.from(png);
  return [bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};
const SIZE = ['PNG', 1200, 630];

// Time enough on a machine that is busy with other tests.
const painter = new Painter({ limitMs: 60_000 });
afterAll(() => painter.close());

test('a card becomes a PNG of 1200 by 630, whatever stands in it', async () => {
  for (const text of [
    'print(1)',
    '',
    '</text></svg><script>&amp;]]><!--',
    '\u0000\u001b[31m\u202eabc\u2066\ud800\udfff\ufffe\uffff',
    '你好 مرحبا 😀 👨‍👩‍👧 🇩🇪 é ก \u{10ffff}',
    `Z${'\u0301'.repeat(5000)}`,
    'م'.repeat(5000),
    'x'.repeat(10_000),
  ]) {
    expect(sizeOf(await painter.paint(card(text)))).toEqual(SIZE);
  }
});

test('the same card is the same picture', async () => {
  const first = await painter.paint(card('print("😀")'));
  await painter.paint(card('你好'));
  expect(Buffer.from(await painter.paint(card('print("😀")'))).equals(Buffer.from(first))).toBe(
    true,
  );
});

const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">${content}</svg>`;

/** Noise in so many layers takes days. */
const ENDLESS = svg(
  '<filter id="f"><feTurbulence numOctaves="1000000000" baseFrequency="0.1"/></filter><rect width="4" height="3" filter="url(#f)"/>',
);

/** Each level draws the one before it ten times: ten thousand million circles. */
const BOMB = svg(
  `<defs><circle id="n0" r="9"/>${Array.from(
    { length: 10 },
    (_, n) => `<g id="n${n + 1}">${`<use href="#n${n}"/>`.repeat(10)}</g>`,
  ).join('')}</defs><use href="#n10"/>`,
);

test('an image that never ends is left out, and holds up the next picture for a moment only', async () => {
  const hurried = new Painter({ limitMs: 3000 });
  await hurried.paint(card('starts the thread'));
  const hostile = hurried.paint(card('endless', ENDLESS));
  const next = hurried.paint(card('next'));
  const without = await painter.paint({
    ...card('endless'),
    output: { label: 'Output', lines: [], isCut: false },
  });
  expect(sizeOf(await next)).toEqual(SIZE);
  expect(Buffer.from(await hostile).equals(Buffer.from(without))).toBe(true);
  hurried.close();
});

test('an image that unfolds without end, is nested without end or broken harms nobody', async () => {
  const nested = `${'<g>'.repeat(100_000)}<rect width="4" height="3"/>`;
  for (const image of [
    BOMB,
    svg(nested),
    '<svg',
    svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'),
  ]) {
    expect(sizeOf(await painter.paint(card('hostile', image)))).toEqual(SIZE);
  }
});

test('an image asks nobody for anything', async () => {
  const image = svg(
    '<image href="http://127.0.0.1:9/x.png" width="9" height="9"/><image href="file:///etc/passwd" width="9" height="9"/>',
  );
  const plain = svg('');
  const [asked, quiet] = [
    await painter.paint(card('a', image)),
    await painter.paint(card('a', plain)),
  ];
  expect(Buffer.from(asked).equals(Buffer.from(quiet))).toBe(true);
});

test('too many at once are refused, and the others are painted', async () => {
  const small = new Painter({ queueLimit: 2, limitMs: 60_000 });
  const all = Array.from({ length: 4 }, () => small.paint(card('x')));
  const ends = await Promise.allSettled(all);
  expect(ends.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
  ]);
  expect(ends[3]).toMatchObject({ reason: { code: 'busy', retryAfterS: 5 } });
  small.close();
});
