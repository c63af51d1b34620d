/**
 * A whole program in the fragment of an address, which browsers keep to themselves: `#v1.` and then,
 * compressed and in base64url, the JSON of `[language, code, timeoutS, stdin or null, [[path, text]]]`.
 * A later form gets a number of its own; each that there has been is read for ever.
 */
import { readProgram, type SharedProgram } from './program';

/** Chats and mail cut longer addresses, or do not make links of them. */
export const LONG_LINK_CHARACTERS = 2000;
/** No program is longer; a few bytes may unfold to any number. */
const MAX_UNFOLDED_BYTES = 4 * 1024 * 1024;

export function isProgramFragment(fragment: string): boolean {
  return /^#v\d+\./.test(fragment);
}

/** The fragment, with its `#`. */
export async function writeProgram(program: SharedProgram): Promise<string> {
  const { language, code, timeoutS, stdin, files } = program;
  const parts = [
    language,
    code,
    timeoutS,
    stdin ?? null,
    files.map(({ path, text }) => [path, text]),
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  return `#v1.${toBase64Url(await through(bytes, new CompressionStream('deflate-raw')))}`;
}

/** Undefined where it is none, damaged, or of a version that is not known here. */
export async function readProgramFragment(fragment: string): Promise<SharedProgram | undefined> {
  const [, version, data = ''] = /^#v(\d+)\.([\w-]+)$/.exec(fragment) ?? [];
  if (version !== '1') return undefined;
  try {
    const bytes = await through(fromBase64Url(data), new DecompressionStream('deflate-raw'));
    const parts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!Array.isArray(parts) || !Array.isArray(parts[4])) return undefined;
    const [language, code, timeoutS, stdin, files] = parts;
    return readProgram({
      language,
      code,
      timeoutS,
      ...(stdin === null ? {} : { stdin }),
      files: (files as unknown[]).map((file) =>
        Array.isArray(file) ? { path: file[0], text: file[1] } : file,
      ),
    });
  } catch {
    return undefined;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MAX_UNFOLDED_BYTES) {
      await reader.cancel();
      throw new RangeError('It unfolds to more than any program has.');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (char) => char.charCodeAt(0));
}
