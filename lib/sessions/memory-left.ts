/** How much memory this machine, or the container that it is, has for more. */
import 'server-only';
import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import type { MemoryLeft } from './session-table';

/** What should stay free on a machine with much memory: as much as one sandbox may take; else an eighth of all. */
export function memoryReserveBytes(sandboxBytes: number, totalBytes = totalmem()): number {
  return Math.min(sandboxBytes, totalBytes / 8);
}

/** `leftBytes`: undefined where nobody knows. */
export function memoryLeft(reserveBytes: number, leftBytes = memoryLeftBytes()): MemoryLeft {
  if (leftBytes === undefined || leftBytes >= reserveBytes) return 'enough';
  return leftBytes >= reserveBytes / 2 ? 'low' : 'none';
}

function memoryLeftBytes(): number | undefined {
  const found = [ofMachine(), ofGroup(V2), ofGroup(V1)].filter((bytes) => bytes !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}

function ofMachine(): number | undefined {
  const kib = /^MemAvailable:\s+(\d+) kB$/m.exec(textOf('/proc/meminfo'))?.[1];
  return kib === undefined ? undefined : Number(kib) * 1024;
}

/** A container sees its own control group where the host has the root of all (admin-guide/cgroup-v1, cgroup-v2). */
const V2 = {
  at: '/sys/fs/cgroup',
  limit: 'memory.max',
  used: 'memory.current',
  cached: 'inactive_file',
};
const V1 = {
  at: '/sys/fs/cgroup/memory',
  limit: 'memory.limit_in_bytes',
  used: 'memory.usage_in_bytes',
  cached: 'total_inactive_file',
};

function ofGroup({ at, limit, used, cached }: typeof V2): number | undefined {
  const limitBytes = Number.parseInt(textOf(`${at}/${limit}`), 10);
  // Without a limit version 2 says "max", version 1 a number that no machine has.
  if (!(limitBytes < totalmem())) return undefined;
  const usedBytes = Number.parseInt(textOf(`${at}/${used}`), 10);
  const stat = textOf(`${at}/memory.stat`);
  const cachedBytes = Number(new RegExp(`^${cached} (\\d+)$`, 'm').exec(stat)?.[1] ?? 0);
  return limitBytes - usedBytes + cachedBytes;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
