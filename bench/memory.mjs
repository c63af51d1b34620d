// What sessions cost in memory: the pages that nobody else has, of all processes in their sandboxes.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs';

/** The ids of all processes below the server: its sandboxes, the waiting ones too. @param {number} serverPid */
export function sandboxProcesses(serverPid) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const parent = Number(
        readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1],
      );
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {} // It ended while we looked.
  }
  const found = [];
  const left = [serverPid];
  for (let pid = left.pop(); pid !== undefined; pid = left.pop()) {
    found.push(...(children.get(pid) ?? []));
    left.push(...(children.get(pid) ?? []));
  }
  return found;
}

/** Bytes that these processes have alone: Private_Clean and Private_Dirty (proc(5), smaps_rollup). @param {number[]} pids */
export function privateBytes(pids) {
  let sum = 0;
  for (const pid of pids) {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    for (const [, kilobytes] of rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)) {
      sum += Number(kilobytes) * 1024;
    }
  }
  return sum;
}
