/** How large an image is, read from its first bytes: one that would fill the memory is never opened. */

export interface Size {
  width: number;
  height: number;
}

const MAX_PIXELS = 16_000_000;
const MAX_RATIO = 20;
const SVG_SIZE: Size = { width: 640, height: 480 };

/** Of the `data:` URL of a PNG, JPEG or SVG; undefined for one that is not shown: broken, too large, or a mere line. */
export function imageSize(source: string): Size | undefined {
  const size = source.startsWith('data:image/svg+xml') ? sizeOfSvg(source) : sizeOfBytes(source);
  if (size === undefined || !(size.width >= 1 && size.height >= 1)) return undefined;
  const ratio = Math.max(size.width / size.height, size.height / size.width);
  return size.width * size.height <= MAX_PIXELS && ratio <= MAX_RATIO ? size : undefined;
}

function sizeOfBytes(source: string): Size | undefined {
  const bytes = Buffer.from(source.slice(source.indexOf(',') + 1), 'base64');
  return source.startsWith('data:image/png') ? sizeOfPng(bytes) : sizeOfJpeg(bytes);
}

function sizeOfPng(bytes: Buffer): Size | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The frame's header (SOF), which stands behind others. */
function sizeOfJpeg(bytes: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** Drawn at any size, so only its shape counts. */
function sizeOfSvg(source: string): Size {
  const svg = decodeURIComponent(source.slice(source.indexOf(',') + 1));
  const root = /<svg\b[^>]{0,4000}>/i.exec(svg)?.[0] ?? '';
  const side = (name: string) => Number(new RegExp(`\\s${name}=["']([\\d.]+)`).exec(root)?.[1]);
  const [, width, height] =
    /\sviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(root) ?? [];
  const size = { width: side('width') || Number(width), height: side('height') || Number(height) };
  return size.width > 0 && size.height > 0 ? size : SVG_SIZE;
}
