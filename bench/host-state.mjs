// What a server has of its host at a moment, so that two moments can be compared.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { sandboxProcesses } from './memory.mjs';

const CLOCK_TICKS_PER_S = 100;
const SETTLE_MS = 30_000;

/** @typedef {ReturnType<typeof hostState>} HostState */

/** @param {number} pid of the server @param {string} folder where it keeps temporary files, which nobody else uses */
export function hostState(pid, folder) {
  return {
    processes: sandboxProcesses(pid).length,
    controlGroups: controlGroupsOf(pid),
    mounts: readFileSync(`/proc/${pid}/mountinfo`, 'utf8').split('\n').length,
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
    temporaryFiles: readdirSync(folder, { recursive: true }).length,
  };
}

/** The state once nothing has changed for a second: the pool is full, and what was ending has ended. @param {number} pid @param {string} folder */
export async function stillState(pid, folder) {
  const began = performance.now();
  let state = hostState(pid, folder);
  for (let same = 0; same < 4 && performance.now() - began < SETTLE_MS; ) {
    await pause(250);
    const next = hostState(pid, folder);
    same = leftovers(state, next).length + leftovers(next, state).length === 0 ? same + 1 : 0;
    state = next;
  }
  return state;
}

/**
 * The state once it is no more than it was, or after half a minute what it is then.
 * @param {number} pid @param {string} folder @param {HostState} before
 */
export async function settledState(pid, folder, before) {
  const began = performance.now();
  for (;;) {
    const state = hostState(pid, folder);
    if (leftovers(before, state).length === 0 || performance.now() - began > SETTLE_MS)
      return state;
    await pause(250);
  }
}

/** What there is more of, in words; nothing where all is as it was. @param {HostState} before @param {HostState} after */
export function leftovers(before, after) {
  return Object.entries(after).flatMap(([what, count]) => {
    const were = before[/** @type {keyof HostState} */ (what)];
    return count > were ? [`${what}: ${were} before, ${count} after`] : [];
  });
}

/** Of the server process alone, without sandboxes. @param {number | undefined} pid */
export function cpuSecondsOf(pid) {
  if (pid === undefined) return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / CLOCK_TICKS_PER_S;
}

/** @param {number | undefined} pid */
export function residentBytesOf(pid) {
  if (pid === undefined) return Number.NaN;
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
}

/** Of sandboxes of that server, in every hierarchy. @param {number} pid */
export function controlGroupsOf(pid) {
  let count = 0;
  const look = (/** @type {string} */ folder, /** @type {number} */ depth) => {
    try {
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (!entry.isDirectory()) continue;
        if (entry.name.startsWith(`runbay-${pid}-`)) count += 1;
        else if (depth > 0) look(`${folder}/${entry.name}`, depth - 1);
      }
    } catch {} // It ended while we looked, or there are none here.
  };
  look('/sys/fs/cgroup', 4);
  return count;
}
