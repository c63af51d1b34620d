/** For tests and measurements: a Postgres server of their own, from the system's packages, in a folder that goes with it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_MS = 20_000;
const PROGRAMS = ['initdb', 'postgres', 'psql', 'pg_dump', 'pg_restore'];

export interface PostgresServer {
  /** Of a new, empty database. */
  newDatabase(): Promise<string>;
  /** Ends it as a crash would: at once, without a word to its clients. */
  crash(): Promise<void>;
  /** Starts it again after that, on the same port with the same databases. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Why there can be none here, in a sentence; undefined where there can. */
export function whyNoPostgres(): string | undefined {
  if (binFolder() === undefined) {
    return 'no Postgres server is installed (apt-get install postgresql)';
  }
  if (process.getuid?.() === 0 && idOf('u') === undefined) {
    return 'Postgres does not run as root, and there is no user postgres';
  }
  return undefined;
}

/** Where that program of Postgres's is. */
export function postgresProgram(name: string): string {
  return join(binFolder() ?? '', name);
}

/** `settings` are the server's own, such as `fsync=off`. */
export async function startPostgres(settings: string[] = []): Promise<PostgresServer> {
  const bin = binFolder() ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'runbay-postgres-'));
  const port = await freePort();
  // It refuses to run as root. (A `runuser` in between would keep signals to itself.)
  const user = process.getuid?.() === 0 ? { uid: idOf('u'), gid: idOf('g') } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const data = join(folder, 'data');
  const initial = ['-D', data, '-A', 'trust', '-U', 'runbay', '-E', 'UTF8', '--no-sync'];
  execFileSync(join(bin, 'initdb'), initial, { cwd: folder, stdio: 'pipe', ...user });
  const options = [
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'listen_addresses=127.0.0.1',
  ];
  const args = ['-D', data, ...[...options, ...settings].flatMap((option) => ['-c', option])];
  const url = (name: string) => `postgres://runbay@127.0.0.1:${port}/${name}`;
  const psql = (command: string) =>
    execFileSync(join(bin, 'psql'), ['-qX', '-d', url('postgres'), '-c', command], {
      stdio: 'pipe',
    });
  let child = start();
  const killNow = () => void child.kill('SIGKILL');
  process.once('exit', killNow);
  const stop = async (signal: NodeJS.Signals) => {
    process.off('exit', killNow);
    await end(child, signal);
    rmSync(folder, { recursive: true, force: true });
  };
  function start(): ChildProcess {
    return spawn(join(bin, 'postgres'), args, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...user,
    });
  }
  async function whenReady() {
    let said = '';
    child.stderr?.on('data', (text) => (said += text));
    const began = performance.now();
    for (;;) {
      try {
        psql('select 1');
        return;
      } catch (cause) {
        if (child.exitCode === null && performance.now() - began < START_MS) {
          await sleep(50);
          continue;
        }
        await stop('SIGKILL');
        throw new Error(`Postgres did not start:\n${said}`, { cause });
      }
    }
  }
  await whenReady();
  let count = 0;
  return {
    async newDatabase() {
      count += 1;
      psql(`create database test${count}`);
      return url(`test${count}`);
    },
    // SIGQUIT is Postgres's own way to end all its processes at once.
    crash: () => end(child, 'SIGQUIT'),
    async restart() {
      child = start();
      await whenReady();
    },
    // SIGINT: it ends its clients' connections and does not wait for them.
    stop: () => stop('SIGINT'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

function binFolder(): string | undefined {
  return globSync('/usr/lib/postgresql/*/bin')
    .filter((folder) => PROGRAMS.every((name) => existsSync(join(folder, name))))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
}

/** The user postgres, or its group. */
function idOf(what: 'u' | 'g'): number | undefined {
  try {
    return Number(execFileSync('id', [`-${what}`, 'postgres'], { stdio: 'pipe' }));
  } catch {
    return undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
