// Paints cards in a thread of its own, so that nobody's output waits for it. The renderer is WebAssembly:
// what a hostile image could break is the memory of this thread, and the thread can be ended at any time.
// @ts-check
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { cardSvg } from './card.mjs';
import { REGULAR } from './fonts.mjs';
import { escapeXml, Typesetter } from './text.mjs';

/** @typedef {import('./card.mjs').Card} Card */
/** @typedef {import('./fonts.mjs').Font} Font */

try {
  // On Linux it is this thread's alone: pictures take what programs and pages leave.
  setPriority(5);
} catch {
  // It only makes room for others.
}

/** @type {WebAssembly.Memory | undefined} */
let memory;
const { instantiate } = WebAssembly;
// The renderer keeps its memory to itself, and it never shrinks.
Object.assign(WebAssembly, {
  /** @param {Parameters<typeof instantiate>} given */
  async instantiate(...given) {
    const made = /** @type {WebAssembly.WebAssemblyInstantiatedSource & WebAssembly.Instance} */ (
      await instantiate(...given)
    );
    memory = /** @type {WebAssembly.Memory} */ ((made.instance ?? made).exports.memory);
    return made;
  },
});

await initWasm(readFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm'));

/**
 * The files of Chinese have one name together, so the renderer looks for a letter in one after the other:
 * they come before what the system has.
 * @param {string} svg @param {Font[]} fonts
 */
const open = (svg, fonts) =>
  new Resvg(svg, {
    font: {
      fontBuffers: fonts
        .toSorted((a, b) => Number(b.isThin) - Number(a.isThin))
        .map(({ read }) => read()),
      defaultFontFamily: REGULAR.family,
      monospaceFamily: REGULAR.family,
      sansSerifFamily: REGULAR.family,
    },
  });

/** @param {string} text @param {Font} font @param {number} size */
function measure(text, font, size) {
  const drawing = open(
    `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text x="0" y="100" font-family="${escapeXml(font.family)}" font-size="${size}" xml:space="preserve">${escapeXml(text)}</text></svg>`,
    [font],
  );
  try {
    const box = drawing.getBBox();
    return box === undefined ? 0 : box.x + box.width;
  } finally {
    drawing.free();
  }
}

const MEMORY_LIMIT_BYTES = 256 * 1024 * 1024;

/** @param {Card} card */
function paint(card) {
  const typesetter = new Typesetter(measure);
  const svg = cardSvg(card, typesetter);
  const drawing = open(svg, [...typesetter.fonts]);
  try {
    const image = drawing.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    drawing.free();
  }
}

parentPort?.on('message', (/** @type {{ n: number, card: Card }} */ { n, card }) => {
  const png = paint(card);
  const isSpent = (memory?.buffer.byteLength ?? 0) > MEMORY_LIMIT_BYTES;
  parentPort?.postMessage({ n, png, isSpent }, [/** @type {ArrayBuffer} */ (png.buffer)]);
});
