import type { Expectations } from '../language-examples';

export const expectations: Expectations = {
  rainfall: {
    prints: 'In all: 762 mm\nWettest: Jul \nsummer   78.0 mm a month\n',
    shows: 'table',
  },
  'word-lengths': { prints: 'Different ones: 23 \nLongest: tonight straits england \n' },
  shopping: {
    prints: /That is no number\..*tea {11}2\.50\nTogether {6}6\.00\nDearest: bread \n$/s,
    stdin: 'bread\n3.5\ncake\nmuch\ntea\n2.5\n\n',
  },
  regression: {
    prints: /^One metre more: 0\.42 knots faster\.\n.*18 m long: about 11\.0 knots/s,
    shows: 'png',
  },
};
