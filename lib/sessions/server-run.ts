/** One run on the server from its request to its end: its turn, its sandbox, its program, and what to give back after it. */
import 'server-only';
import { randomBytes } from 'node:crypto';
import type { DoneEvent, ExitReason, RunEvent } from '@/lib/agentbay/contract';
import type { Engine, EngineRunRequest, EngineSession, Run } from '@/lib/agentbay/engines/engine';
import type { Language } from '@/lib/agentbay/languages';
import { ReceiptRecorder } from '@/lib/agentbay/receipt-recorder';
import { AppError } from '@/lib/errors';
import type { Admission, Group, Ticket } from './admission';
import type { FinishedRuns } from './finished-runs';
import { throwAway } from './one-off';
import { pageSandbox } from './page-sandbox';
import type { Owner, Place, Program, SessionTable } from './session-table';

export interface RunOrder extends Omit<EngineRunRequest, 'runId'> {
  /** The browser session that runs it; undefined: a sandbox of its own, thrown away after it. */
  sessionId: string | undefined;
  /** Which of that session's sandboxes; absent: its own one, which the playground uses. */
  page?: string | undefined;
  /** Who answers for the page's sandbox; absent: that session. */
  owner?: Owner;
  /** Whose turn it is in the queue. */
  client: string;
  /** Where it was asked for from, which has its share of the places. Absent: nobody's. */
  address?: string;
  /** Absent: a visitor. */
  group?: Group;
}

/** What a run needs of the server. */
export interface RunServices {
  admission: Admission;
  sessions: SessionTable;
  engine(): Engine;
  /** The runs that have not ended, by their id. */
  runs: Map<string, ServerRun>;
  /** What the fresh ones gave that have ended. */
  finished: FinishedRuns;
  onEnd(summary: RunSummary): void;
  onError(error: unknown): void;
}

/** A run needs no more of the sessions than to get into its own. */
export type RunHost = Omit<RunServices, 'sessions'> & {
  sessions: Pick<SessionTable, 'state' | 'enter'>;
};

export interface RunSummary {
  requestId: string;
  runId: string;
  language: Language;
  /** The exit reason; `failed` where we failed; `left` where the client went away before the end. */
  reason: RunEnd;
  /** The program's own time; 0 where it did not start. */
  wallMs: number;
  /** From the request to the program's start. */
  waitMs: number;
  /** Of that, in the queue. */
  queueMs: number;
  /** From the program's start to its first output or result; absent where there was none. */
  firstOutputMs: number | undefined;
  outputBytes: number;
}

export type RunEnd = ExitReason | 'failed' | 'left';

function isOutput({ type }: RunEvent): boolean {
  return type === 'stdout' || type === 'stderr' || type === 'result';
}

function newRunId(): string {
  return randomBytes(16).toString('base64url');
}

const STOPPED_BEFORE_START: DoneEvent = {
  type: 'done',
  success: false,
  result: '',
  errorMessage: 'stopped before it started',
  exit: { reason: 'stopped' },
  executionTime: 0,
  executionCount: 0,
  usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 0 },
  truncated: false,
};

function withReason(event: RunEvent): RunEvent {
  if (event.type !== 'done' || event.exit.reason !== 'stopped') return event;
  const stopped = (event.errorMessage ?? 'Stopped').replace(/\.$/, '');
  return { ...event, errorMessage: `${stopped}. The server is shutting down.` };
}

/** The events can be read once; reading them makes the run go. */
export class ServerRun implements Program {
  readonly runId = newRunId();
  readonly sessionId: string | undefined;
  /** Settles when the run is over and has given everything back. */
  readonly finished: Promise<void>;
  readonly #order: RunOrder;
  readonly #services: RunHost;
  #isStopping = false;
  #isShutDown = false;
  #inputBytes = 0;
  /** What it was sent while it ran. */
  #typed = '';
  /** Of a fresh run: only such a one can be made again from what was sent with it. */
  #recorder: ReceiptRecorder | undefined;
  #ticket: Ticket | undefined;
  #place: Place | undefined;
  #oneOff: EngineSession | undefined;
  #run: Run | undefined;
  #finish!: () => void;

  constructor(order: RunOrder, services: RunHost) {
    this.#order = order;
    this.#services = services;
    this.sessionId = order.sessionId;
    this.finished = new Promise((resolve) => {
      this.#finish = resolve;
    });
  }

  /**
   * Sends text to the program. False where it reads no more. Throws too_large past the limit of a whole
   * run's input, which is kept for a program that does not read it.
   */
  write(text: string): boolean {
    const { stdinBytes } = this.#services.engine().limits;
    const bytes = this.#inputBytes + Buffer.byteLength(text);
    if (bytes > stdinBytes) {
      const limit = `${stdinBytes / 1024} KiB`;
      throw new AppError('too_large', `text: one run takes at most ${limit} of input.`, {
        field: 'text',
      });
    }
    const isTaken = this.#run?.write(text) ?? false;
    if (isTaken) {
      this.#inputBytes = bytes;
      this.#typed += text;
      this.#recorder?.typed(text);
    }
    return isTaken;
  }

