/** Which processes have started which, by /proc (proc(5): children). */
import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';

/** With what its children have started, and so on. */
export function processesOf(initPid: number): number[] {
  const found: number[] = [];
  const left = [initPid];
  for (let pid = left.pop(); pid !== undefined; pid = left.pop()) {
    found.push(pid);
    left.push(...childrenOf(pid));
  }
  return found;
}

/** None where it is gone. */
export function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((tid) =>
      readFileSync(`/proc/${pid}/task/${tid}/children`, 'utf8')
        .split(' ')
        .filter(Boolean)
        .map(Number),
    );
  } catch {
    return [];
  }
}

/** Gone, or a zombie that its parent has yet to collect. */
export function hasEnded(pid: number): boolean {
  try {
    return /^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}
