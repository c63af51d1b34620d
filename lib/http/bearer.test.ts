import { expect, test } from 'vitest';
import { bearerOf } from './bearer';

const asking = (authorization?: string) =>
  new Request('http://host/', authorization === undefined ? {} : { headers: { authorization } });

test('the secret stands behind Bearer, and anything else is none', () => {
  expect(bearerOf(asking('Bearer 2bcd5'))).toBe('2bcd5');
  expect(bearerOf(asking('bearer  2bcd5 '))).toBe('2bcd5');
  const others = [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Basic 2bcd5',
    '2bcd5',
    'Bearer a b',
    `Bearer ${'x'.repeat(201)}`,
  ];
  for (const other of others) {
    expect(() => bearerOf(asking(other)), other).toThrow('expected Bearer and the secret');
  }
});
