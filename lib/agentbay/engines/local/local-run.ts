/** One program in a sandbox: turns frames into events, keeps the limits and the clock, says how it ended. */
import 'server-only';
import { resultText } from '@/lib/agentbay/collect';
import type { ExitReason, ProgramError, RichItem, RunEvent } from '@/lib/agentbay/contract';
import { readState } from '@/lib/steps/guest-steps';
import type { Step } from '@/lib/steps/trace';
import type { EngineRunRequest, Run } from '../engine';
import { EventQueue } from '../event-queue';
import type { SandboxLimits } from './bubblewrap';
import { describeEnding, type EndFacts, reasonOf } from './ending';
import { FRAME, type Frame } from './frames';
import { type AgentMessage, readAgentMessage, readError, readItem } from './guest-messages';
import { filesBytes } from './memory-watch';
import type { Sandbox } from './sandbox';

/** How long a program may take to end after an interrupt, then how long the agent may take to end it. */
const INTERRUPT_GRACE_MS = 500;
/** For a kernel that is a program of its own, on a busy machine. */
const KERNEL_START_LIMIT_MS = 20_000;
const KILL_GRACE_MS = 400;
/** Waiting for a person does not count as running, up to this much in one run. */
const INPUT_WAIT_LIMIT_S = 300;
/** Of the calls and variables of a program that was ended. */
const STATE_LIMIT_BYTES = 256 * 1024;
/** Of an end that the agent did not report. */
const NOTHING_KNOWN = { count: 0, cpuTimeS: 0, peakMemoryBytes: 0 };
const RESULTS_LIMIT = 100;
const RESULTS_LIMIT_BYTES = 5 * 1024 * 1024;
/** V8's report of a full heap, or of memory that it was refused, begins so; its pages of figures are left out. */
const HEAP_REPORT = /<--- Last few GCs --->|# Fatal process out of memory/;

export interface RunLimits extends SandboxLimits {
  outputLimitBytes: number;
}

export class LocalRun implements Run {
  readonly runId: string;
  readonly finished: Promise<void>;
  readonly #request: EngineRunRequest;
  readonly #limits: RunLimits;
  readonly #queue = new EventQueue();
  readonly #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  #sandbox: Sandbox | undefined;
  #number = 0;
  #resolveFinished: () => void = () => {};
  #timer: NodeJS.Timeout | undefined;
  #escalation: NodeJS.Timeout | undefined;
  #stopWatchingMemory: () => void = () => {};
  #clock = { leftMs: 0, startedMs: 0, waitLeftMs: INPUT_WAIT_LIMIT_S * 1000 };
  #startedMs = 0;
  #cause: ExitReason | undefined;
  #line: number | null | undefined;
  #isWaiting = false;
  #inputEnded = false;
  #pendingInput: { text: string; end: boolean }[] = [];
  #ended = false;
  #sandboxLost = false;
  #outputBytes = 0;
  #resultBytes = 0;
  #truncated = false;
  #heapFull = false;
  #stdout = '';
  #results: RichItem[] = [];
  #error: ProgramError | undefined;
  #stoppedAt: Step | undefined;
  #before = { memoryKills: 0, processRefusals: 0 };

  constructor(request: EngineRunRequest, limits: RunLimits) {
    this.runId = request.runId;
    this.#request = request;
    this.#limits = limits;
    this.#inputEnded = request.stdin !== undefined;
    this.finished = new Promise((resolve) => {
      this.#resolveFinished = resolve;
    });
    this.#queue.onAbandon = () => this.stop();
  }

  [Symbol.asyncIterator](): AsyncIterator<RunEvent> {
    return this.#queue;
  }

