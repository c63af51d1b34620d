// Paints public/card.png, the picture of the start page.
// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const [text, comment, keyword, string, number, type] = [
  '#dce5e3',
  '#8a9a97',
  '#d7a0f2',
  '#94d8a0',
  '#f0b27a',
  '#83c5f0',
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
      line(keyword, 'from', text, ' itertools ', keyword, 'import', text, ' islice'),
      [],
      line(keyword, 'def', text, ' primes():'),
      line(text, '    n, found = ', number, '2', text, ', []'),
      line(keyword, '    while', text, ' ', keyword, 'True', text, ':'),
      line(
        keyword,
        '        if all',
        text,
        '(n % p ',
        keyword,
        'for',
        text,
        ' p ',
        keyword,
        'in',
        text,
        ' found):',
      ),
      line(text, '            found.append(n)'),
      line(keyword, '            yield', text, ' n  ', comment, '# one more'),
      line(text, '        n += ', number, '1'),
      [],
      line(
        keyword,
        'for',
        text,
        ' p ',
        keyword,
        'in',
        text,
        ' islice(primes(), ',
        number,
        '7',
        text,
        '):',
      ),
      line(keyword, '    print', text, '(', string, '"🏖️"', text, ', p)'),
    ],
  },
  output: {
    label: 'Output',
    aside: 'Finished · 0.01 s',
    tone: '#6fd08c',
    isCut: false,
    lines: [2, 3, 5, 7, 11, 13, 17].map((prime) => line(text, '🏖️ ', type, String(prime))),
  },
};

const painter = new Worker('./lib/pictures/worker/main.mjs');
painter.on('message', ({ png }) => {
  mkdirSync('public', { recursive: true });
  writeFileSync('public/card.png', png);
  painter.terminate();
});
painter.postMessage({ n: 1, card });
