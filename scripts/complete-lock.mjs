// Gives package-lock.json an entry for every optional platform package. Some registries do not carry
// all foreign platforms; npm then leaves them out of the lock, and `npm ci` refuses such a lock
// ("Missing: ... from lock file") on every machine. Run it after each `npm install`.
// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} LockEntry */
/** @typedef {{ packages: Record<string, LockEntry> }} Lock */

const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
];
const SYSTEM_WORDS = { win32: 'win32', win: 'win32', windows: 'win32', sunos: 'sunos' };
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];
const PROCESSOR_WORDS = {
  armv7: 'arm',
  aarch64: 'arm64',
  x86_64: 'x64',
  i686: 'ia32',
  ppc64le: 'ppc64',
};
const C_LIBRARIES = {
  gnu: 'glibc',
  gnueabihf: 'glibc',
  glibc: 'glibc',
  musl: 'musl',
  musleabihf: 'musl',
};

/**
 * What a platform package's name says about where it runs: `@next/swc-linux-x64-musl` is for os
 * linux, cpu x64, libc musl. A name that says nothing gives nothing.
 * @param {string} name
 */
export function platformOf(name) {
  const words = (name.split('/').pop() ?? '').split(/[-.]/);
  /** @type {(known: Record<string, string>) => string[]} */
  const among = (known) =>
    words.flatMap((word) => (Object.hasOwn(known, word) ? [known[word] ?? ''] : [])).slice(0, 1);
  /** @type {(list: string[], more: Record<string, string>) => Record<string, string>} */
  const table = (list, more) => ({
    ...Object.fromEntries(list.map((word) => [word, word])),
    ...more,
  });
  const os = among(table(SYSTEMS, SYSTEM_WORDS));
  const cpu = among(table(PROCESSORS, PROCESSOR_WORDS));
  const libc = among(C_LIBRARIES);
  return { ...(os.length && { os }), ...(cpu.length && { cpu }), ...(libc.length && { libc }) };
}

/**
 * The optional dependencies that no entry of the lock serves, looked up as Node would: in the
 * package's own node_modules, then in each one above it.
 * @param {Lock} lock
 */
export function missingEntries(lock) {
  const missing = [];
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!placesAbove(place).some((above) => `${above}node_modules/${name}` in lock.packages)) {
        missing.push({ name, range, dev: entry.dev === true });
      }
    }
  }
  return missing;
}

/** @param {string} place */
function placesAbove(place) {
  const places = place === '' ? [] : [`${place}/`];
  for (
    let at = place.lastIndexOf('node_modules/');
    at > 0;
    at = place.lastIndexOf('node_modules/', at - 1)
  ) {
    places.push(place.slice(0, at));
  }
  return [...places, ''];
}

/**
 * The lock with an entry for each missing one; a range counts as the version it names.
 * @param {Lock} lock
 */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  for (const { name, range, dev } of missingEntries(lock)) {
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...platformOf(name),
      ...(dev && { dev }),
      optional: true,
    };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (import.meta.main ?? process.argv[1]?.endsWith('complete-lock.mjs')) {
  const file = process.argv[2] ?? 'package-lock.json';
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock);
  for (const { name, range } of missing)
    console.log(`added ${name} ${range} ${JSON.stringify(platformOf(name))}`);
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  console.log(`${missing.length} entries added to ${file}`);
}
