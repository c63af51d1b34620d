// Libraries that Python programs like to import. They are not needed to start: what cannot be installed
// is said in one line, and programs that import it get Python's own error.
// @ts-check
import { existsSync } from 'node:fs';
import { say } from './step.mjs';
import { aptInstall, hasProgram } from './system-packages.mjs';

const LIBRARIES = ['numpy', 'pandas', 'matplotlib'];
const PLACES = ['/usr/lib/python3/dist-packages', '/usr/local/lib/python3/dist-packages'];

/** @param {(path: string) => boolean} exists */
export function missingLibraries(exists = existsSync) {
  return LIBRARIES.filter((name) => !PLACES.some((place) => exists(`${place}/${name}`)));
}

/** Installs numpy, pandas and matplotlib where this is root on a system with apt and may. */
export async function installPythonLibraries() {
  if (process.platform !== 'linux' || !hasProgram('apt-get')) return;
  const missing = missingLibraries();
  if (missing.length === 0) return;
  const packages = missing.map((name) => `python3-${name}`);
  if (process.getuid?.() === 0 && process.env.RUNBAY_INSTALL !== 'never') {
    say(
      `For plots and tables ${missing.join(', ')} are installed now. RUNBAY_INSTALL=never forbids that.`,
    );
    if (await aptInstall(packages)) return;
  }
  say(`Without ${missing.join(', ')}. To have them: apt-get install ${packages.join(' ')}`);
}