  /**
   * Starts the program as the sandbox's n-th. From here the sandbox's frames go to `onFrame`. `willTell`: its
   * kernel says when it begins the program, and may have to start first, which is not the program's time.
   */
  begin(sandbox: Sandbox, n: number, willTell = false): void {
    if (this.#ended) return;
    const { language, timeoutS, context, code, stdin, files } = this.#request;
    this.#sandbox = sandbox;
    this.#number = n;
    this.#before = this.#counts();
    sandbox.group?.allowProcesses(this.#limits.processLimit);
    this.#stopWatchingMemory = sandbox.watchMemory(this.#limits.memoryLimitBytes, () =>
      this.#end('memory_exceeded', 'kill'),
    );
    const given = { stdin: stdin ?? null, files: files ?? null };
    const { steps, isLast } = this.#request;
    const recorded = steps && { steps: { steps: steps.steps, bytes: steps.bytes } };
    const last = isLast ? ({ last: true } as const) : {};
    sandbox.send({ t: 'run', n, language, context, code, ...given, ...recorded, ...last });
    for (const { text, end } of this.#pendingInput) sandbox.send({ t: 'input', n, text, end });
    this.#announce();
    this.#clock.leftMs = timeoutS * 1000;
    if (willTell) this.#timer = setTimeout(() => this.#onDeadline(), KERNEL_START_LIMIT_MS);
    else this.#startClock();
  }

  #onBegun(): void {
    if (this.#cause !== undefined) return;
    this.#startedMs = performance.now();
    this.#startClock();
  }

  #announce(): void {
    const { runId, requestId, language, timeoutS } = this.#request;
    this.#startedMs = performance.now();
    this.#queue.push({ type: 'start', runId, requestId, language, engine: 'local', timeoutS });
  }

  /** We could not run it. */
  fail(error: Error): void {
    if (this.#ended) return;
    this.#close();
    this.#queue.end(error);
  }

  write(text: string): boolean {
    return this.#input(text, false);
  }

  end(): void {
    this.#input('', true);
  }

  interrupt(): void {
    this.#sandbox?.send({ t: 'interrupt', n: this.#number });
  }

  stop(): void {
    if (this.#sandbox !== undefined) this.#end('stopped', 'interrupt');
    else if (!this.#ended) {
      this.#cause = 'stopped';
      this.#announce();
      this.#finish(NOTHING_KNOWN);
    }
  }

  onFrame({ kind, payload }: Frame): void {
    if (this.#ended) return;
    if (kind === FRAME.stdout) this.#onOutput('stdout', payload);
    else if (kind === FRAME.stderr) this.#onOutput('stderr', payload);
    else if (kind === FRAME.result) this.#onResult(payload);
    else if (kind === FRAME.error) this.#onError(payload);
    else if (kind === FRAME.step) this.#onStep(payload);
    else this.#onMessage(readAgentMessage(payload));
  }

  /**
   * The sandbox has ended under the program: that is an end too, and what was printed is kept. True where
   * neither we nor the memory limit ended it.
   */
  onSandboxDeath(): boolean {
    if (this.#ended) return false;
    this.#sandboxLost = true;
    const isKnown =
      this.#cause !== undefined || this.#counts().memoryKills > this.#before.memoryKills;
    this.#finish({ ...NOTHING_KNOWN, signal: 9 });
    return !isKnown;
  }

  #onMessage(message: AgentMessage | undefined): void {
    if (message?.t === 'where') this.#line = message.line;
    else if (message?.t === 'end') {
      // The agent may tell it just after it was too late, and we have begun to end the sandbox.
      this.#sandboxLost = this.#sandbox?.isEnding === true;
      this.#finish(message);
    } else if (message?.t === 'resumed') this.#resume();
    else if (message?.t === 'begun') this.#onBegun();
    else if (message?.t === 'input' && this.#cause === undefined) {
      // A program that looks for input now and then goes on meanwhile, and so does its time.
      if (message.idle) {
        this.#isWaiting = true;
        this.#stopClock();
        this.#timer = setTimeout(() => this.#onDeadline(), this.#clock.waitLeftMs);
      }
      this.#queue.push({ type: 'input', prompt: message.prompt });
    }
  }

  #onOutput(stream: 'stdout' | 'stderr', payload: Buffer): void {
    const room = this.#limits.outputLimitBytes - this.#outputBytes;
    const kept = payload.length > room ? payload.subarray(0, room) : payload;
    this.#outputBytes += kept.length;
    this.#pushText(stream, this.#decoders[stream].decode(kept, { stream: true }));
    if (kept.length < payload.length) {
      this.#truncated = true;
      this.#end('output_exceeded', 'kill');
    }
  }

  #pushText(stream: 'stdout' | 'stderr', decoded: string): void {
    let text = decoded;
    if (stream === 'stderr' && this.#request.language !== 'python') {
      const at = text.search(HEAP_REPORT);
      if (this.#heapFull) text = '';
      else if (at >= 0) {
        this.#heapFull = true;
        text = text.slice(0, at).trimEnd();
      }
    }
    if (text === '') return;
    if (stream === 'stdout') this.#stdout += text;
    this.#queue.push({ type: stream, text });
  }

  #onResult(payload: Buffer): void {
    this.#resultBytes += payload.length;
    if (this.#results.length >= RESULTS_LIMIT || this.#resultBytes > RESULTS_LIMIT_BYTES) {
      this.#truncated = true;
      return;
    }
    const item = readItem(payload);
    if (item === undefined) return;
    this.#results.push(item);
    this.#queue.push({ type: 'result', item });
  }

  /** A recorded step; or, after an interrupt of ours, where the program was. */
  #onStep(payload: Buffer): void {
    const { steps } = this.#request;
    if (steps !== undefined) steps.onStep(payload);
    else if (this.#cause === 'timed_out' || this.#cause === 'stopped') {
      if (payload.length <= STATE_LIMIT_BYTES) this.#stoppedAt ??= readState(payload);
    }
  }

  #onError(payload: Buffer): void {
    const error = readError(payload);
    if (error === undefined || this.#error !== undefined) return;
    this.#error = error;
    this.#queue.push({ type: 'error', ...error });
  }

  #input(text: string, end: boolean): boolean {
    if (this.#ended || this.#inputEnded) return false;
    this.#inputEnded = end;
    if (this.#sandbox === undefined) this.#pendingInput.push({ text, end });
    else this.#sandbox.send({ t: 'input', n: this.#number, text, end });
    this.#resume();
    return true;
  }

  /** The program no longer waits for a person: its time counts again. */
  #resume(): void {
    if (!this.#isWaiting || this.#cause !== undefined) return;
    this.#isWaiting = false;
    this.#clock.waitLeftMs -= performance.now() - this.#clock.startedMs;
    this.#startClock();
  }

  #startClock(): void {
    clearTimeout(this.#timer);
    this.#clock.startedMs = performance.now();
    this.#timer = setTimeout(() => this.#onDeadline(), Math.max(0, this.#clock.leftMs));
  }

  #stopClock(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    this.#clock.leftMs -= now - this.#clock.startedMs;
    this.#clock.startedMs = now;
  }

  #onDeadline(): void {
    this.#end('timed_out', 'interrupt');
  }

