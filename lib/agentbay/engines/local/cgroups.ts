/**
 * Control groups: one per sandbox, with limits on memory, processes and CPU that count everything in it.
 * Version 1 and version 2 (kernel docs admin-guide/cgroup-v1, cgroup-v2). Whether they can be used is
 * found out by doing, not by guessing from versions.
 */
import 'server-only';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxLimits } from './bubblewrap';
import { KernelFile } from './kernel-file';

const PREFIX = 'runbay-';
const CPU_PERIOD_US = 100_000;
const TCP_BYTES = 32 * 1024 * 1024;
/** Processes beyond a program's own: bubblewrap, the agent, waiting kernels and their threads. */
const SPARE_PROCESSES = 64;

export interface ControlGroup {
  /** The files that a process writes its id to, to enter. */
  readonly procsFiles: string[];
  /** Lets `processes` more processes and threads exist than do now. */
  allowProcesses(processes: number): void;
  /** How often a process was ended for memory so far. */
  memoryKills(): number;
  /** How often a new process was refused so far. */
  processRefusals(): number;
  killAll(): void;
  /** Settles when the group is gone; its processes must be ending. */
  remove(): Promise<void>;
}

export interface ControlGroups {
  readonly version: 1 | 2;
  create(name: string, limits: SandboxLimits): ControlGroup;
  /** Removes what a server that is gone left behind. */
  sweep(): void;
}

/** Null where none can be made; `why` says it for the operator. */
export function findControlGroups(): { groups: ControlGroups | null; why: string } {
  let why = 'no cgroup file system is mounted';
  for (const find of [findV2, findV1]) {
    try {
      const groups = find();
      if (groups === null) continue;
      const probe = groups.create(`${PREFIX}${process.pid}-probe`, {
        memoryLimitBytes: 1 << 28,
        processLimit: 64,
        workspaceBytes: 0,
        tmpBytes: 0,
        fileLimitBytes: 0,
      });
      void probe.remove();
      return { groups, why: '' };
    } catch (error) {
      why = (error as Error).message;
    }
  }
  return { groups: null, why };
}

interface Mount {
  at: string;
  type: string;
  options: string[];
}

function mounts(): Mount[] {
  return readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([, , type]) => type === 'cgroup' || type === 'cgroup2')
    .map(([, at = '', type = '', options = '']) => ({ at, type, options: options.split(',') }));
}

/** The group of this process in a hierarchy: `4:memory:/a/b` (v1), `0::/a/b` (v2). */
function ownGroup(controller: string): string {
  for (const line of readFileSync('/proc/self/cgroup', 'utf8').split('\n')) {
    const [, controllers = '', path = '/'] = line.split(':');
    if (controllers.split(',').includes(controller)) return path === '/' ? '' : path;
  }
  return '';
}

function under(mount: string, path: string): string {
  // In a container the group's path may not be visible below the mount; then the mount is the group.
  return existsSync(mount + path) ? mount + path : mount;
}

const CONTROLLERS_V1 = ['memory', 'pids', 'cpu'] as const;

function findV1(): ControlGroups | null {
  const found = mounts().filter(({ type }) => type === 'cgroup');
  const bases = CONTROLLERS_V1.map((controller) => {
    const mount = found.find(({ options }) => options.includes(controller));
    return mount === undefined ? null : under(mount.at, ownGroup(controller));
  });
  const [memory, pids, cpu] = bases;
  if (!memory || !pids || !cpu) return null;
  return {
    version: 1,
    create(name, limits) {
      const [m, p, c] = [`${memory}/${name}`, `${pids}/${name}`, `${cpu}/${name}`];
      for (const folder of new Set([m, p, c])) mkdirSync(folder);
      writeFileSync(`${m}/memory.limit_in_bytes`, String(limits.memoryLimitBytes));
      tryWrite(`${m}/memory.memsw.limit_in_bytes`, String(limits.memoryLimitBytes));
      // TCP's buffers are counted apart, and what is left of the host's is shared by all.
      tryWrite(`${m}/memory.kmem.tcp.limit_in_bytes`, String(TCP_BYTES));
      writeFileSync(`${p}/pids.max`, String(limits.processLimit + SPARE_PROCESSES));
      tryWrite(`${c}/cpu.cfs_quota_us`, String(CPU_PERIOD_US));
      return group([m, p, c], p, `${m}/memory.oom_control`);
    },
    sweep: () => sweepFolders([memory, pids, cpu]),
  };
}

