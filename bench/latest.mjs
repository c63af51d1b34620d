// The figures that were measured last: bench/latest.json.
// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'bench/latest.json';

/** Nothing where nothing was measured yet. @returns {Record<string, unknown>} */
export function readFigures() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return {};
  }
}

/** Puts these in the place of older ones of the same names. @param {Record<string, unknown>} figures */
export function keepFigures(figures) {
  writeFileSync(FILE, `${JSON.stringify({ ...readFigures(), ...figures }, null, 2)}\n`);
  process.stdout.write(`Written to ${FILE}\n`);
}
