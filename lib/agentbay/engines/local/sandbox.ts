/**
 * One sandbox: bubblewrap, the agent inside it as its first process, and the pipe between us. It is used
 * by one session and by nobody else. Everything here takes the view that the inside is hostile.
 */
import 'server-only';
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Duplex, Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@/lib/errors';
import {
  agentCommand,
  agentSettings,
  FD,
  type KernelProgram,
  type SandboxLimits,
} from './bubblewrap';
import { type ControlGroup, groupName } from './cgroups';
import { EMPTY_ENVIRONMENT } from './environment';
import { type AgentCommand, encodeCommand, FRAME, type Frame, FrameReader } from './frames';
import type { Host } from './host';
import { watchLocks } from './lock-watch';
import { watchMemory } from './memory-watch';
import { childrenOf, hasEnded } from './process-tree';
import type { RuntimeFolder } from './runtime-folder';

/** Everything that all sandboxes of this server share. */
export interface SandboxPlan {
  host: Host;
  limits: SandboxLimits;
  folder: RuntimeFolder;
  /** Of the languages that run here. */
  programs: KernelProgram[];
  /** Files with bubblewrap's arguments and the system call filter; undefined: no isolation at all. */
  argumentsFile: string | undefined;
  filterFile: string | undefined;
}

const START_LIMIT_MS = 10_000;
const FORCE_AFTER_MS = 200;
const COMPLAINT_BYTES = 4096;
/** As root each sandbox runs as a user of its own, so that per-user budgets of the kernel are not shared. */
const FIRST_UID = 62_001;

/** Enters the groups, gives up being root, becomes bubblewrap: all before anything hostile exists. */
const LAUNCHER = `
echo 500 > /proc/self/oom_score_adj
n=$1; shift
while [ "$n" -gt 0 ]; do echo $$ > "$1" || exit 97; shift; n=$((n-1)); done
exec "$@"`;

const slotsTaken = new Set<number>();

export class Sandbox {
  readonly #child: ChildProcess;
  readonly #wire: Duplex;
  readonly #group: ControlGroup | null;
  readonly #hasOwnUser: boolean;
  readonly #slot: number;
  readonly #reader = new FrameReader();
  readonly #exited: Promise<void>;
  #complaint = '';
  #initPid: number | undefined;
  #readyWaiter: { resolve: () => void; reject: (error: Error) => void } | undefined;
  #disposing: Promise<void> | undefined;
  #forceTimer: NodeJS.Timeout | undefined;
  alive = true;
  /** It is being ended; nothing new may begin in it. */
  isEnding = false;
  /** Receives what the agent sends after `ready`. */
  onFrame: (frame: Frame) => void = () => {};
  /** Called once, when the sandbox has ended for whatever reason. */
  onDeath: () => void = () => {};

