/** A PNG's pixels, for tests of what a picture shows. Eight bits a channel, not interlaced. */
import { inflateSync } from 'node:zlib';

export interface Pixels {
  width: number;
  height: number;
  /** Red, green and blue at a place. */
  at(x: number, y: number): [number, number, number];
}

/** Throws where it is no such PNG. */
export function decodePng(bytes: Buffer): Pixels {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('This is no PNG.');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[bytes[25] ?? 0];
  if (bytes[24] !== 8 || channels === undefined || bytes[28] !== 0) {
    throw new Error('This PNG is of another form.');
  }
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) !== 'IDAT') continue;
    parts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const rows = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
  return {
    width,
    height,
    at(x, y) {
      const from = (y * width + x) * channels;
      return [rows[from] ?? 0, rows[from + 1] ?? 0, rows[from + 2] ?? 0];
    },
  };
}

/** How many pixels of a part of the picture are like that. */
export function countPixels(
  { at }: Pixels,
  [x0, y0, x1, y1]: [number, number, number, number],
  isIt: (pixel: [number, number, number]) => boolean,
): number {
  let count = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (isIt(at(x, y))) count += 1;
  return count;
}

/** Each row says how its bytes differ from their neighbours (PNG, section 9). */
function unfilter(data: Buffer, rowBytes: number, height: number, step: number): Uint8Array {
  const pixels = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (rowBytes + 1)];
    for (let x = 0; x < rowBytes; x++) {
      const to = y * rowBytes + x;
      const left = x < step ? 0 : (pixels[to - step] ?? 0);
      const up = y === 0 ? 0 : (pixels[to - rowBytes] ?? 0);
      const corner = x < step || y === 0 ? 0 : (pixels[to - rowBytes - step] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      pixels[to] = (data[y * (rowBytes + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
