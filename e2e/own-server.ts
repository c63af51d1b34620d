/** Servers that a test starts for itself, with its own settings or as somebody else. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

let running: ChildProcess[] = [];
let folders: string[] = [];

/** For `afterEach`: ends the servers that the test started. */
export async function endServers(): Promise<void> {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  running = [];
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders = [];
}

/** Starts the production server; `wrapper` is a command that runs the rest of its line, `flags` come behind it. */
export function launch(
  settings: Record<string, string>,
  wrapper: string[] = [],
  flags: string[] = [],
) {
  const line = [...wrapper, process.execPath, 'scripts/serve.mjs', ...flags];
  const folder = mkdtempSync(join(tmpdir(), 'runbay-own-server-'));
  folders.push(folder);
  const dataFolder = join(folder, 'data');
  // It may be another user's server.
  chmodSync(folder, 0o777);
  const child = spawn(line[0] as string, line.slice(1), {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      RUNBAY_LOG: 'warn',
      DATA_DIR: dataFolder,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (said.stdout += data));
  child.stderr.on('data', (data) => (said.stderr += data));
  return { child, said, exit: once(child, 'exit'), dataFolder };
}

/** The same, once it can be reached. */
export async function serve(settings: Record<string, string> = {}, wrapper: string[] = []) {
  const server = launch(settings, wrapper);
  const find = () => /http:\/\/127\.0\.0\.1:\d+/.exec(server.said.stdout)?.[0];
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  return { ...server, url: find() ?? '' };
}
