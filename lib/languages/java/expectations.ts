import type { Expectations } from '../language-examples';

export const expectations: Expectations = {
  primes: { prints: '  73  79  83  89  97\nThere are 25.\n' },
  harbour: { prints: 'Pegasus has moored.\nRoom for 202 people.\n' },
  words: { prints: '  sea ████ 4\n' },
  guess: { prints: /A number, please\..*Higher\..*Lower\./s, stdin: '0\nwhat\n1\n101\n' },
  picture: { prints: / points stay inside\.\n$/, shows: 'png' },
};
