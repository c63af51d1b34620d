/**
 * The folder that sandboxes see as their guest: the agent and the kernels, compiled, in a place that the
 * sandbox's user may read wherever the application itself lies. Named after the process; removed at exit.
 */
import 'server-only';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { log } from '@/lib/log';
import { KERNELS_FOLDER } from './bubblewrap';
import { EMPTY_ENVIRONMENT } from './environment';
import type { HostLanguage } from './host-languages';

const PREFIX = 'runbay-';

export interface RuntimeFolder {
  path: string;
  guest: string;
  node: string;
  /** The ids of languages whose kernels could not be made ready. */
  unready: string[];
  /** Ends what still makes something in it. */
  quiet(): Promise<void>;
  remove(): void;
}

/** Where the guest's sources lie: found from the folder that the server runs in. */
const GUEST_SOURCE = 'lib/agentbay/engines/local/guest';

/** `languages`: those whose kernels are copied and made ready. */
export function makeRuntimeFolder(
  python: string,
  application: string,
  languages: HostLanguage[],
): RuntimeFolder {
  sweep();
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(path, 0o755);
  const helpers = new Set<ChildProcess>();
  const killHelpers = () => {
    for (const helper of helpers) helper.kill('SIGKILL');
  };
  const remove = () => {
    killHelpers();
    // What is being killed may write one more file.
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  };
  const quiet = async () => {
    const ends = [...helpers].map((helper) => {
      helper.ref();
      return once(helper, 'exit');
    });
    killHelpers();
    await Promise.all(ends);
  };
  try {
    const guest = join(path, 'guest');
    copyGuest(join(application, GUEST_SOURCE), guest);
    const kernels = join(guest, KERNELS_FOLDER);
    const unready = placeKernels(languages, kernels, application);
    // Unchecked: the copies never change, so their times need no look at each start.
    execFileSync(
      python,
      ['-I', '-m', 'compileall', '-q', '--invalidation-mode', 'unchecked-hash', guest],
      { stdio: 'ignore', env: EMPTY_ENVIRONMENT },
    );
    makeReadable(guest);
    for (const { kernel, later } of familiesOf(languages)) {
      const places = { kernel: join(kernels, kernel.family), application };
      for (const command of later) startOnHost(command, places, helpers);
    }
    return { path, guest, unready, node: placeNode(application, path), quiet, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function copyGuest(source: string, guest: string): void {
  cpSync(source, guest, { recursive: true, filter: isProgram });
  writeFileSync(join(guest, 'passwd'), 'runbay:x:1000:1000::/workspace:/bin/bash\n');
  writeFileSync(join(guest, 'group'), 'runbay:x:1000:\n');
  writeFileSync(join(guest, 'hosts'), '127.0.0.1 localhost runbay\n::1 localhost\n');
}

const isProgram = (path: string) => !path.includes('__pycache__') && !path.endsWith('.test.ts');

/** Gives the ids of languages that have no kernel now. */
function placeKernels(languages: HostLanguage[], folder: string, application: string): string[] {
  const unready = new Set<string>();
  for (const { kernel, prepare } of familiesOf(languages)) {
    const { family } = kernel;
    const places = { kernel: join(folder, family), application };
    try {
      cpSync(kernel.source, places.kernel, { recursive: true, filter: isProgram });
      for (const command of prepare) runOnHost(command, places);
    } catch (error) {
      unready.add(family);
      log().error({ language: family, err: error }, 'a kernel could not be made ready');
    }
  }
  return languages.filter(({ kernel }) => unready.has(kernel.family)).map(({ id }) => id);
}

/** One language for each kernel. */
function familiesOf(languages: HostLanguage[]): HostLanguage[] {
  return [...new Map(languages.map((language) => [language.kernel.family, language])).values()];
}

interface Places {
  kernel: string;
  application: string;
}

function filled(command: string[], { kernel, application }: Places): [string, string[]] {
  const [program = '', ...rest] = command.map((word) =>
    word.replaceAll('{kernel}', kernel).replaceAll('{application}', application),
  );
  return [program, rest];
}

function runOnHost(command: string[], places: Places): void {
  const [program, rest] = filled(command, places);
  execFileSync(program, rest, { stdio: ['ignore', 'ignore', 'pipe'], env: EMPTY_ENVIRONMENT });
}

/** It stands among the `helpers` while it runs. */
function startOnHost(command: string[], places: Places, helpers: Set<ChildProcess>): void {
  const [program, rest] = filled(command, places);
  const child = spawn(program, rest, { stdio: 'ignore', env: EMPTY_ENVIRONMENT });
  child.on('error', () => {});
  if (child.pid === undefined) return;
  helpers.add(child);
  child.once('exit', () => helpers.delete(child));
  child.unref();
}

/** Whatever the modes in the checkout and the umask are. */
function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadable(path);
    else chmodSync(path, entry.name.endsWith('.sh') ? 0o755 : 0o644);
  }
}

/** The project's own Node.js; copied only where the sandbox's user could not reach it. */
function placeNode(application: string, folder: string): string {
  const packaged = join(application, `node_modules/node-linux-${process.arch}/bin/node`);
  const node = existsSync(packaged) ? packaged : process.execPath;
  if (process.getuid?.() !== 0 || isReadableByAll(node)) return node;
  const copy = join(folder, 'node');
  copyFileSync(node, copy);
  chmodSync(copy, 0o755);
  return copy;
}

function isReadableByAll(file: string): boolean {
  if ((statSync(file).mode & 0o005) !== 0o005) return false;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Removes the folders of servers that were killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {} // Somebody else's.
  }
}
