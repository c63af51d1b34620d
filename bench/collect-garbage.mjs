// Makes a measured server collect its garbage, so that what it holds can be told from what it will let go.
// @ts-check
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { round } from './figures.mjs';

/** Where the server says it. */
const ANSWER = join(tmpdir(), `runbay-bench-${process.pid}-memory.json`);
const ON_SIGNAL = `process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(ANSWER)}, JSON.stringify(process.memoryUsage()));
});`;

/** Flags of Node.js for such a server. */
export const GARBAGE_FLAGS = [
  '--expose-gc',
  '--import',
  `data:text/javascript,${encodeURIComponent(ON_SIGNAL)}`,
];

/**
 * What the server holds afterwards, in MiB: objects and buffers, without memory that nobody uses and that the kernel
 * has not been given back. @param {number} pid
 */
export async function collectGarbage(pid) {
  let held = 0;
  for (let times = 0; times < 2; times += 1) {
    rmSync(ANSWER, { force: true });
    process.kill(pid, 'SIGUSR2');
    while (!existsSync(ANSWER)) await pause(20);
    // Objects with finalizers go with the next collection.
    await pause(1000);
    const { heapUsed, external } = JSON.parse(readFileSync(ANSWER, 'utf8'));
    held = heapUsed + external;
  }
  rmSync(ANSWER, { force: true });
  return round(held / 2 ** 20, 1);
}
