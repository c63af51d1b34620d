// A production server of its own, and what the system says of it.
// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Collects garbage when it is told to, and says how much is left. */
const MEASURED =
  'process.on("SIGUSR2",()=>{gc();gc();console.error("memory "+JSON.stringify(process.memoryUsage()))})';

/** @param {Record<string, string>} settings */
export async function startServer(settings) {
  const folder = mkdtempSync(join(tmpdir(), 'runbay-fuzz-'));
  const flags = ['--expose-gc', '--import', `data:text/javascript,${MEASURED}`];
  const child = spawn(process.execPath, [...flags, 'scripts/serve.mjs'], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever becomes of us, it does not stay behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (said.stdout += data));
  child.stderr.on('data', (data) => (said.stderr += data));
  const exit = once(child, 'exit');
  const pid = /** @type {number} */ (child.pid);
  const find = () => /ready: http:\/\/127\.0\.0\.1:(\d+)/.exec(said.stdout)?.[1];
  while (find() === undefined) {
    if (child.exitCode !== null) throw new Error(`The server did not start:\n${said.stderr}`);
    await sleep(100);
  }
  const host = `127.0.0.1:${find()}`;

  return {
    said,
    host,
    url: `http://${host}`,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    /** Descriptors that it has open. */
    descriptors: () => readdirSync(`/proc/${pid}/fd`).length,
    /** After a collection. */
    async memory() {
      const before = said.stderr.length;
      child.kill('SIGUSR2');
      const find = () => /^memory (.*)$/m.exec(said.stderr.slice(before))?.[1];
      while (find() === undefined && child.exitCode === null) await sleep(20);
      const { heapUsed, external } = JSON.parse(find() ?? '{}');
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const rssKiB = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
      return { heapMiB: (heapUsed + external) / 1024 ** 2, rssMiB: rssKiB / 1024 };
    },
    async stop() {
      child.kill('SIGTERM');
      await exit;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