  /** Ends the program's input. */
  end(): void {
    this.#run?.end();
    this.#recorder?.typedEnd();
  }

  /**
   * Ends the run, wherever it is: in the queue, before its program's start, or in its program. `shutdown`:
   * nobody asked for it, so its visitor is told why.
   */
  stop(why?: 'shutdown'): void {
    if (this.#isStopping) return;
    this.#isStopping = true;
    this.#isShutDown = why === 'shutdown';
    if (this.#run !== undefined) this.#run.stop();
    else if (this.#ticket !== undefined && this.#ticket.position > 0) this.#ticket.leave();
  }

  /** `done` last; throws an AppError where we could not run it. Leaving the loop early stops the run. */
  async *events(): AsyncGenerator<RunEvent, void> {
    const began = performance.now();
    let queueMs = 0;
    let waitMs = 0;
    let firstOutputMs: number | undefined;
    let done: DoneEvent | undefined;
    let hasFailed = false;
    try {
      this.#claim();
      yield* this.#turn();
      queueMs = performance.now() - began;
      const session = this.#isStopping ? undefined : await this.#session();
      waitMs = performance.now() - began;
      for await (const event of this.#program(session)) {
        const told = this.#isShutDown ? withReason(event) : event;
        if (told.type === 'done') done = told;
        else if (firstOutputMs === undefined && isOutput(told))
          firstOutputMs = performance.now() - began - waitMs;
        this.#record(told);
        yield told;
      }
    } catch (error) {
      hasFailed = true;
      throw error;
    } finally {
      if (this.#run === undefined) this.#giveBack();
      this.#services.onEnd({
        requestId: this.#order.requestId,
        runId: this.runId,
        language: this.#order.language,
        reason: done?.exit.reason ?? (hasFailed ? 'failed' : 'left'),
        wallMs: (done?.executionTime ?? 0) * 1000,
        waitMs,
        queueMs,
        firstOutputMs,
        outputBytes: done?.usage.outputBytes ?? 0,
      });
    }
  }

  #claim(): void {
    const { sessionId, page, owner, context, client, address, group } = this.#order;
    const { sessions, admission, runs } = this.#services;
    const place = pageSandbox(sessionId, page);
    if (context === 'continue' && place !== undefined && sessions.state(place) === 'busy') {
      throw new AppError(
        'conflict',
        'A program still runs in this session, and "continue" would have to share its variables with it. Stop it first.',
        { field: 'context' },
      );
    }
    this.#ticket = admission.enter(client, group, address);
    if (place !== undefined) {
      const ofSession =
        page === undefined || sessionId === undefined ? undefined : { session: sessionId };
      this.#place = sessions.enter(place, this, owner ?? ofSession, address);
    }
    runs.set(this.runId, this);
  }

  async *#turn(): AsyncGenerator<RunEvent, void> {
    const ticket = this.#ticket;
    while (ticket !== undefined && ticket.position > 0) {
      const { position } = ticket;
      yield { type: 'queued', position };
      await ticket.moved(position);
    }
  }

  async #session(): Promise<EngineSession> {
    const { language } = this.#order;
    if (this.#place !== undefined) return this.#place.session(language);
    this.#oneOff = await this.#services.engine().createSession(language);
    return this.#oneOff;
  }

  #program(session: EngineSession | undefined): AsyncIterable<RunEvent> | Iterable<RunEvent> {
    const { runId } = this;
    const { requestId, language, timeoutS, code, context, stdin, files, steps } = this.#order;
    if (session === undefined || this.#isStopping) {
      const engine = this.#services.engine().name;
      const start: RunEvent = { type: 'start', runId, requestId, language, engine, timeoutS };
      return [start, STOPPED_BEFORE_START];
    }
    const run = session.start({
      ...{ runId, requestId, language, timeoutS, code, context, stdin, files, steps },
      isLast: this.#oneOff !== undefined,
    });
    this.#run = run;
    // Who calls the gateway shares nothing here.
    const isVisitor = this.#order.group !== 'gateway';
    if (context === 'fresh' && isVisitor && steps === undefined)
      this.#recorder = new ReceiptRecorder();
    // Not when the events have been read: a client that reads slowly must not keep the place.
    void run.finished.then(() => this.#giveBack());
    return run;
  }

  #record(event: RunEvent): void {
    const recording = this.#recorder?.add(event);
    if (recording === undefined) return;
    const { engine, finished } = this.#services;
    const { stdin } = this.#order;
    finished.add(this.runId, {
      ...this.#order,
      ...(stdin === undefined ? { typed: this.#typed } : {}),
      recording: {
        ...recording,
        ranAtMs: Date.now(),
        engine: engine().name,
        sandbox: this.sessionId === undefined ? 'own' : 'session',
      },
    });
  }

  #giveBack(): void {
    this.#services.runs.delete(this.runId);
    this.#place?.leave();
    this.#finish();
    if (this.#oneOff === undefined) this.#ticket?.leave();
    else throwAway(this.#oneOff, this.#ticket, this.#services.onError);
  }
}
