/**
 * File locks are memory of the kernel's that neither control groups nor limits of a process count (measured: a
 * program's took 125 MB a second), and no setting bounds them. The list of all locks of the host is dear to read
 * (10 ms, in which nobody takes a lock), so it is read only once the kernel's memory has grown by a whole limit.
 */
import 'server-only';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';

const INTERVAL_MS = 250;
/** A part of the list is enough: who fills the memory fills it too. */
const LIST_BYTES = 64 * 1024;
/** So many of the list's part, of some 1,200, belong to no honest program. */
const LOCKS_LIMIT = 400;
/** More generations than a sandbox has processes. */
const PARENTS_LIMIT = 1024;

interface Watch {
  limitBytes: number;
  onExceeded: () => void;
}

const watched = new Map<number, Watch>();
let timer: NodeJS.Timeout | undefined;
let lowestBytes = Number.POSITIVE_INFINITY;
let isLooking = false;

/** Calls `onExceeded` once when the sandbox of `initPid` fills the kernel's memory with locks. Returns the way to stop. */
export function watchLocks(
  initPid: number | undefined,
  limitBytes: number,
  onExceeded: () => void,
): () => void {
  if (initPid === undefined) return () => {};
  const watch = { limitBytes, onExceeded };
  watched.set(initPid, watch);
  timer ??= setInterval(look, INTERVAL_MS).unref();
  return () => {
    if (watched.get(initPid) === watch) watched.delete(initPid);
  };
}

function look(): void {
  if (watched.size === 0) {
    clearInterval(timer);
    timer = undefined;
    lowestBytes = Number.POSITIVE_INFINITY;
    return;
  }
  const bytes = kernelBytes();
  lowestBytes = Math.min(lowestBytes, bytes);
  const limitBytes = Math.min(...[...watched.values()].map((watch) => watch.limitBytes));
  if (isLooking || bytes - lowestBytes < limitBytes) return;
  isLooking = true;
  void findCulprits().then((culprits) => {
    isLooking = false;
    // Where it was something else, that much is there from now on.
    if (culprits.length === 0) lowestBytes = bytes;
    for (const initPid of culprits) {
      const watch = watched.get(initPid);
      watched.delete(initPid);
      watch?.onExceeded();
    }
  });
}

/** The part of the kernel's own memory that it cannot give back (proc(5): meminfo). */
function kernelBytes(): number {
  const text = readFileSync('/proc/meminfo', 'latin1');
  return Number(/^SUnreclaim:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024;
}

async function findCulprits(): Promise<number[]> {
  const counts = new Map<number, number>();
  for (const [, pid] of (await someLocks()).matchAll(/^\d+: (?:-> )?\S+ +\S+ +\S+ +(\d+) /gm)) {
    counts.set(Number(pid), (counts.get(Number(pid)) ?? 0) + 1);
  }
  const ofSandboxes = new Map<number, number>();
  for (const [pid, count] of counts) {
    const initPid = sandboxOf(pid);
    if (initPid !== undefined) ofSandboxes.set(initPid, (ofSandboxes.get(initPid) ?? 0) + count);
  }
  return [...ofSandboxes].filter(([, count]) => count >= LOCKS_LIMIT).map(([initPid]) => initPid);
}

/** The beginning of the list (proc(5): locks), where the newest ones stand. */
async function someLocks(): Promise<string> {
  try {
    await using file = await open('/proc/locks');
    const text = Buffer.alloc(LIST_BYTES);
    let size = 0;
    while (size < LIST_BYTES) {
      const { bytesRead } = await file.read(text, size);
      if (bytesRead === 0) break;
      size += bytesRead;
    }
    return text.toString('latin1', 0, size);
  } catch {
    return '';
  }
}

function sandboxOf(process: number): number | undefined {
  let pid = process;
  for (let n = 0; n < PARENTS_LIMIT && pid > 1; n++) {
    if (watched.has(pid)) return pid;
    try {
      pid = Number(/\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))?.[1]);
    } catch {
      return undefined;
    }
  }
  return undefined;
}
