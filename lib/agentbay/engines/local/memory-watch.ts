/**
 * The memory limit where no control group keeps it: the sandbox's processes, files and sockets are added up from
 * outside every 50 ms. Less exact than a control group (a fast program overshoots), hence the status `reduced`.
 */
import 'server-only';
import { readdirSync, readFileSync, statfsSync } from 'node:fs';

const INTERVAL_MS = 50;
/** What the kernel keeps of an empty file in memory (measured: 400,000 of them took 400 MB). */
const INODE_BYTES = 1024;
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
  const timer = setInterval(() => {
    if (processBytes(initPid) + filesBytes(initPid) + socketBytes(initPid) <= limitBytes) return;
    clearInterval(timer);
    onExceeded();
  }, INTERVAL_MS);
  return () => clearInterval(timer);
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

function processBytes(initPid: number): number {
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
 * pages count once. Where that may not be read: all it has in memory (status: RssAnon). Shared memory is
 * that of files, which are counted as such; the other kinds are refused (seccomp.ts).
 */
function ownBytes(pid: number): number {
  try {
    return kilobytes(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), 'Pss_Anon');
  } catch {
    try {
      return kilobytes(readFileSync(`/proc/${pid}/status`, 'utf8'), 'RssAnon');
    } catch {
      return 0;
    }
  }
}

function kilobytes(text: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0) * 1024;
}
