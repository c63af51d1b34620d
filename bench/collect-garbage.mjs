// Makes a measured server collect its garbage, so that what it holds can be told from what it will let go.
// @ts-check
import { setTimeout as pause } from 'node:timers/promises';

/** Flags of Node.js for such a server. */
export const GARBAGE_FLAGS = [
  '--expose-gc',
  '--import',
  `data:text/javascript,${encodeURIComponent("process.on('SIGUSR2', () => { globalThis.gc(); globalThis.gc(); });")}`,
];

/** @param {number} pid */
export async function collectGarbage(pid) {
  for (let round = 0; round < 2; round += 1) {
    process.kill(pid, 'SIGUSR2');
    await pause(1000);
  }
}
