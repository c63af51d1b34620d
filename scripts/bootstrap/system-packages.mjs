// What the local engine needs from the system, and how each system's package manager calls it.
// @ts-check
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { giveUp, say, step } from './step.mjs';

const USUAL_FOLDERS = [
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/sbin',
  '/usr/bin',
  '/sbin',
  '/bin',
];

/** The package of each program. Debian's and Fedora's name first, others where they differ. */
const NEEDS = [
  { program: 'bwrap', why: 'the sandbox', package: 'bubblewrap', others: {} },
  {
    program: '/usr/bin/python3',
    why: 'to run Python',
    package: 'python3',
    others: { pacman: 'python' },
  },
  { program: 'setpriv', why: 'to drop rights', package: 'util-linux', others: { apk: 'setpriv' } },
];

const MANAGERS = {
  'apt-get': 'apt-get install -y',
  dnf: 'dnf install -y',
  pacman: 'pacman -S --needed',
  apk: 'apk add',
};

/** @typedef {(program: string) => boolean} Finder */

/**
 * Whether there is such a program; one with a path only there, others in PATH and the usual folders.
 * @type {Finder}
 */
export function hasProgram(program) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...USUAL_FOLDERS];
  const places = program.startsWith('/')
    ? [program]
    : folders.map((folder) => join(folder, program));
  return places.some((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * What is missing, and the command that brings it with the package manager at hand.
 * @param {Finder} has
 * @param {{ isRoot: boolean, sandbox?: boolean }} who sandbox: false where programs are to run without isolation
 * @returns {{ missing: typeof NEEDS, manager: keyof typeof MANAGERS | undefined, command: string | undefined, packages: string[] }}
 */
export function planInstall(has, { isRoot, sandbox = true }) {
  const needs = sandbox ? NEEDS : NEEDS.filter(({ program }) => program !== 'bwrap');
  const missing = needs.filter(({ program }) => !has(program));
  const managers = /** @type {(keyof typeof MANAGERS)[]} */ (Object.keys(MANAGERS));
  const manager = managers.find((name) => has(name));
  if (missing.length === 0 || !manager)
    return { missing, manager, command: undefined, packages: [] };

  const names = missing.map(
    (need) => /** @type {Record<string, string>} */ (need.others)[manager] ?? need.package,
  );
  const packages = [...new Set(names)];
  const sudo = isRoot ? '' : has('sudo') ? 'sudo ' : '';
  return {
    missing,
    manager,
    packages,
    command: `${sudo}${MANAGERS[manager]} ${packages.join(' ')}`,
  };
}

/**
 * Makes sure that the programs of the local engine are there: installs them where this is root on a
 * system with apt and RUNBAY_INSTALL is not `never`, else says what to type and ends the process.
 * @param {{ required: boolean }} options not required: only says what is missing
 */
export async function installSystemPackages({ required }) {
  if (process.platform !== 'linux') {
    say(
      `The local engine needs Linux, this is ${process.platform}: programs cannot be isolated here.`,
    );
    say('Run Runbay in a Linux machine, virtual machine or container.');
    return;
  }
  const isRoot = process.getuid?.() === 0;
  const who = { isRoot, sandbox: process.env.RUNBAY_UNSAFE_NO_SANDBOX !== '1' };
  const { missing, manager, command, packages } = planInstall(hasProgram, who);
  if (missing.length === 0) return;

  say(`Missing: ${missing.map(({ program, why }) => `${program} (${why})`).join(', ')}.`);
  const mayInstall = isRoot && manager === 'apt-get' && process.env.RUNBAY_INSTALL !== 'never';
  if (required && mayInstall) {
    say(
      "They are installed from the system's package manager now. RUNBAY_INSTALL=never forbids that.",
    );
    if (!(await aptInstall(packages))) {
      giveUp(`apt-get could not install ${packages.join(' and ')}; its message stands above.`);
    }
    const still = planInstall(hasProgram, who).missing;
    if (still.length === 0) return;
    giveUp(`Still missing after that: ${still.map(({ program }) => program).join(', ')}.`);
  }
  say(adviceFor({ command, missing, isRoot }));
  if (required) giveUp('Then start again.');
  say('Programs cannot run until then.');
}

/** @param {{ command: string | undefined, missing: typeof NEEDS, isRoot: boolean }} situation */
function adviceFor({ command, missing, isRoot }) {
  if (!command) {
    const packages = [...new Set(missing.map((need) => need.package))].join(' and ');
    return `Install ${packages} with your system's package manager.`;
  }
  const asRoot = isRoot || command.startsWith('sudo ') ? '' : ' as root';
  return `To install what is missing, type${asRoot}:\n\n    ${command}\n`;
}

/**
 * As root, with apt's own output visible. A stale or partly unreachable package list is no reason to
 * stop: the installation itself tells.
 * @param {string[]} packages
 */
export async function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = ['-q', '-o', 'Dpkg::Use-Pty=0'];
  await step('Reading the package lists (apt-get update)', 'apt-get', ['update', ...quiet], env);
  const args = ['install', '-y', '--no-install-recommends', ...quiet, ...packages];
  return step(`Installing ${packages.join(', ')} (apt-get install)`, 'apt-get', args, env);
}
