/** What is in a zip, within bounds: a few bytes may unfold to any number. */
import { unzipSync } from 'fflate';
import { Refusal } from './refusal';

export const MAX_ZIP_BYTES = 16 * 1024 * 1024;
const MAX_ENTRIES = 200;
const MAX_UNPACKED_BYTES = 32 * 1024 * 1024;
/** Not what a user means who packs a project. */
const SKIPPED = /(?:^|\/)(?:\.git|\.venv|node_modules|__pycache__|__MACOSX|\.DS_Store)(?:\/|$)/;

export interface ZipEntry {
  /** Relative, parts separated by `/`; nothing else of it has been checked. */
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Without folders, and without a folder that holds all the others. Throws a Refusal. */
export function unzip(bytes: Uint8Array): { entries: ZipEntry[]; leftOut: string[] } {
  if (bytes.length > MAX_ZIP_BYTES) throw new Refusal('too_large', { mebibytes: 16 });
  const leftOut: string[] = [];
  let [count, size] = [0, 0];
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      // Nothing is unpacked before all of what it says about itself has been looked at.
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || SKIPPED.test(name)) return false;
        if (++count > MAX_ENTRIES) throw new Refusal('zip_entries', { count: MAX_ENTRIES });
        size += originalSize;
        if (size > MAX_UNPACKED_BYTES) throw new Refusal('zip_size', { mebibytes: 32 });
        if (isSafe(name)) return true;
        leftOut.push(name);
        return false;
      },
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('zip_damaged');
  }
  const entries = Object.entries(files).map(([name, content]) => ({
    path: name.replaceAll('\\', '/'),
    bytes: content.slice(),
  }));
  const top = sharedFolder(entries.map(({ path }) => path));
  return { entries: entries.map((one) => ({ ...one, path: one.path.slice(top.length) })), leftOut };
}

/** Leads nowhere but into the folder that it is unpacked in, on every system. */
function isSafe(name: string): boolean {
  const parts = name.replaceAll('\\', '/').split('/');
  // The last name would not be kept by an object.
  return (
    !/^[a-z]:|^\/|^\\|^__proto__$/i.test(name) &&
    !parts.some((part) => part === '..' || part === '.')
  );
}

/** With its `/`; empty where there is none. */
function sharedFolder(paths: readonly string[]): string {
  const first = /^[^/]+\//.exec(paths[0] ?? '')?.[0] ?? '';
  return first !== '' && paths.every((path) => path.startsWith(first)) ? first : '';
}
