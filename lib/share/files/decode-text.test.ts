import { expect, it } from 'vitest';
import { decodeText } from './decode-text';

const utf16 = (text: string, bigEndian = false) =>
  Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0);
      return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
const bytes = (...parts: (number[] | Uint8Array)[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

it.each([
  ['UTF-8', new TextEncoder().encode('é\n'), 'é\n', 'utf-8'],
  ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], new TextEncoder().encode('é')), 'é', 'utf-8'],
  ['UTF-16 with its mark', bytes([0xff, 0xfe], utf16('print("é")')), 'print("é")', 'utf-16'],
  ['its other order', bytes([0xfe, 0xff], utf16('print(1)', true)), 'print(1)', 'utf-16'],
  ['UTF-16 without a mark', utf16('print("hello")'), 'print("hello")', 'utf-16'],
  ['Latin-1', bytes([0x63, 0x61, 0x66, 0xe9]), 'café', 'latin1'],
  ['other ends of lines', new TextEncoder().encode('a\r\nb\rc'), 'a\nb\nc', 'utf-8'],
  ['nothing', new Uint8Array(), '', 'utf-8'],
])('%s is read', (_name, input, text, encoding) => {
  expect(decodeText(input)).toEqual({ text, encoding });
});

it.each([
  ['a picture', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ['numbers', Uint8Array.from({ length: 256 }, (_, index) => index)],
  ['control characters', Uint8Array.from({ length: 100 }, (_, index) => (index % 8) + 1)],
  ['half of UTF-16', bytes([0xff, 0xfe, 0x61])],
])('%s is no text', (_name, input) => {
  expect(decodeText(input)).toBeUndefined();
});
