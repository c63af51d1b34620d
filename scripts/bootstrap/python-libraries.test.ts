import { expect, test } from 'vitest';
import { missingLibraries } from './python-libraries.mjs';

test('what is in neither place of the system’s packages is missing', () => {
  const there = [
    '/usr/lib/python3/dist-packages/numpy',
    '/usr/local/lib/python3/dist-packages/pandas',
  ];
  expect(missingLibraries((path) => there.includes(path))).toEqual(['matplotlib']);
  expect(missingLibraries(() => true)).toEqual([]);
});
