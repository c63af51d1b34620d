import type { Expectations } from '../language-examples';

export const expectations: Expectations = {
  'prime-factors': { prints: '360 = 2 × 2 × 2 × 3 × 3 × 5\n' },
  anagrams: { prints: /silent, enlist\nenost +stone, notes, onset\n/ },
  'treasure-hunt': {
    prints: /There is no way there\..*You take the key\..*Gold! You won in 3 steps\.\n/s,
    stdin: 'north\nup\neast\nsouth\n',
  },
  tables: { prints: 'Best: apples\nTotal income: 1426\n', shows: 'table' },
  dates: { prints: /20\. Juli 1969 um 20:17\n.*ja +1969年7月20日 20:17\n/s },
  files: { prints: '[x] Paint the boat\n[ ] Mend the nets\n[ ] Go sailing\n' },
  closures: { prints: 'fibonacci(70) = 190392490709135\n' },
  'bank-account': { prints: 'Visible: owner, number\nAccount 1: 75\nRangeError: Grace' },
  'tagged-templates': {
    prints: '<p>Hello, &lt;script&gt;alert(&quot;boo&quot;)&lt;/script&gt;!</p>\n',
  },
  plot: { prints: /sin x · e\^\(-x\/4\), from 0 to 12\n([\u2800-\u28ff]{60}\n){10}$/ },
  'random-walk': { prints: / {3}0 .*█.* 329\n[\s\S]*2000 sailors after 20 steps\n$/ },
  permutations: { prints: 'c b a\n13 × 4 = 52\nsea\n  fish\n    herring\n' },
  generators: { prints: 'First even one above a million: 3524578\n1. Anna\n' },
  'async-kitchen': { prints: 'rejected - it collapsed\nfulfilled - cake\n' },
  'async-iterators': { prints: 'Highest: 22.4 °C\nMean of 5: 20.4 °C\n' },
  streams: {
    prints: 'Read again: 50,000 lines.\nBoat 3 caught 353,600 fish.\n',
  },
  workers: { prints: '17984 primes below 200000\n' },
  maze: { prints: 'The goal is 48 steps away.\n' },
};