  private constructor(plan: SandboxPlan) {
    this.#slot = takeSlot();
    const name = groupName(`${this.#slot}-${Math.random().toString(36).slice(2, 8)}`);
    this.#hasOwnUser = plan.host.isRoot;
    this.#group = plan.host.groups?.create(name, plan.limits) ?? null;
    const files = [plan.argumentsFile, plan.filterFile].map((file) =>
      file === undefined ? undefined : openSync(file, 'r'),
    );
    try {
      this.#child = spawn('/bin/sh', launchArguments(plan, this.#group, this.#slot), {
        env: EMPTY_ENVIRONMENT,
        cwd: '/',
        stdio: [
          'ignore',
          'ignore',
          'pipe',
          files[0] ?? 'ignore',
          files[1] ?? 'ignore',
          'pipe',
          'pipe',
        ],
      });
    } finally {
      for (const file of files) if (file !== undefined) closeSync(file);
    }
    this.#exited = new Promise((resolve) => {
      this.#child.once('exit', resolve);
      this.#child.once('error', resolve);
    });
    void this.#exited.then(() => this.#onExit());
    const pipes: readonly unknown[] = this.#child.stdio;
    this.#wire = pipes[FD.agent] as Duplex;
    this.#wire.on('data', (chunk: Buffer) => this.#onData(chunk));
    this.#wire.on('error', () => this.kill());
    this.#wire.on('close', () => this.kill());
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#complaint = (this.#complaint + chunk).slice(0, COMPLAINT_BYTES);
    });
    const status = pipes[FD.status] as Readable;
    status.on('data', (chunk: Buffer) => {
      this.#initPid ??= Number(/"child-pid": (\d+)/.exec(String(chunk))?.[1]) || undefined;
    });
    status.on('error', () => {});
  }

  /** Settles when the agent inside answers. Throws engine_failed with what bubblewrap said. */
  static async start(plan: SandboxPlan): Promise<Sandbox> {
    const sandbox = new Sandbox(plan);
    const timer = setTimeout(() => sandbox.kill(), START_LIMIT_MS);
    try {
      await new Promise<void>((resolve, reject) => {
        sandbox.#readyWaiter = { resolve, reject };
      });
      return sandbox;
    } catch (error) {
      await sandbox.dispose();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  send(command: AgentCommand): void {
    if (this.alive) this.#wire.write(encodeCommand(command));
  }

  /** The host's id of the sandbox's first process, where known. */
  get initPid(): number | undefined {
    return this.#initPid;
  }

  /** What bubblewrap and the agent have written to their standard error, which no program reaches. */
  get complaint(): string {
    return this.#complaint.trim();
  }

  get group(): ControlGroup | null {
    return this.#group;
  }

  /**
   * Watches what its control group does not count; everything where there is none, or where the sandbox has its
   * user's budgets in common with the server. Calls `onExceeded` once; returns the way to stop.
   */
  watchMemory(limitBytes: number, onExceeded: () => void): () => void {
    const stopLocks = watchLocks(this.#initPid, limitBytes, onExceeded);
    if (this.#group !== null && this.#hasOwnUser) return stopLocks;
    const stopMemory = watchMemory(this.#initPid, limitBytes, onExceeded);
    return () => {
      stopLocks();
      stopMemory();
    };
  }

  /** Ends everything in the sandbox now: with its first process all others end (pid_namespaces(7)). */
  kill(): void {
    if (!this.alive) return;
    this.isEnding = true;
    this.#killProcesses();
  }

  #killProcesses(): void {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    if (this.#initPid === undefined) {
      this.#killStart();
      return;
    }
    try {
      process.kill(this.#initPid, 'SIGKILL');
    } catch {} // It has ended already.
    // Bubblewrap sees its child end, collects it and ends too; killed first, it would leave a zombie to init.
    this.#forceTimer ??= setTimeout(() => {
      this.#group?.killAll();
      this.#child.kill('SIGKILL');
    }, FORCE_AFTER_MS);
  }

  /** Until bubblewrap has told of its child, that child waits for it: without a word, for ever. */
  #killStart(): void {
    const { pid } = this.#child;
    this.#group?.killAll();
    this.#child.kill('SIGSTOP');
    const children = pid === undefined ? [] : childrenOf(pid);
    this.#child.kill('SIGKILL');
    for (const child of children) {
      try {
        process.kill(child, 'SIGKILL');
      } catch {} // It has ended already.
    }
  }

  /** The last resort, at the exit of this process: nothing is awaited. */
  killSync(): void {
    this.kill();
    this.#child.kill('SIGKILL');
  }

  /** Ends the sandbox. Settles when no process and no control group of it is left. */
  dispose(): Promise<void> {
    this.#disposing ??= this.#dispose();
    return this.#disposing;
  }

  async #dispose(): Promise<void> {
    this.kill();
    await this.#exited;
    clearTimeout(this.#forceTimer);
    this.#group?.killAll();
    // Bubblewrap may end before the last process of the namespace has.
    for (let waitedMs = 0; this.#initPid !== undefined && waitedMs < 2000; waitedMs += 5) {
      if (hasEnded(this.#initPid)) break;
      await sleep(5);
    }
    await this.#group?.remove();
    slotsTaken.delete(this.#slot);
  }

  #onData(chunk: Buffer): void {
    let frames: Frame[];
    try {
      frames = this.#reader.read(chunk);
    } catch (error) {
      this.#complaint ||= (error as Error).message;
      this.kill();
      return;
    }
    for (const frame of frames) {
      if (this.#readyWaiter === undefined || frame.kind !== FRAME.message) {
        this.onFrame(frame);
        continue;
      }
      // Its first message says that it is ready.
      this.#readyWaiter.resolve();
      this.#readyWaiter = undefined;
    }
  }

  #onExit(): void {
    if (!this.alive) return;
    this.alive = false;
    const said = this.complaint;
    const message = said === '' ? 'The sandbox ended before it was ready.' : said;
    this.#readyWaiter?.reject(
      new AppError('engine_failed', `The sandbox could not be started: ${message}`),
    );
    this.#wire.destroy();
    this.onDeath();
    void this.dispose();
  }
}

function takeSlot(): number {
  let slot = 0;
  while (slotsTaken.has(slot)) slot++;
  slotsTaken.add(slot);
  return slot;
}

function launchArguments(plan: SandboxPlan, group: ControlGroup | null, slot: number): string[] {
  const { host, limits } = plan;
  const isolated = plan.argumentsFile !== undefined;
  const settings = agentSettings(limits, plan.programs, group === null);
  const procsFiles = group?.procsFiles ?? [];
  const uid = String(FIRST_UID + slot);
  const unprivileged = [
    ...[host.setpriv ?? 'setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'],
    ...['--inh-caps=-all', '--bounding-set=-all'],
  ];
  const inside = isolated
    ? [host.bwrap ?? 'bwrap', '--args', '3', '--', ...agentCommand('/usr/bin/python3', settings)]
    : agentCommandUnsafe(plan, settings);
  return [
    ...['-c', LAUNCHER, 'sh', String(procsFiles.length), ...procsFiles],
    ...(host.isRoot && isolated ? unprivileged : []),
    ...inside,
  ];
}

/** Without any isolation: only for a developer's own programs, on request (RUNBAY_UNSAFE_NO_SANDBOX). */
function agentCommandUnsafe(plan: SandboxPlan, settings: Record<string, unknown>): string[] {
  const script = `mkdir -p "$1/tmp" && cd "$1" && export HOME="$1" TMPDIR="$1/tmp" LANG=C.UTF-8 PATH=/usr/bin:/bin && shift && exec "$@"`;
  const workspace = `${plan.folder.path}/workspace-${Math.random().toString(36).slice(2, 10)}`;
  const command = agentCommand('/usr/bin/python3', settings).map((word) =>
    word
      .replaceAll('/runbay/guest', plan.folder.guest)
      .replaceAll('/runbay/node', plan.folder.node),
  );
  return ['/bin/sh', '-c', script, 'sh', workspace, ...command];
}
