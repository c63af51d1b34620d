/** For tests only: a server in memory, whose programs do what the test says. */
import type { DoneEvent, RichItem, RunEvent } from '@/lib/agentbay/contract';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { Gateway, type GatewayHost, type GatewayOptions } from '@/lib/agentbay/gateway/gateway';
import type { HostedOrder, HostedRun } from '@/lib/agentbay/gateway/run-code';

export const KEY = 'key-of-the-first-client';
export const OTHER_KEY = 'key-of-another-client';

/** What a program gives before its end. */
export interface Script {
  events?: RunEvent[];
  done?: Partial<DoneEvent>;
  /** The program runs until it is stopped. */
  isEndless?: boolean;
  fails?: Error;
}

export class HostDouble implements GatewayHost {
  readonly sessions: (EngineSession & { alive: boolean })[] = [];
  readonly orders: HostedOrder[] = [];
  readonly errors: unknown[] = [];
  readonly stopped: string[] = [];
  script: Script = {};
  /** Set it to let the creation of sessions wait, or fail. */
  gate: Promise<void> = Promise.resolve();
  /** Set it to let the end of sessions wait. */
  disposal: Promise<void> = Promise.resolve();

  async createSession(): Promise<EngineSession> {
    await this.gate;
    const session = {
      id: `engine-${this.sessions.length}`,
      alive: true,
      dispose: async () => {
        session.alive = false;
        await this.disposal;
      },
    } as EngineSession & { alive: boolean };
    this.sessions.push(session);
    return session;
  }

  run(order: HostedOrder): HostedRun {
    this.orders.push(order);
    const { script, stopped } = this;
    const { requestId, language, timeoutS } = order;
    const start: RunEvent = {
      ...{ type: 'start', runId: 'run', requestId, language, engine: 'local', timeoutS },
    };
    const over = Promise.withResolvers<void>();
    const stop = Promise.withResolvers<void>();
    return {
      finished: over.promise,
      stop: () => {
        stopped.push(order.code);
        stop.resolve();
      },
      async *events() {
        try {
          yield start;
          yield* script.events ?? [];
          if (script.isEndless) await stop.promise;
          if (script.fails) throw script.fails;
          yield { ...DONE, ...(script.isEndless ? STOPPED : {}), ...script.done };
        } finally {
          over.resolve();
        }
      },
    };
  }

  onError(error: unknown): void {
    this.errors.push(error);
  }
}

const DONE: DoneEvent = {
  type: 'done',
  success: true,
  result: '',
  exit: { reason: 'exited', code: 0 },
  executionTime: 0.01,
  executionCount: 1,
  usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 0 },
  truncated: false,
};

const STOPPED: Partial<DoneEvent> = {
  success: false,
  errorMessage: 'stopped',
  exit: { reason: 'stopped' },
};

/** A program's events that show `item`. */
export function showing(item: RichItem): RunEvent {
  return { type: 'result', item };
}

/** A gateway of two keys, and a way to call it. */
export function gatewayDouble(options: Partial<GatewayOptions> = {}) {
  const host = new HostDouble();
  const gateway = new Gateway(
    {
      keys: [KEY, OTHER_KEY],
      sessionsPerKey: 5,
      sessionIdleS: 600,
      runsPerMinute: 0,
      concurrentRuns: 4,
      maxTimeoutS: 60,
      ...options,
    },
    host,
  );
  const call = (
    action: string | null,
    form: Record<string, string> = {},
    { query = {}, key = KEY, signal = new AbortController().signal, usedMs = 0 }: CallOptions = {},
  ) =>
    gateway.answer({
      requestId: 'request-1',
      action,
      query: new URLSearchParams(query),
      form: new URLSearchParams({ Authorization: `Bearer ${key}`, ...form }),
      signal,
      cameAtMs: performance.now() - usedMs,
    });
  const create = async (form: Record<string, string> = {}, options: CallOptions = {}) => {
    const { body } = await call('CreateMcpSession', { ImageId: 'code_latest', ...form }, options);
    return (body.Data as { SessionId: string }).SessionId;
  };
  const runCode = (SessionId: string, args: object, options: CallOptions = {}) =>
    call(
      'CallMcpTool',
      {
        SessionId,
        Name: 'run_code',
        Args: JSON.stringify(args),
        AutoGenSession: 'false',
        Server: '',
      },
      options,
    );
  return { host, gateway, call, create, runCode };
}

interface CallOptions {
  query?: Record<string, string>;
  key?: string;
  signal?: AbortSignal;
  /** How much of its time the request has used before it is understood. */
  usedMs?: number;
}
