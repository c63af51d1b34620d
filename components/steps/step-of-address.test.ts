import { expect, test } from 'vitest';
import { stepOfAddress } from './step-of-address';

test.each([
  ['?step=12', 12],
  ['?predict&step=1', 1],
  ['?step=5000', 5000],
  ['?step=0', undefined],
  ['?step=-3', undefined],
  ['?step=1.5', undefined],
  ['?step=99999', undefined],
  ['?step=<b>', undefined],
  ['?step=', undefined],
  ['', undefined],
])('%s names step %s', (search, step) => {
  expect(stepOfAddress(search)).toBe(step);
});
