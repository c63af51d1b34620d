/** The text of a file, whatever it was written by. */

export interface DecodedText {
  /** Without a byte order mark; lines end in `\n`. */
  text: string;
  encoding: 'utf-8' | 'utf-16' | 'latin1';
}

/** Undefined where it is no text. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && !(c === 0 && d === 0 && bytes.length > 2))
    return decoded(bytes, 'utf-16le', 'utf-16');
  if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be', 'utf-16');
  if (bytes.includes(0)) {
    const label = utf16Of(bytes);
    return label === undefined ? undefined : decoded(bytes, label, 'utf-16');
  }
  return decoded(bytes, 'utf-8', 'utf-8') ?? decoded(bytes, 'windows-1252', 'latin1');
}

function decoded(
  bytes: Uint8Array,
  label: string,
  encoding: DecodedText['encoding'],
): DecodedText | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    if (isBinary(text)) return undefined;
    return { text: text.replace(/\r\n?/g, '\n'), encoding };
  } catch {
    return undefined;
  }
}

/** Without a mark: in a program most characters are of ASCII, so every second byte is zero. */
function utf16Of(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = bytes.length / 2 / 2;
  if (even === 0 && odd > most) return 'utf-16le';
  return odd === 0 && even > most ? 'utf-16be' : undefined;
}

// What no text has: control characters beside tab, line ends, form feed, backspace and escape.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
const BINARY = /[\x00-\x07\x0b\x0e-\x1a\x1c-\x1f\x7f]/g;

function isBinary(text: string): boolean {
  const found = text.match(BINARY)?.length ?? 0;
  return text.includes('\0') || found > text.length / 200;
}
