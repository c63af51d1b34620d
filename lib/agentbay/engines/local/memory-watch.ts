/**
 * The memory limit where no control group keeps it: the sandbox's processes, files and sockets are added up from
 * outside every 50 ms. Less exact than a control group (a fast program overshoots), hence the status `reduced`.
 */
import 'server-only';
import { readdirSync, readFileSync, readlinkSync, statfsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { processesOf } from './process-tree';

const INTERVAL_MS = 50;
/** What the kernel keeps of an empty file in memory (measured: 400,000 of them took 400 MB). */
const INODE_BYTES = 1024;
const PAGE_BYTES = 4096;
/** For each mapping of a process (measured: 60 processes with 65,000 took 880 MB). */
const MAP_BYTES = 256;
/**
 * What the watches of `epoll` may be in number. They take little memory, but all processes of a user have them from
 * one budget, the server too where it is that user, and Node.js aborts when it gets none (fs.epoll.max_user_watches:
 * 860,000 on a machine of 4 GiB).
 */
const WATCHES_LIMIT = 20_000;
/** What may wait in the buffer of a socket (net.core.wmem_default of Linux). */
const SOCKET_BYTES = 208 * 1024;
/** TCP's buffers grow; from so many on it is asked what waits in them, and each byte counts twice for what holds it. */
const TCP_SOCKETS = 16;
/** The folders whose files are memory (bubblewrap.ts). */
const FOLDERS = ['/tmp', '/workspace', '/dev/shm', '/cache'];

/** Calls `onExceeded` once when everything in the sandbox of `initPid` together holds more than the limit. Returns the way to stop. */
export function watchMemory(
  initPid: number | undefined,
  limitBytes: number,
  onExceeded: () => void,
): () => void {
  if (initPid === undefined) return () => {};
  let isLooking = false;
  let isOver = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    const leftBytes = limitBytes - filesBytes(initPid) - socketBytes(initPid);
    const watchBytes = limitBytes / WATCHES_LIMIT;
    const most = processesOf(initPid).reduce((sum, pid) => sum + mostBytes(pid, watchBytes), 0);
    if (most <= leftBytes) return;
    isLooking = true;
    void holdMore(initPid, leftBytes, watchBytes).then((is) => {
      isLooking = false;
      if (is && !isOver) {
        stop();
        onExceeded();
      }
    });
  }, INTERVAL_MS);
  const stop = () => {
    isOver = true;
    clearInterval(timer);
  };
  return stop;
}

/**
 * What the files of that sandbox hold in memory. Their names are not looked at: only the file systems are asked,
 * whose places the sandbox cannot change. 0 where the sandbox is gone.
 */
export function filesBytes(initPid: number): number {
  let sum = 0;
  for (const folder of FOLDERS) {
    try {
      const { bsize, blocks, bfree, files, ffree } = statfsSync(`/proc/${initPid}/root${folder}`);
      sum += (blocks - bfree) * bsize + (files - ffree) * INODE_BYTES;
    } catch {}
  }
  return sum;
}

/** The most that the sandbox's sockets may hold; nobody tells what they do hold, but for TCP. */
function socketBytes(initPid: number): number {
  try {
    const sockets = readFileSync(`/proc/${initPid}/net/sockstat`, 'utf8');
    const used = Number(/^sockets: used (\d+)/m.exec(sockets)?.[1] ?? 0);
    const tcp = Number(/^TCP: inuse (\d+)/m.exec(sockets)?.[1] ?? 0);
    return used * SOCKET_BYTES + (tcp > TCP_SOCKETS ? 2 * tcpBytes(initPid) : 0);
  } catch {
    return 0;
  }
}

/** The columns tx_queue and rx_queue (Documentation/networking/proc_net_tcp.rst). */
function tcpBytes(initPid: number): number {
  const queues = readFileSync(`/proc/${initPid}/net/tcp`, 'latin1').matchAll(
    / ([0-9A-F]{8}):([0-9A-F]{8}) \d\d:/g,
  );
  let sum = 0;
  for (const [, sent = '', received = ''] of queues) {
    sum += Number.parseInt(sent, 16) + Number.parseInt(received, 16);
  }
  return sum;
}

/** The most that a process may hold, looked up in no time: a fork's untouched pages count in each process. */
function mostBytes(pid: number, watchBytes: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const maps = Math.min(kilobytes(status, 'VmSize') / PAGE_BYTES, mapsLimit());
    const descriptors = Number(/^FDSize:\s+(\d+)$/m.exec(status)?.[1] ?? 0);
    const watches = (descriptors / 2) ** 2;
    const held = kilobytes(status, 'RssAnon') + kilobytes(status, 'VmPTE');
    return held + maps * MAP_BYTES + watches * watchBytes;
  } catch {
    return 0;
  }
}

/** How many mappings a process may have (proc(5)). */
function mapsLimit(): number {
  try {
    return Number(readFileSync('/proc/sys/vm/max_map_count', 'utf8'));
  } catch {
    return 65_530;
  }
}

/** Whether those processes hold more. How long it takes to tell is up to the program, so nobody else waits for it. */
async function holdMore(initPid: number, limitBytes: number, watchBytes: number): Promise<boolean> {
  let sum = 0;
  for (const pid of processesOf(initPid)) {
    sum += await ownBytes(pid, watchBytes);
    if (sum > limitBytes) return true;
  }
  return false;
}

/**
 * What a process holds alone, plus its part of what it shares (proc(5): smaps_rollup); a fork's untouched
 * pages count once. Where that may not be read, it is the most. Shared memory is that of files, which are
 * counted as such; the other kinds are refused (seccomp.ts, bubblewrap.ts).
 */
async function ownBytes(pid: number, watchBytes: number): Promise<number> {
  try {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
    const tables = kilobytes(await readFile(`/proc/${pid}/status`, 'utf8'), 'VmPTE');
    const maps = countLines(readFileSync(`/proc/${pid}/maps`));
    const watches = countWatches(pid);
    return kilobytes(rollup, 'Pss_Anon') + tables + maps * MAP_BYTES + watches * watchBytes;
  } catch {
    return mostBytes(pid, watchBytes);
  }
}

/** The lines of an `epoll` in proc(5), fdinfo, are what it watches. */
function countWatches(pid: number): number {
  let count = 0;
  for (const fd of readdirSync(`/proc/${pid}/fd`)) {
    try {
      if (readlinkSync(`/proc/${pid}/fd/${fd}`) !== 'anon_inode:[eventpoll]') continue;
      count += countLines(readFileSync(`/proc/${pid}/fdinfo/${fd}`));
    } catch {} // Closed meanwhile.
  }
  return count;
}

function countLines(text: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) count++;
  return count;
}

function kilobytes(text: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0) * 1024;
}
