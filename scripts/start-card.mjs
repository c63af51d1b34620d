// Paints public/card.png, the picture of the start page.
// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const [text, comment, keyword, string, number] = [
  '#dce5e3',
  '#8a9a97',
  '#d7a0f2',
  '#94d8a0',
  '#f0b27a',
];

/** Each piece after the colour it has. @param {...(string | undefined)} parts */
function line(...parts) {
  const pieces = [];
  for (let at = 0; at < parts.length; at += 2) {
    pieces.push({ fill: String(parts[at]), text: String(parts[at + 1]) });
  }
  return pieces;
}

const card = {
  title: 'Run code, share it, embed it',
  language: 'Python · JavaScript · TypeScript',
  code: {
    label: 'main.py',
    isCut: false,
    lines: [
      line(comment, '# Which numbers are prime?'),
      line(
        keyword,
        'for',
        text,
        ' n ',
        keyword,
        'in range',
        text,
        '(',
        number,
        '2',
        text,
        ', ',
        number,
        '20',
        text,
        '):',
      ),
      line(
        keyword,
        '    if all',
        text,
        '(n % d ',
        keyword,
        'for',
        text,
        ' d ',
        keyword,
        'in range',
        text,
        '(',
        number,
        '2',
        text,
        ', n)):',
      ),
      line(keyword, '        print', text, '(', string, '"🌊"', text, ', n)'),
    ],
  },
  output: {
    label: 'Output',
    aside: 'Finished · 0.01 s',
    tone: '#6fd08c',
    isCut: false,
    lines: [2, 3, 5, 7, 11, 13, 17, 19].map((prime) => line(text, `🌊 ${prime}`)),
  },
};

const painter = new Worker('./lib/pictures/worker/main.mjs');
painter.on('message', ({ png }) => {
  mkdirSync('public', { recursive: true });
  writeFileSync('public/card.png', png);
  painter.terminate();
});
painter.postMessage({ n: 1, card });
