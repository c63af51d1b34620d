// The figures of the store of snippets, from a process that runs its TypeScript (store.ts).
// @ts-check
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** @typedef {{ writesPerSecond: number, writesPerSecondOneByOne: number, readsPerSecond: number }} Rates */

/** @returns {Promise<{ sqlite: Rates, postgres: Rates | { skipped: string } }>} */
export async function measureStore() {
  const args = ['--import', './scripts/typescript-hooks.mjs', 'bench/store.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

/** Rows of a table: what, SQLite, Postgres. @param {Awaited<ReturnType<typeof measureStore>>} figures */
export function describeStore({ sqlite, postgres }) {
  const row = (/** @type {string} */ what, /** @type {keyof Rates} */ key) => [
    what,
    `${sqlite[key]} /s`,
    'skipped' in postgres ? postgres.skipped : `${postgres[key]} /s`,
  ];
  return [
    row('snippets: writes, 8 at once', 'writesPerSecond'),
    row('snippets: writes, one after the other', 'writesPerSecondOneByOne'),
    row('snippets: reads, 8 at once', 'readsPerSecond'),
  ];
}
