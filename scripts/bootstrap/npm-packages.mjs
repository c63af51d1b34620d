// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { giveUp, step } from './step.mjs';

/** @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean, link?: boolean }> }} Lock */

/**
 * Whether node_modules holds what the lock names, by npm's own record of what it installed. An
 * optional package may be absent (it is another platform's), but not our platform's Node.
 * @param {Lock} lock
 * @param {Lock} installed node_modules/.package-lock.json
 * @param {string} platform e.g. `linux-x64`
 */
export function isInstalled(lock, installed, platform) {
  const has = installed.packages ?? {};
  return Object.entries(lock.packages ?? {}).every(([place, wanted]) => {
    if (place === '') return true;
    const found = has[place];
    if (!found) return wanted.optional === true && place !== `node_modules/node-${platform}`;
    // An entry that was completed for another platform has no integrity to compare.
    const isSame = wanted.integrity === undefined || found.integrity === wanted.integrity;
    return found.version === wanted.version && isSame;
  });
}

/** Installs exactly what package-lock.json names, unless it is there already. */
export async function installNpmPackages() {
  const platform = `${process.platform}-${process.arch}`;
  const installed = readJson('node_modules/.package-lock.json');
  if (installed && isInstalled(readJson('package-lock.json') ?? {}, installed, platform)) return;

  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const what = 'Installing npm packages, Node 24 among them (half a minute to two minutes, once)';
  const npm = process.env.npm_execpath;
  const ok =
    npm && basename(npm) === 'npm-cli.js'
      ? await step(what, process.execPath, [npm, ...args])
      : await step(what, 'npm', args);
  if (!ok)
    giveUp('npm could not install the packages; its message stands above. Repeat with: npm ci');
}

/** @param {string} file */
function readJson(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