  /** Ends the program: politely first where it may say where it was, in any case soon. */
  #end(cause: ExitReason, how: 'interrupt' | 'kill'): void {
    if (this.#ended || this.#cause !== undefined) return;
    this.#cause = cause;
    clearTimeout(this.#timer);
    const kill = () => {
      this.#sandbox?.send({ t: 'kill', n: this.#number });
      this.#escalation = setTimeout(() => this.#sandbox?.kill(), KILL_GRACE_MS);
    };
    if (how === 'kill') kill();
    else {
      this.interrupt();
      this.#escalation = setTimeout(kill, INTERRUPT_GRACE_MS);
    }
  }

  #counts() {
    const group = this.#sandbox?.group;
    return {
      memoryKills: group?.memoryKills() ?? 0,
      processRefusals: group?.processRefusals() ?? 0,
    };
  }

  #finish(end: {
    count: number;
    code?: number | undefined;
    signal?: number | undefined;
    cpuTimeS: number;
    peakMemoryBytes: number;
  }): void {
    const executionTime = (performance.now() - this.#startedMs) / 1000;
    for (const stream of ['stdout', 'stderr'] as const) {
      this.#pushText(stream, this.#decoders[stream].decode());
    }
    // A good end needs no look at the counters, which cost a millisecond's part each.
    const now = end.code === 0 && this.#error === undefined ? this.#before : this.#counts();
    const facts: EndFacts = {
      cause: this.#cause,
      code: end.code,
      signalNumber: end.signal,
      error: this.#error,
      memoryKilled: now.memoryKills > this.#before.memoryKills,
      processRefused: now.processRefusals > this.#before.processRefusals,
      heapFull: this.#heapFull,
      line: this.#line,
      waitedForInput: this.#isWaiting,
      inputWaitLimitS: INPUT_WAIT_LIMIT_S,
      hadBegun: this.#sandbox !== undefined,
      timeoutS: this.#request.timeoutS,
      outputLimitBytes: this.#limits.outputLimitBytes,
      limits: this.#limits,
      sandboxLost: this.#sandboxLost,
    };
    if (reasonOf(facts) === 'memory_exceeded' && this.#isFullOfFiles()) {
      facts.sandboxLost = true;
      this.#sandbox?.kill();
    }
    const { exit, success, errorMessage } = describeEnding(facts);
    this.#close();
    this.#queue.push({
      type: 'done',
      success,
      result: resultText(this.#results, this.#stdout),
      ...(errorMessage === undefined ? {} : { errorMessage }),
      exit,
      executionTime,
      executionCount: end.count,
      usage: {
        cpuTimeS: end.cpuTimeS,
        peakMemoryBytes: end.peakMemoryBytes,
        outputBytes: this.#outputBytes,
      },
      truncated: this.#truncated,
      ...(this.#stoppedAt === undefined ? {} : { stoppedAt: this.#stoppedAt }),
    });
    this.#queue.end();
  }

  /** No program would have room in such a sandbox, nor could it be cleared. */
  #isFullOfFiles(): boolean {
    const { initPid } = this.#sandbox ?? {};
    return initPid !== undefined && filesBytes(initPid) > this.#limits.memoryLimitBytes / 2;
  }

  #close(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#escalation);
    this.#stopWatchingMemory();
    this.#resolveFinished();
  }
}
