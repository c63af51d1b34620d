// What runs the languages that are asked for, by RUNBAY_LANGUAGES or by the tests (all), as `host.json` in their
// folders says. It is not needed to start: a language that cannot be had is said in one line, and not offered.
// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { say } from './step.mjs';
import { aptInstall, hasProgram } from './system-packages.mjs';

/** @typedef {{ id: string, why: string, needs: string[][], packages: Record<string, string[]> }} Language */

/**
 * The languages asked for that have something to install. Names that there are none of are the server's to refuse.
 * @param {string | undefined} asked
 * @returns {Language[]}
 */
export function askedLanguages(asked = process.env.RUNBAY_LANGUAGES) {
  const ids = (asked ?? '').split(',').map((name) => name.trim().toLowerCase());
  return [...new Set(ids)].flatMap((id) => {
    const file = `lib/languages/${id}/host.json`;
    if (!/^[a-z]+$/.test(id) || !existsSync(file)) return [];
    const { why, needs, packages } = JSON.parse(readFileSync(file, 'utf8'));
    return { id, why, needs, packages };
  });
}

/** All that there are: the tests try each of them. */
export function everyLanguage() {
  return askedLanguages(readdirSync('lib/languages').join());
}

/**
 * @param {Language[]} languages
 * @param {(path: string) => boolean} exists
 */
export function missingLanguages(languages, exists = existsSync) {
  return languages.filter(({ needs }) => !needs.every((paths) => paths.some(exists)));
}

/**
 * Installs what is missing where this is root on a system with apt and may; else says how to.
 * @param {Language[]} languages
 */
export async function installLanguages(languages) {
  if (process.platform !== 'linux') return;
  const missing = missingLanguages(languages);
  if (missing.length === 0) return;
  const reasons = missing.map(({ why }) => why).join(' and ');
  const [manager = 'apt-get'] = ['apt-get', 'dnf'].filter((name) => hasProgram(name));
  const packages = [...new Set(missing.flatMap((one) => one.packages[manager] ?? []))];
  const isRoot = process.getuid?.() === 0;
  if (isRoot && hasProgram('apt-get') && process.env.RUNBAY_INSTALL !== 'never') {
    say(`${packages.join(', ')} are installed now, ${reasons}. RUNBAY_INSTALL=never forbids that.`);
    await aptInstall(packages);
    if (missingLanguages(missing).length === 0) return;
  }
  const names = missingLanguages(missing).map(({ id }) => id);
  say(`Without ${names.join(', ')}. To have them: ${manager} install ${packages.join(' ')}`);
}
