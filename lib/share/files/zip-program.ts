/** A program with all that belongs to it as a zip that is safe to unpack everywhere. */
import { strToU8, zipSync } from 'fflate';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import type { SharedProgram } from '../program';
import { INPUT_FILE, README, writeReadme } from './readme';

/** `url`: where it is on the web; absent: nowhere. */
export function zipProgram(
  program: SharedProgram,
  { title, url, atMs }: { title: string; url?: string | undefined; atMs: number },
): Uint8Array<ArrayBuffer> {
  const files = [{ path: LANGUAGE_NAMES[program.language].fileName, text: program.code }];
  for (const { path, text } of program.files) {
    files.push({ path: freeIn(safePath(path), files), text });
  }
  const { stdin } = program;
  const inputPath = stdin === undefined ? undefined : freeIn(INPUT_FILE, files);
  if (inputPath !== undefined) files.push({ path: inputPath, text: stdin ?? '' });
  const readme = writeReadme({ title, url, program, inputPath });
  files.push({ path: freeIn(README, files), text: readme });
  const mtime = new Date(Math.max(atMs, Date.UTC(1980, 0, 2)));
  const packed = zipSync(Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)])), {
    mtime,
    level: 6,
  });
  return packed.slice();
}

/** Names of which some systems make others, or none. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=$|\.)/i;

/** Relative and within its folder on every system, whatever it was. */
export function safePath(path: string): string {
  const parts = path
    .toWellFormed()
    .split(/[/\\]/)
    .map((part) =>
      part
        .replace(/[\p{Cc}\u2028\u2029<>:"|?*]/gu, '_')
        .replace(/[. ]+$/, '')
        .replace(DEVICE, '_$&'),
    )
    .filter((part) => part !== '');
  const safe = parts.join('/') || 'file';
  // An object does not keep such a name.
  return safe === '__proto__' ? '_proto_' : safe;
}

/** Also where systems do not tell large letters from small ones. */
function freeIn(path: string, files: readonly { path: string }[]): string {
  const taken = files.map((file) => file.path.toLowerCase());
  let free = path;
  for (let number = 2; isTaken(free.toLowerCase(), taken); number++) {
    free = path.replace(/(\.[^./]*)?$/, `-${number}$1`);
  }
  return free;
}

const isTaken = (path: string, taken: readonly string[]) =>
  taken.some(
    (other) => other === path || other.startsWith(`${path}/`) || path.startsWith(`${other}/`),
  );
