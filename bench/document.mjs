// Writes the figures of bench/latest.json into docs/benchmarks.md, between its two marks: `node bench/document.mjs`.
// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { readFigures } from './latest.mjs';
import { describeSpeed } from './speed/tables.mjs';

const DOCUMENT = 'docs/benchmarks.md';
const [BEGIN, END] = ['<!-- figures: written by bench/document.mjs -->', '<!-- end of figures -->'];

/** The document as it has to be. @param {string} document @param {{ speed?: unknown }} latest */
export function withFigures(document, latest) {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${DOCUMENT} has lost its marks.`);
  const speed = /** @type {import('./speed/tables.mjs').Speed | undefined} */ (latest.speed);
  const figures = speed === undefined ? 'Not measured yet.' : describeSpeed(speed);
  return `${before}${BEGIN}\n\n${figures}\n\n${END}${after}`;
}

export function writeDocument() {
  writeFileSync(DOCUMENT, withFigures(readFileSync(DOCUMENT, 'utf8'), readFigures()));
}

if (process.argv[1]?.endsWith('document.mjs')) writeDocument();
