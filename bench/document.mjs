// Writes the figures of bench/latest.json into docs/benchmarks.md, between its two marks: `node bench/document.mjs`.
// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { describeSpeed } from './speed/tables.mjs';

const DOCUMENT = 'docs/benchmarks.md';
const [BEGIN, END] = ['<!-- figures: written by bench/document.mjs -->', '<!-- end of figures -->'];

/** The document as it has to be. @param {string} document @param {{ speed?: unknown }} latest */
export function withFigures(document, latest) {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${DOCUMENT} has lost its marks.`);
  const speed = /** @type {import('./speed/tables.mjs').Speed} */ (latest.speed);
  return `${before}${BEGIN}\n\n${describeSpeed(speed)}\n\n${END}${after}`;
}

export function writeDocument() {
  const latest = JSON.parse(readFileSync('bench/latest.json', 'utf8'));
  writeFileSync(DOCUMENT, withFigures(readFileSync(DOCUMENT, 'utf8'), latest));
}

if (process.argv[1]?.endsWith('document.mjs')) writeDocument();
