/** For tests only: an engine in memory, for states that a real sandbox cannot be brought into. */
import type { DoneEvent, EngineName, RunEvent } from '@/lib/agentbay/contract';
import type {
  EngineRunRequest,
  EngineSession,
  Run,
  WorkspaceFiles,
} from '@/lib/agentbay/engines/engine';

const NAME: EngineName = 'local';

/** A program that prints nothing and runs until it is stopped or `exit` is called. */
export class RunDouble implements Run {
  readonly runId: string;
  readonly finished: Promise<void>;
  readonly input: string[] = [];
  readonly #events: RunEvent[];
  #end!: () => void;

  constructor({ runId, requestId, language, timeoutS }: EngineRunRequest) {
    this.runId = runId;
    this.#events = [{ type: 'start', runId, requestId, language, engine: NAME, timeoutS }];
    this.finished = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  exit(reason: 'exited' | 'stopped' = 'exited'): void {
    const done: DoneEvent = {
      type: 'done',
      success: reason === 'exited',
      result: '',
      exit: { reason },
      executionTime: 0.25,
      executionCount: 1,
      usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 0 },
      truncated: false,
    };
    this.#events.push(done);
    this.#end();
  }

  write(text: string): boolean {
    this.input.push(text);
    return true;
  }

  end(): void {}

  interrupt(): void {}

  stop(): void {
    this.exit('stopped');
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<RunEvent, void> {
    try {
      const [start, ...rest] = this.#events.splice(0);
      if (start !== undefined) yield start;
      yield* rest;
      await this.finished;
      yield* this.#events;
    } finally {
      this.#end();
    }
  }
}

export class SessionDouble implements EngineSession {
  readonly id: string;
  alive = true;
  isDisposed = false;
  readonly runs: RunDouble[] = [];
  readonly files: WorkspaceFiles = {
    list: async () => ({ files: [], truncated: false }),
    open: () => Promise.reject(new Error('no files here')),
    write: () => Promise.reject(new Error('no files here')),
    delete: () => Promise.reject(new Error('no files here')),
    rename: () => Promise.reject(new Error('no files here')),
  };

  constructor(id: string) {
    this.id = id;
  }

  start(request: EngineRunRequest): Run {
    const run = new RunDouble(request);
    this.runs.push(run);
    return run;
  }

  async check(): Promise<[]> {
    return [];
  }

  async complete(_code: string, cursor: number) {
    return { start: cursor, end: cursor, items: [] };
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    this.alive = false;
  }
}

export class EngineDouble {
  readonly name = NAME;
  readonly limits = { stdinBytes: 1024 };
  readonly capabilities = { checks: true, completes: true, liveInput: true };
  readonly sessions: SessionDouble[] = [];
  /** Set it to let the creation of sessions wait, or fail. */
  gate: Promise<void> = Promise.resolve();

  async createSession(): Promise<SessionDouble> {
    await this.gate;
    const session = new SessionDouble(`s${this.sessions.length}`);
    this.sessions.push(session);
    return session;
  }
}
