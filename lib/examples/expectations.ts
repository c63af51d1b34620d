import { ALL_EXAMPLES } from '../languages/all-examples';

/** For the tests: what each example must print, and the answers that it is given. */
interface Expectation {
  /** A part of its output, or a pattern that fits it. */
  prints: string | RegExp;
  /** Standard input, where the program reads it. */
  stdin?: string;
  /** Present where the program must show a value besides its text. */
  shows?: 'png' | 'html' | 'table' | 'chart';
}

const own: Record<string, Expectation> = {
  'python/prime-sieve': {
    prints: '  2   3   5   7  11  13  17  19  23  29\n',
  },
  'python/word-count': { prints: '  the ████████ 8\n  was ████ 4\n boat ███ 3\n' },
  'python/guess-my-number': {
    prints: /Is it 62\? .*Please answer h, l or y\.\n.*Found it with 3 questions!\n$/s,
    stdin: 'h\nl\nwhat?\ny\n',
  },
  'python/caesar-cipher': {
    prints: 'Secret: Phhw ph dw wkh rog kduerxu!\nAgain:  Meet me at the old harbour!\n',
  },
  'python/dates': {
    prints: 'Friday the 13th: 13 November 2026\n12:00 in UTC is 21:00 in Tokyo.\n',
  },
  'python/csv-files': { prints: 'apples    360 kg\npears     190 kg\nplums      65 kg\n' },
  'python/hanoi': { prints: '7. disc 1: left -> right\n' },
  'python/mandelbrot': { prints: '...@=@:+@@@@@@@@@=@....-.\n' },
  'python/monte-carlo-pi': { prints: '1,000,000 darts: pi is about 3.14' },
  'python/game-of-life': { prints: 'Generation 40: 5 cells\n' },
  'python/vectors': { prints: 'Vector(x=4, y=2)\nVector(x=6, y=8)\nlength: 5.0\n' },
  'python/generators': { prints: 'Sum of the even ones below 4 million: 4613732\n' },
  'python/asyncio-kitchen': {
    prints: /salad: ready\n.*soup: ready\n.*bread: ready\nServed: soup, bread, salad\n/,
  },
  'python/sqlite': { prints: '  George Eliot  2 since 1861\n' },
  'python/shortest-path': { prints: '9 km: Harbour -> Market -> School -> Station\n' },
  'python/queens': { prints: /^(([·♛] ){7}[·♛]\n){8}\nThis is one of 92 solutions\.\n$/ },
  'python/plot-waves': { prints: 'The highest wave: 1.32\n', shows: 'png' },
  'python/histogram': { prints: 'Most often: 7\n', shows: 'png' },
  'python/pandas-table': {
    prints: "Warm: ['Rome', 'Cairo']\nWarmest on average: Cairo\n",
    shows: 'html',
  },

  'javascript/prime-factors': { prints: '360 = 2 × 2 × 2 × 3 × 3 × 5\n' },
  'javascript/anagrams': { prints: /silent, enlist\nenost +stone, notes, onset\n/ },
  'javascript/treasure-hunt': {
    prints: /There is no way there\..*You take the key\..*Gold! You won in 3 steps\.\n/s,
    stdin: 'north\nup\neast\nsouth\n',
  },
  'javascript/tables': { prints: 'Best: apples\nTotal income: 1426\n', shows: 'table' },
  'javascript/dates': { prints: /20\. Juli 1969 um 20:17\n.*ja +1969年7月20日 20:17\n/s },
  'javascript/files': { prints: '[x] Paint the boat\n[ ] Mend the nets\n[ ] Go sailing\n' },
  'javascript/closures': { prints: 'fibonacci(70) = 190392490709135\n' },
  'javascript/bank-account': { prints: 'Visible: owner, number\nAccount 1: 75\nRangeError: Grace' },
  'javascript/tagged-templates': {
    prints: '<p>Hello, &lt;script&gt;alert(&quot;boo&quot;)&lt;/script&gt;!</p>\n',
  },
  'javascript/plot': { prints: /sin x · e\^\(-x\/4\), from 0 to 12\n([\u2800-\u28ff]{60}\n){10}$/ },
  'javascript/random-walk': { prints: / {3}0 .*█.* 329\n[\s\S]*2000 sailors after 20 steps\n$/ },
  'javascript/permutations': { prints: 'c b a\n13 × 4 = 52\nsea\n  fish\n    herring\n' },
  'javascript/generators': { prints: 'First even one above a million: 3524578\n1. Anna\n' },
  'javascript/async-kitchen': { prints: 'rejected - it collapsed\nfulfilled - cake\n' },
  'javascript/async-iterators': { prints: 'Highest: 22.4 °C\nMean of 5: 20.4 °C\n' },
  'javascript/streams': {
    prints: 'Read again: 50,000 lines.\nBoat 3 caught 353,600 fish.\n',
  },
  'javascript/workers': { prints: '17984 primes below 200000\n' },
  'javascript/maze': { prints: 'The goal is 48 steps away.\n' },

  'typescript/first-types': { prints: 'BER - OSL - TUR\n780 km: Bergen - Stavanger - Oslo\n' },
  'typescript/roman-numerals': { prints: '1969 MCMLXIX\n2026 MMXXVI\nMCMXCIX is 1999\n' },
  'typescript/nim': {
    prints:
      /\n13 left\..*That cannot be done\..*\n7 left\. .*you: 1\ncomputer: 2\n\n\| \| \| \| \n.*\n\nThe winner: computer\n$/s,
    stdin: 'seven\n1\n3\n1\n2\n',
  },
  'typescript/calendar': {
    prints: /November 2026\n.*\n {19}1\n 2 .*\n30\n.*is in 17 days\.\n$/s,
  },
  'typescript/interfaces': { prints: 'Nautilus dives 50 m.\nThe deepest: Moby\n' },
  'typescript/shapes': { prints: 'rectangle  10.00\ntogether   22.14\n' },
  'typescript/task-order': { prints: '7. breakfast\nThese wait for each other: egg, hen\n' },
  'typescript/narrowing': { prints: '2 of 3 are cities:\nTurku 206,000\nBergen 294,000\n' },
  'typescript/enums': { prints: 'the best is ♥ Queen\nwrite: true\ndelete: false\n' },
  'typescript/generics': { prints: "{ found: { name: 'Saturn', moons: 274 } }\n{}\n" },
  'typescript/satisfies': { prints: 'sand: #edc9af\nmedium 3.50\ngigantic is not on the menu\n' },
  'typescript/results': { prints: '84 / 2 = 42\n1 / 0 - division by zero\n7 / two - two is no' },
  'typescript/ferry': { prints: 'lorry    LO 77   141\nbicycle  -       4\nIncome: 185\n' },
  'typescript/group-by': { prints: "{ fish: 'herring', rows: 2, kilos: 1300 }", shows: 'table' },
  'typescript/diary': { prints: '- Tue More rain.\nline 3 is no entry\n+ Wed Sun!\n' },
  'typescript/tree-walk': { prints: '"the" comes twice\n7 → 22 → 11 → 34' },
  'typescript/limited-crew': {
    prints:
      /Berta is unloaded\n.*In the order of the list: 3 1 2 2 1 3\nAt the quay at once: 2\n$/s,
  },
  'typescript/langtons-ant': { prints: 'After 11,000 steps 834 cells are black.\n' },
  'typescript/lynx-and-hare': { prints: 'hares: 11 to 135\nlynxes: 7 to 52\n', shows: 'chart' },
  'typescript/calculator': { prints: '((2 - 3) - 4) = -5\n2 * (3 + 4: no )\n' },
  'typescript/sudoku': { prints: '3 4 5 | 2 8 6 | 1 7 9\n4208 digits were tried.\n' },
  'typescript/mapped-types': { prints: 'from red to BLUE\nbrighter by 60\n' },
  'typescript/typed-routes': { prints: '/crew/Ada/age/36 → Ada is 36 years old\n/x → nobody\n' },
};

export const expectations: Record<string, Expectation> = {
  ...own,
  ...Object.fromEntries(
    Object.entries(ALL_EXAMPLES).flatMap(([language, examples]) =>
      Object.entries(examples).map(([name, { expects }]) => [`${language}/${name}`, expects]),
    ),
  ),
};
