/**
 * The memory limit where no control group keeps it: the sandbox's processes are added up from outside
 * every 50 ms. Less exact than a control group (a fast program overshoots), hence the status `reduced`.
 */
import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';

const INTERVAL_MS = 50;

/** Calls `onExceeded` once when all processes below `initPid` together hold more than the limit. Returns the way to stop. */
export function watchMemory(
  initPid: number | undefined,
  limitBytes: number,
  onExceeded: () => void,
): () => void {
  if (initPid === undefined) return () => {};
  const timer = setInterval(() => {
    if (memoryBytes(initPid) <= limitBytes) return;
    clearInterval(timer);
    onExceeded();
  }, INTERVAL_MS);
  return () => clearInterval(timer);
}

function memoryBytes(initPid: number): number {
  let sum = 0;
  const left = [initPid];
  for (let pid = left.pop(); pid !== undefined; pid = left.pop()) {
    sum += ownBytes(pid);
    left.push(...childrenOf(pid));
  }
  return sum;
}

function childrenOf(pid: number): number[] {
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

/**
 * What a process holds alone, plus its part of what it shares (proc(5): smaps_rollup); a fork's untouched
 * pages count once. Where that may not be read: all it has in memory (status: RssAnon, RssShmem).
 */
function ownBytes(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return kilobytes(rollup, 'Pss_Anon') + kilobytes(rollup, 'Pss_Shmem');
  } catch {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return kilobytes(status, 'RssAnon') + kilobytes(status, 'RssShmem');
    } catch {
      return 0;
    }
  }
}

function kilobytes(text: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0) * 1024;
}
