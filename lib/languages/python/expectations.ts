import type { Expectations } from '../language-examples';

export const expectations: Expectations = {
  'prime-sieve': {
    prints: '  2   3   5   7  11  13  17  19  23  29\n',
  },
  'word-count': { prints: '  the ████████ 8\n  was ████ 4\n boat ███ 3\n' },
  'guess-my-number': {
    prints: /Is it 62\? .*Please answer h, l or y\.\n.*Found it with 3 questions!\n$/s,
    stdin: 'h\nl\nwhat?\ny\n',
  },
  'caesar-cipher': {
    prints: 'Secret: Phhw ph dw wkh rog kduerxu!\nAgain:  Meet me at the old harbour!\n',
  },
  dates: {
    prints: 'Friday the 13th: 13 November 2026\n12:00 in UTC is 21:00 in Tokyo.\n',
  },
  'csv-files': { prints: 'apples    360 kg\npears     190 kg\nplums      65 kg\n' },
  hanoi: { prints: '7. disc 1: left -> right\n' },
  mandelbrot: { prints: '...@=@:+@@@@@@@@@=@....-.\n' },
  'monte-carlo-pi': { prints: '1,000,000 darts: pi is about 3.14' },
  'game-of-life': { prints: 'Generation 40: 5 cells\n' },
  vectors: { prints: 'Vector(x=4, y=2)\nVector(x=6, y=8)\nlength: 5.0\n' },
  generators: { prints: 'Sum of the even ones below 4 million: 4613732\n' },
  'asyncio-kitchen': {
    prints: /salad: ready\n.*soup: ready\n.*bread: ready\nServed: soup, bread, salad\n/,
  },
  sqlite: { prints: '  George Eliot  2 since 1861\n' },
  'shortest-path': { prints: '9 km: Harbour -> Market -> School -> Station\n' },
  queens: { prints: /^(([·♛] ){7}[·♛]\n){8}\nThis is one of 92 solutions\.\n$/ },
  'plot-waves': { prints: 'The highest wave: 1.32\n', shows: 'png' },
  histogram: { prints: 'Most often: 7\n', shows: 'png' },
  'pandas-table': {
    prints: "Warm: ['Rome', 'Cairo']\nWarmest on average: Cairo\n",
    shows: 'html',
  },
};
