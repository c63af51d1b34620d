import { expect, it } from 'vitest';
import { printOptionsOfAddress, wordsOfPrint } from './print-options';

it.each([
  ['?print', { lineNumbers: true, outputs: true, link: true, traceRows: 0 }],
  ['?print=no-outputs,trace-6', { lineNumbers: true, outputs: false, link: true, traceRows: 6 }],
  [
    '?print=No-Lines,no-link,trace',
    { lineNumbers: false, outputs: true, link: false, traceRows: 12 },
  ],
  ['?print=trace-9999', { lineNumbers: true, outputs: true, link: true, traceRows: 0 }],
])('a link with %s asks for a handout', (search, options) => {
  expect(printOptionsOfAddress(search)).toEqual(options);
});

it('other links ask for none, and the words are those of the style sheet', () => {
  expect(printOptionsOfAddress('?revision=2')).toBeUndefined();
  expect(wordsOfPrint({ lineNumbers: false, outputs: false, link: false, traceRows: 0 })).toBe(
    'no-lines no-outputs no-link',
  );
});
