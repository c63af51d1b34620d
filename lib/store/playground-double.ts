/** A playground whose server, clock and storage are in a test's hand. */
import type { CheckProblem, DoneEvent, RunEvent } from '../agentbay/contract';
import type { RunbayApi, RunRequest } from '../client/api';
import { ENGLISH } from '../messages/testing';
import { createPlaygroundStore } from './playground-store';
import type { KeptStorage, SavedWorkStorage } from './saved-work';

export const START: RunEvent = {
  type: 'start',
  runId: 'run-1',
  requestId: 'req-1',
  language: 'python',
  engine: 'local',
  timeoutS: 10,
};

export const DONE: DoneEvent = {
  type: 'done',
  success: true,
  result: '',
  exit: { reason: 'exited', code: 0 },
  executionTime: 0.1,
  executionCount: 1,
  usage: { cpuTimeS: 0.1, peakMemoryBytes: 1024, outputBytes: 0 },
  truncated: false,
};

/** The stream of one run; the test says what arrives. */
export class RunDouble {
  readonly request: RunRequest;
  readonly signal: AbortSignal;
  #events: (RunEvent | Error | undefined)[] = [];
  #wake: () => void = () => {};

  constructor(request: RunRequest, signal: AbortSignal) {
    this.request = request;
    this.signal = signal;
    signal.addEventListener('abort', () => this.#push(new DOMException('aborted', 'AbortError')));
  }

  /** Delivers events and waits until they have been taken. */
  async send(...events: RunEvent[]): Promise<void> {
    for (const event of events) this.#push(event);
    await settle();
  }

  async fail(error: Error): Promise<void> {
    this.#push(error);
    await settle();
  }

  /** The connection ends without a last event. */
  async cut(): Promise<void> {
    this.#push(undefined);
    await settle();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RunEvent> {
    while (true) {
      while (this.#events.length === 0) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      const event = this.#events.shift();
      if (event instanceof Error) throw event;
      if (!event) return;
      yield event;
    }
  }

  #push(event: RunEvent | Error | undefined): void {
    this.#events.push(event);
    this.#wake();
  }
}

/** Lets everything that waits on promises go on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

export function memoryStorage(entries: Record<string, string> = {}): KeptStorage & {
  entries: Record<string, string>;
} {
  return {
    entries,
    getItem: (key) => entries[key] ?? null,
    setItem: (key, value) => {
      entries[key] = value;
    },
    removeItem: (key) => {
      delete entries[key];
    },
    key: (index) => Object.keys(entries)[index] ?? null,
    get length() {
      return Object.keys(entries).length;
    },
  };
}

export function playgroundDouble(
  options: { storage?: SavedWorkStorage; kept?: KeptStorage; api?: Partial<RunbayApi> } = {},
) {
  const runs: RunDouble[] = [];
  const calls: unknown[][] = [];
  const clock = { nowMs: 1000 };
  const problems: CheckProblem[] = [];
  const api: RunbayApi = {
    session: async () => ({ engine: 'local', state: 'ready', idleTimeoutS: 600 }),
    resetSession: async () => {
      calls.push(['resetSession']);
    },
    languages: () => Promise.reject(new Error('not asked for')),
    run: (request, signal) => {
      const run = new RunDouble(request, signal);
      runs.push(run);
      return run;
    },
    sendInput: async (...call) => {
      calls.push(['sendInput', ...call]);
    },
    stop: async (...call) => {
      calls.push(['stop', ...call]);
    },
    check: async (code, language) => {
      calls.push(['check', code, language]);
      return problems;
    },
    complete: async ({ cursor }) => ({ start: cursor, end: cursor, items: [] }),
    files: async () => ({ files: [], truncated: false }),
    readFile: async () => new Blob([]),
    writeFile: async (...call) => {
      calls.push(['writeFile', ...call]);
    },
    deleteFile: async (...call) => {
      calls.push(['deleteFile', ...call]);
    },
    renameFile: async (...call) => {
      calls.push(['renameFile', ...call]);
    },
    ...options.api,
  };
  const { storage } = options;
  const store = createPlaygroundStore({
    api,
    storage,
    kept: options.kept ?? (storage && 'key' in storage ? (storage as KeptStorage) : undefined),
    now: () => clock.nowMs,
    onNextFrame: (callback) => callback(),
    texts: () => ENGLISH,
  });
  const latest = () => {
    const run = runs.at(-1);
    if (!run) throw new Error('Nothing has been run.');
    return run;
  };
  return { store, state: () => store.getState(), runs, latest, calls, clock, problems };
}
