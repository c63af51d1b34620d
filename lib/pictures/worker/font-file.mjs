// What a font file says of itself: its family, and which characters it has.
// @ts-check
import { closeSync, openSync, readSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/**
 * @typedef {object} FontFacts
 * @property {string} family
 * @property {(codePoint: number) => boolean} has
 */

/** The tables of a WOFF2 file that have a number; others are named (W3C WOFF2, section 5.2). */
const WOFF2_TABLES = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post'];
const OWN_NAME = 63;
const GLYF = 10;
const LOCA = 11;

/**
 * Reads only the few tables that are needed, as a font may have 20 MB. Of a collection the first font counts.
 * @param {string} path TrueType, OpenType or a collection
 * @returns {FontFacts}
 */
export function factsOfFile(path) {
  const file = openSync(path, 'r');
  try {
    /** @param {number} at @param {number} length */
    const read = (at, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, at));
    };
    const start = read(0, 16).toString('latin1', 0, 4) === 'ttcf' ? read(12, 4).readUInt32BE() : 0;
    const count = read(start, 6).readUInt16BE(4);
    const directory = read(start + 12, count * 16);
    /** @param {string} name */
    const table = (name) => {
      for (let at = 0; at < directory.length; at += 16) {
        if (directory.toString('latin1', at, at + 4) !== name) continue;
        return read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
      }
      throw new Error(`${path} has no table ${name}`);
    };
    return { family: familyOf(table('name')), has: coverageOf(table('cmap')) };
  } finally {
    closeSync(file);
  }
}

/**
 * @param {Buffer} file WOFF2, not a collection
 * @returns {FontFacts}
 */
export function factsOfWoff2(file) {
  const count = file.readUInt16BE(12);
  let at = 48;
  const number = () => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  /** @type {Record<string, [from: number, to: number]>} */
  const places = {};
  let from = 0;
  for (let index = 0; index < count; index++) {
    const flags = file.readUInt8(at++);
    const id = flags & OWN_NAME;
    if (id === OWN_NAME) at += 4;
    let length = number();
    const untransformed = id === GLYF || id === LOCA ? 3 : 0;
    if (flags >> 6 !== untransformed) length = number();
    const name = WOFF2_TABLES[id];
    if (name) places[name] = [from, from + length];
    from += length;
  }
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  /** @param {string} name */
  const table = (name) => data.subarray(...(places[name] ?? [0, 0]));
  return { family: familyOf(table('name')), has: coverageOf(table('cmap')) };
}

/** @param {Buffer} table `name` */
function familyOf(table) {
  const count = table.readUInt16BE(2);
  const texts = table.readUInt16BE(4);
  let family = '';
  for (let index = 0; index < count; index++) {
    const at = 6 + index * 12;
    const [platform, language, id] = [0, 4, 6].map((offset) => table.readUInt16BE(at + offset));
    if (platform !== 3 || language !== 0x409 || (id !== 1 && id !== 16)) continue;
    const start = texts + table.readUInt16BE(at + 10);
    const bytes = Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8)));
    // The family as it is known today (16) counts more than the one for old programs (1).
    if (id === 16 || family === '') family = bytes.swap16().toString('utf16le');
  }
  return family;
}

/**
 * @param {Buffer} table `cmap`
 * @returns {(codePoint: number) => boolean}
 */
function coverageOf(table) {
  /** @type {((codePoint: number) => boolean)[]} */
  const parts = [];
  for (let index = 0; index < table.readUInt16BE(2); index++) {
    const part = table.subarray(table.readUInt32BE(8 + index * 8));
    const format = part.readUInt16BE(0);
    if (format === 4) parts.push((codePoint) => hasInSegments(part, codePoint));
    if (format === 12) parts.push((codePoint) => hasInGroups(part, codePoint));
  }
  return (codePoint) => parts.some((has) => has(codePoint));
}

/** @param {Buffer} part @param {number} codePoint */
function hasInSegments(part, codePoint) {
  if (codePoint > 0xfffe) return false;
  const twice = part.readUInt16BE(6);
  const index = firstWhere(twice / 2, (at) => part.readUInt16BE(14 + at * 2) >= codePoint);
  const at = 16 + twice + index * 2;
  if (index >= twice / 2 || part.readUInt16BE(at) > codePoint) return false;
  const delta = part.readUInt16BE(at + twice);
  const offset = part.readUInt16BE(at + twice * 2);
  if (offset === 0) return ((codePoint + delta) & 0xffff) !== 0;
  const glyph = at + twice * 2 + offset + (codePoint - part.readUInt16BE(at)) * 2;
  return part.length > glyph + 1 && part.readUInt16BE(glyph) !== 0;
}

/** @param {Buffer} part @param {number} codePoint */
function hasInGroups(part, codePoint) {
  const count = part.readUInt32BE(12);
  const index = firstWhere(count, (at) => part.readUInt32BE(20 + at * 12) >= codePoint);
  return index < count && part.readUInt32BE(16 + index * 12) <= codePoint;
}

/**
 * The first index for which it holds; `count` where it holds for none. It holds for all that follow.
 * @param {number} count @param {(index: number) => boolean} holds
 */
function firstWhere(count, holds) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
