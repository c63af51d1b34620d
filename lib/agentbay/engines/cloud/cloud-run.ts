/** One program at AgentBay: nothing is heard of it until it has ended, then everything at once. */
import 'server-only';
import { resultText } from '@/lib/agentbay/collect';
import type { DoneEvent, Exit, ProgramError, RichItem, RunEvent } from '@/lib/agentbay/contract';
import type { EngineRunRequest, Run } from '../engine';
import { EventQueue } from '../event-queue';
import { programErrorOf } from './program-error';
import type { RunOutput } from './wire/run-output';

/** For a person who has to write all of it. */
const INPUT_WAIT_MS = 300_000;
/** AgentBay's own gateway ends a request after a minute, whatever the program was given. */
const AT_THE_END_MS = 1000;
const RESULTS_LIMIT = 100;
const RESULTS_LIMIT_BYTES = 5 * 1024 * 1024;
const LOST =
  'AgentBay cannot end a program alone, so its session was given back with its files and variables';

interface Ending {
  success: boolean;
  errorMessage?: string | undefined;
  exit: Exit;
  executionTime: number;
  executionCount: number;
}

export class CloudRun implements Run {
  readonly runId: string;
  readonly finished: Promise<void>;
  readonly #request: EngineRunRequest;
  readonly #outputLimitBytes: number;
  readonly #queue = new EventQueue();
  readonly #abort = new AbortController();
  #isAnnounced = false;
  #startedMs: number | undefined;
  /** There while the program's input is being written. */
  #input: { text: string; isEnded: boolean; end(): void } | undefined;
  #isOver = false;
  #resolveFinished: () => void = () => {};

  constructor(request: EngineRunRequest, outputLimitBytes: number) {
    this.runId = request.runId;
    this.#request = request;
    this.#outputLimitBytes = outputLimitBytes;
    this.finished = new Promise((resolve) => {
      this.#resolveFinished = resolve;
    });
    this.#queue.onAbandon = () => this.stop();
  }

  [Symbol.asyncIterator](): AsyncIterator<RunEvent> {
    return this.#queue;
  }