function findV2(): ControlGroups | null {
  const mount = mounts().find(({ type }) => type === 'cgroup2');
  if (mount === undefined) return null;
  const base = under(mount.at, ownGroup(''));
  const available = readFileSync(`${base}/cgroup.controllers`, 'utf8').trim().split(' ');
  if (!CONTROLLERS_V1.every((controller) => available.includes(controller))) return null;
  if (base !== mount.at) {
    // A group with processes cannot have groups with limits below it, so the server moves aside.
    const server = `${base}/${PREFIX}server`;
    mkdirSync(server, { recursive: true });
    for (const pid of readFileSync(`${base}/cgroup.procs`, 'utf8').split('\n')) {
      if (pid) writeFileSync(`${server}/cgroup.procs`, pid);
    }
  }
  writeFileSync(`${base}/cgroup.subtree_control`, '+memory +pids +cpu');
  return {
    version: 2,
    create(name, limits) {
      const folder = `${base}/${name}`;
      mkdirSync(folder);
      writeFileSync(`${folder}/memory.max`, String(limits.memoryLimitBytes));
      tryWrite(`${folder}/memory.swap.max`, '0');
      writeFileSync(`${folder}/pids.max`, String(limits.processLimit + SPARE_PROCESSES));
      tryWrite(`${folder}/cpu.max`, `${CPU_PERIOD_US} ${CPU_PERIOD_US}`);
      return group([folder], folder, `${folder}/memory.events`);
    },
    sweep: () => sweepFolders([base]),
  };
}

function group(folders: string[], pids: string, memoryEvents: string): ControlGroup {
  const distinct = [...new Set(folders)];
  const members = () => readFileSync(`${pids}/cgroup.procs`, 'utf8').split('\n').filter(Boolean);
  // Looked at for each run.
  const files = {
    current: new KernelFile(`${pids}/pids.current`),
    max: new KernelFile(`${pids}/pids.max`, 'r+'),
    refusals: new KernelFile(`${pids}/pids.events`),
    memory: new KernelFile(memoryEvents),
  };
  return {
    procsFiles: distinct.map((folder) => `${folder}/cgroup.procs`),
    allowProcesses(processes) {
      files.max.write(String(Number(files.current.read()) + processes));
    },
    memoryKills: () => counter(files.memory, OOM_KILL),
    processRefusals: () => counter(files.refusals, MAX),
    killAll() {
      try {
        for (const pid of members()) process.kill(Number(pid), 'SIGKILL');
      } catch {} // They or the group are gone.
    },
    async remove() {
      for (const folder of distinct) await removeFolder(folder);
      for (const file of Object.values(files)) file.close();
    },
  };
}

const OOM_KILL = /^oom_kill (\d+)$/m;
const MAX = /^max (\d+)$/m;

/** The number behind a word in a file of `word number` lines; 0 where there is none. */
function counter(file: KernelFile, line: RegExp): number {
  try {
    return Number(line.exec(file.read())?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function tryWrite(file: string, text: string): void {
  try {
    appendFileSync(file, text);
  } catch {} // This kernel has no such limit.
}

const REMOVE_TRIES = 100;

/** Ending processes keep a group busy for some milliseconds. */
async function removeFolder(folder: string): Promise<void> {
  for (let attempt = 0; attempt < REMOVE_TRIES; attempt++) {
    try {
      rmdirSync(folder);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      await sleep(Math.min(2 + attempt, 50));
    }
  }
}

/** Folders are named after the server's process id, so what a dead server left can be told. */
function sweepFolders(bases: string[]): void {
  for (const base of new Set(bases)) {
    for (const name of readdirSync(base)) {
      const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
      if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
      try {
        for (const member of readFileSync(`${base}/${name}/cgroup.procs`, 'utf8').split('\n')) {
          if (member) process.kill(Number(member), 'SIGKILL');
        }
        rmdirSync(`${base}/${name}`);
      } catch {} // Still ending; the next start finds it again.
    }
  }
}

/** The name of a sandbox's group: tells whose it is. */
export function groupName(sandbox: string): string {
  return `${PREFIX}${process.pid}-${sandbox}`;
}
