// One long step of the way to a running server, shown while it lasts.
// @ts-check
import { spawn } from 'node:child_process';

const HEARTBEAT_MS = 5_000;

/** @param {string} line */
export function say(line) {
  console.log(`[runbay] ${line}`);
}

/** @param {string} line @returns {never} */
export function giveUp(line) {
  console.error(`[runbay] ${line}`);
  process.exit(1);
}

/**
 * Says what happens, runs it with its own output visible, and says how long it took. Where no
 * terminal is attached, programs tend to print nothing while they work: then a line every five seconds.
 * @param {string} what
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<boolean>} whether it ended with status 0
 */
export async function step(what, command, args, env = {}) {
  say(`${what}...`);
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  const heartbeat = setInterval(() => {
    if (!process.stderr.isTTY) say(`... ${seconds()} s`);
  }, HEARTBEAT_MS);
  const ok = await new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  clearInterval(heartbeat);
  if (ok) say(`done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return ok;
}
