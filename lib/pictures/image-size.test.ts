import { expect, test } from 'vitest';
import { imageSize } from './image-size';

const base64 = (type: string, bytes: Buffer) =>
  `data:image/${type};base64,${bytes.toString('base64')}`;
const svg = (text: string) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;

function png(width: number, height: number): string {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1');
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return base64('png', bytes);
}

/** A comment before the frame, as cameras write them. */
function jpeg(width: number, height: number): string {
  const bytes = Buffer.from('ffd8fffe0004abcdffc0001108000000000301110000000000', 'hex');
  bytes.writeUInt16BE(height, 13);
  bytes.writeUInt16BE(width, 15);
  return base64('jpeg', bytes);
}

test('the size of an image is read without opening it', () => {
  expect(imageSize(png(640, 480))).toEqual({ width: 640, height: 480 });
  expect(imageSize(jpeg(300, 200))).toEqual({ width: 300, height: 200 });
  expect(imageSize(svg('<svg width="20" height="10"/>'))).toEqual({ width: 20, height: 10 });
  expect(imageSize(svg("<svg viewBox='0 0 3.5 7'/>"))).toEqual({ width: 3.5, height: 7 });
  expect(imageSize(svg('<svg/>'))).toEqual({ width: 640, height: 480 });
});

test.each([
  ['a bomb of pixels', png(30_000, 30_000)],
  ['no pixels', png(0, 10)],
  ['a line', png(5000, 2)],
  ['a PNG that is cut', base64('png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
  ['a JPEG without a frame', base64('jpeg', Buffer.from('ffd8fffe0002', 'hex'))],
  [
    'a JPEG that points into nowhere',
    base64('jpeg', Buffer.from('ffd8fffe0000fffe0000ffd9aaaaaaaa', 'hex')),
  ],
])('%s is not shown', (_, source) => {
  expect(imageSize(source)).toBeUndefined();
});
