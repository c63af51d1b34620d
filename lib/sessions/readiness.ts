/** Whether a program can be run now: found out by running one, at most one at a time and seldom. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { collectRun } from '@/lib/agentbay/collect';
import type { Engine, EngineStatus } from '@/lib/agentbay/engines/engine';
import { AppError, isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { measures } from '@/lib/metrics/measures';
import { remember } from '@/lib/remember';
import { services } from './services';

/** So long what was found out counts, however many ask. */
const KNOWN_FOR_MS = 5000;
/** So long whoever asks waits; the probe may go on, and no other begins before its end. */
const PROBE_LIMIT_MS = 10_000;

interface Host {
  admission: { readonly isClosed: boolean };
  engine(): Engine;
}

interface Times {
  knownForMs?: number;
  probeLimitMs?: number;
  now?: () => number;
}

export class Readiness {
  readonly #host: () => Host;
  readonly #times: Required<Times>;
  /** The one under way. */
  #probe: Promise<Error | undefined> | undefined;
  #known: { failure: Error | undefined; atMs: number } | undefined;

  constructor(
    host: () => Host,
    {
      knownForMs = KNOWN_FOR_MS,
      probeLimitMs = PROBE_LIMIT_MS,
      now = () => performance.now(),
    }: Times = {},
  ) {
    this.#host = host;
    this.#times = { knownForMs, probeLimitMs, now };
  }

  /** The engine's status, where a program ran a moment ago. Throws engine_unavailable, with the reason in words. */
  async check(): Promise<EngineStatus> {
    const { admission, engine } = this.#host();
    if (admission.isClosed) {
      throw new AppError('engine_unavailable', 'The server is shutting down.', { retryAfterS: 5 });
    }
    const failure = await this.#failure();
    if (failure === undefined) return engine().status();
    const words = isAppError(failure) ? failure.message : 'The log has the reason.';
    throw new AppError(
      'engine_unavailable',
      `The ${engine().name} engine cannot run a program now. ${words}`,
      { retryAfterS: 5, cause: failure },
    );
  }

  async #failure(): Promise<Error | undefined> {
    const { knownForMs, probeLimitMs, now } = this.#times;
    const age = this.#known === undefined ? undefined : now() - this.#known.atMs;
    // A clock that was set back makes nothing young.
    if (age !== undefined && age >= 0 && age < knownForMs) return this.#known?.failure;
    this.#probe ??= this.#run().finally(() => {
      this.#probe = undefined;
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Error>((resolve) => {
      const words = `A program of one line has not ended within ${probeLimitMs / 1000} s: this machine has too much to do, or sandboxes do not start.`;
      const error = new AppError('engine_unavailable', words);
      timer = setTimeout(() => resolve(error), probeLimitMs);
    });
    return Promise.race([this.#probe, late]).finally(() => clearTimeout(timer));
  }

  async #run(): Promise<Error | undefined> {
    const engine = this.#host().engine();
    let failure: Error | undefined;
    try {
      await (engine.probe?.() ?? runOne(engine));
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      log().error({ err: failure }, 'not ready');
    }
    measures().probes.add([failure === undefined ? 'ready' : 'failed']);
    this.#known = { failure, atMs: this.#times.now() };
    return failure;
  }
}

export function checkReadiness(): Promise<EngineStatus> {
  return remember('readiness', () => new Readiness(services)).check();
}

async function runOne(engine: Engine): Promise<void> {
  const session = await engine.createSession('python');
  try {
    const run = session.start({
      runId: randomUUID(),
      requestId: randomUUID(),
      code: 'print("ready")',
      language: 'python',
      timeoutS: 5,
      context: 'fresh',
      stdin: '',
    });
    const { success, errorMessage = '' } = await collectRun(run);
    if (success) return;
    throw new AppError('engine_failed', `A program of one line failed: ${errorMessage}`);
  } finally {
    await session.dispose();
  }
}
