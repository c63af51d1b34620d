// The production server, for the time of a measurement, on a free port of this machine.
// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxProcesses } from './memory.mjs';

/** @param {Record<string, string>} [settings] @param {string[]} [flags] of Node.js */
export async function startServer(settings = {}, flags = []) {
  const data = mkdtempSync(join(tmpdir(), 'runbay-bench-'));
  const child = spawn(process.execPath, [...flags, 'scripts/serve.mjs'], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      RUNBAY_RUNS_PER_MINUTE: '0',
      RUNBAY_SNIPPETS_PER_MINUTE: '0',
      DATA_DIR: data,
      RUNBAY_LOG: 'error',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const ready = /ready: (http:\/\/\S+)/.exec(said)?.[1];
      if (ready) resolve(ready);
    });
    ended.then(() => reject(new Error(`The server did not start:\n${said}`)));
  });
  const pid = /** @type {number} */ (child.pid);
  return {
    url: /** @type {string} */ (url),
    pid,
    sandboxes: () => sandboxProcesses(pid),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
