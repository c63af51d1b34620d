// Which processes there are below a server, and what they have in memory.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs';

/** The ids of all processes below one: of a server its sandboxes, the waiting ones too. @param {number} serverPid */
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

/** Bytes that these processes have, a page that several have in equal parts: Pss (proc(5), smaps_rollup). @param {number[]} pids */
export function sharedBytes(pids) {
  let sum = 0;
  for (const pid of pids) {
    try {
      const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
      sum += Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
    } catch {} // It ended while we looked.
  }
  return sum;
}
