import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Whoever keeps the notice may do as they like; the fonts and the browsers' data in their usual ones. */
const PERMISSIVE = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'Unlicense',
  'CC0-1.0',
  'OFL-1.1',
  'CC-BY-4.0',
];

/** Others, and why they are all right. */
const EXCEPTIONS: [name: RegExp, why: string][] = [
  [
    /^@resvg\/resvg-wasm$/,
    'MPL-2.0 asks for the source of files that are changed; it is used as it comes',
  ],
  [/^@img\/sharp-/, 'an optional part of Next for its image optimiser, which is switched off'],
  [/^@next\/swc-/, 'parts of Next for other systems, whose packages do not repeat its licence'],
];

interface Locked {
  license?: string;
  dev?: boolean;
}

/** `(A OR B) AND C`: one of each is enough, all of them are needed. */
function isPermissive(licence: string): boolean {
  return licence.split(/\s+AND\s+/).every((part) =>
    part
      .replaceAll(/[()]/g, '')
      .split(/\s+OR\s+/)
      .some((name) => PERMISSIVE.includes(name)),
  );
}

test('everything that a server loads is permissively licensed, or named here with a reason', () => {
  const lock: { packages: Record<string, Locked> } = JSON.parse(
    readFileSync('package-lock.json', 'utf8'),
  );
  const loaded = Object.entries(lock.packages).filter(([path, { dev }]) => path !== '' && !dev);
  expect(loaded.length).toBeGreaterThan(100);
  const odd = loaded
    .map(([path, { license = 'none' }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      license,
    }))
    .filter(({ license }) => !isPermissive(license));
  const isNamed = ({ name }: { name: string }) =>
    EXCEPTIONS.some(([pattern]) => pattern.test(name));
  expect(odd.filter((found) => !isNamed(found))).toEqual([]);
  // A reason without a package is a leftover.
  for (const [pattern] of EXCEPTIONS) expect(odd.some(({ name }) => pattern.test(name))).toBe(true);
});

test.each([
  ['MIT', true],
  ['(MPL-2.0 OR Apache-2.0)', true],
  ['MIT AND OFL-1.1', true],
  ['Apache-2.0 AND LGPL-3.0-or-later', false],
  ['GPL-3.0', false],
  ['none', false],
])('%s: %s', (licence, is) => {
  expect(isPermissive(licence)).toBe(is);
});