  /** Aborted where the run is no longer wanted. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get isStopped(): boolean {
    return this.signal.aborted;
  }

  get hasBegun(): boolean {
    return this.#startedMs !== undefined;
  }

  /** Its time is up, or as good as that: what breaks off then was ended for it. */
  get isOverdue(): boolean {
    if (this.#startedMs === undefined) return false;
    return performance.now() - this.#startedMs >= this.#request.timeoutS * 1000 - AT_THE_END_MS;
  }

  /**
   * All of the program's input, from who follows the run: it is asked for as a running program would, line
   * after line, until it is ended. Undefined where the run ended meanwhile.
   */
  async askForInput(): Promise<string | undefined> {
    this.#announce();
    const input = { text: '', isEnded: false, end: () => {} };
    this.#input = input;
    let isOverdue = false;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        isOverdue = true;
        resolve();
      }, INPUT_WAIT_MS);
      input.end = () => {
        input.isEnded = true;
        clearTimeout(timer);
        resolve();
      };
      this.signal.addEventListener('abort', input.end, { once: true });
      if (this.isStopped) input.end();
      this.#queue.push({ type: 'input', prompt: '' });
    });
    this.#input = undefined;
    if (this.isStopped || isOverdue) {
      this.#endWaiting(isOverdue ? 'timed_out' : 'stopped');
      return undefined;
    }
    return input.text;
  }

  /** The program is on its way. */
  begin(): void {
    this.#announce();
    this.#startedMs ??= performance.now();
  }

  #announce(): void {
    if (this.#isAnnounced) return;
    this.#isAnnounced = true;
    const { runId, requestId, language, timeoutS } = this.#request;
    this.#queue.push({ type: 'start', runId, requestId, language, engine: 'cloud', timeoutS });
  }

  /** Only before the program runs. */
  write(text: string): boolean {
    const input = this.#input;
    if (input === undefined || input.isEnded) return false;
    input.text += text;
    // Who ends it with this text is not asked for more.
    queueMicrotask(() => {
      if (!input.isEnded) this.#queue.push({ type: 'input', prompt: '' });
    });
    return true;
  }

  end(): void {
    this.#input?.end();
  }

  /** There is no way to. */
  interrupt(): void {}

  stop(): void {
    this.#abort.abort();
  }

  /** What it gave. `count`: which call of its context it was; `isLost`: the session it belonged to was gone. */
  finish(output: RunOutput, count: number, isLost: boolean): void {
    if (this.#isOver) return;
    this.begin();
    const { more, failure } = output;
    const tookS = (performance.now() - (this.#startedMs ?? 0)) / 1000;
    const isTimeOut = failure !== '' && tookS >= this.#request.timeoutS && more === undefined;
    const error =
      failure === '' || isTimeOut || (more && more.error === undefined)
        ? undefined
        : (more?.error ?? programErrorOf(failure));
    const exit: Exit = {
      ...(more?.exit ?? { reason: isTimeOut ? 'timed_out' : 'exited' }),
      ...(isLost ? { sandboxLost: true } : {}),
    };
    this.#show(output, error, {
      success: failure === '',
      errorMessage: this.#sentence(failure, error, isTimeOut, more !== undefined),
      exit,
      executionTime: output.executionTime ?? tookS,
      executionCount: count,
    });
  }

  /** It does not parse, or was ended by us: nothing came back. */
  finishWithout(reason: 'stopped' | 'timed_out', isSessionLost: boolean): void {
    if (this.#isOver) return;
    const hadBegun = this.hasBegun;
    this.#announce();
    const why = reason === 'stopped' ? 'Stopped' : `Stopped after ${this.#request.timeoutS} s`;
    const what = hadBegun ? LOST : 'the program had not begun yet';
    this.#show(NOTHING, undefined, {
      success: false,
      errorMessage: `${why}: ${isSessionLost || !hadBegun ? what : 'the program was still running'}.`,
      exit: { reason, ...(isSessionLost ? { sandboxLost: true } : {}) },
      executionTime: hadBegun ? (performance.now() - (this.#startedMs ?? 0)) / 1000 : 0,
      executionCount: 0,
    });
  }

  #endWaiting(reason: 'stopped' | 'timed_out'): void {
    const waited = `it had waited ${INPUT_WAIT_MS / 1000} s for input`;
    this.#show(NOTHING, undefined, {
      success: false,
      errorMessage: `Stopped: ${reason === 'stopped' ? 'the program was waiting for input' : waited}.`,
      exit: { reason, waitedForInput: true },
      executionTime: 0,
      executionCount: 0,
    });
  }

  /** The program cannot be run at all, and that is its own doing. */
  refuse(error: ProgramError): void {
    if (this.#isOver) return;
    this.begin();
    this.#show(NOTHING, error, {
      success: false,
      errorMessage: `${error.name}: ${error.value}`,
      exit: { reason: 'exited', code: 1 },
      executionTime: 0,
      executionCount: 0,
    });
  }

  /** Tells the program's reader something before its own output. */
  note(text: string): void {
    this.#queue.push({ type: 'stderr', text });
  }

  /** We could not run it. */
  fail(error: Error): void {
    if (this.#isOver) return;
    this.#close();
    this.#queue.end(error);
  }

  #sentence(
    failure: string,
    error: ProgramError | undefined,
    isTimeOut: boolean,
    isTold: boolean,
  ): string | undefined {
    if (failure === '') return undefined;
    const first = failure.split('\n')[0] ?? '';
    if (isTold) return first;
    if (isTimeOut) return `Stopped after ${this.#request.timeoutS} s: ${first.replace(/\.$/, '')}.`;
    if (error === undefined) return first;
    const at = error.line === undefined ? '' : ` (line ${error.line})`;
    return `${error.name}${error.value === '' ? '' : `: ${error.value}`}${at}`;
  }

  #show(output: RunOutput, error: ProgramError | undefined, ending: Ending): void {
    const { text, isCut, bytes } = within(this.#outputLimitBytes, output);
    for (const type of ['stdout', 'stderr'] as const) {
      if (text[type] !== '') this.#queue.push({ type, text: text[type] });
    }
    const results = fitting(output.results);
    for (const item of results) this.#queue.push({ type: 'result', item });
    if (error !== undefined) this.#queue.push({ type: 'error', ...error });
    const { errorMessage, ...rest } = ending;
    const usage = { cpuTimeS: 0, peakMemoryBytes: 0, ...output.more?.usage, outputBytes: bytes };
    const done: DoneEvent = {
      type: 'done',
      ...rest,
      result: resultText(results, text.stdout),
      ...(errorMessage === undefined ? {} : { errorMessage }),
      usage,
      truncated:
        isCut || results.length < output.results.length || (output.more?.truncated ?? false),
    };
    this.#close();
    this.#queue.push(done);
    this.#queue.end();
  }

  #close(): void {
    this.#isOver = true;
    this.#resolveFinished();
  }
}

const NOTHING: RunOutput = {
  ...{ stdout: [], stderr: [], results: [], failure: '' },
  ...{ executionTime: undefined, executionCount: undefined, more: undefined },
};

/** Output up to the limit, which both streams share. */
function within(limitBytes: number, { stdout, stderr }: RunOutput) {
  const all = { stdout: Buffer.from(stdout.join('')), stderr: Buffer.from(stderr.join('')) };
  const room = Math.max(0, limitBytes - all.stdout.length);
  const kept = {
    stdout: all.stdout.subarray(0, limitBytes),
    stderr: all.stderr.subarray(0, room),
  };
  // A character that was cut through is left out.
  const decode = (bytes: Buffer) => new TextDecoder().decode(bytes, { stream: true });
  return {
    text: { stdout: decode(kept.stdout), stderr: decode(kept.stderr) },
    isCut: kept.stdout.length < all.stdout.length || kept.stderr.length < all.stderr.length,
    bytes: kept.stdout.length + kept.stderr.length,
  };
}

function fitting(results: RichItem[]): RichItem[] {
  let bytes = 0;
  return results.slice(0, RESULTS_LIMIT).filter((item) => {
    bytes += Buffer.byteLength(JSON.stringify(item));
    return bytes <= RESULTS_LIMIT_BYTES;
  });
}
