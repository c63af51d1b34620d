/**
 * Sandboxes that are started before they are needed. Each is given to one session, serves nobody else, and
 * is replaced in the background. Some of them are warm: a kernel of those languages waits in them whose
 * `host.json` says so, JavaScript's. Who takes a warm one leaves a warm one; a pool at rest has half of
 * them warm (rounded up).
 */
import 'server-only';
import { availableParallelism } from 'node:os';
import type { Language } from '@/lib/agentbay/languages';
import { AppError } from '@/lib/errors';
import { Sandbox, type SandboxPlan } from './sandbox';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** Without a sandbox taken for so long the pool rests. */
const REST_AFTER_MS = 500;
/** A start is work for the processor but for a fifth of it, so more at once only hold each other up. */
const STARTS_AT_ONCE = 2 * availableParallelism();

interface Waiting {
  sandbox: Sandbox;
  warm: boolean;
}

/** Somebody who found the pool empty. */
interface Taker {
  resolve(sandbox: Sandbox): void;
  reject(error: unknown): void;
}

export class SandboxPool {
  readonly #plan: SandboxPlan;
  readonly #size: number;
  /** Languages that have a spare kernel in each sandbox, and those that have one in warm ones. */
  readonly #always: ReadonlySet<Language>;
  readonly #warmed: ReadonlySet<Language>;
  #waiting: Waiting[] = [];
  readonly #takers: Taker[] = [];
  /** How many of those that start are to be warm. */
  #warmOwed = 0;
  #restTimer: NodeJS.Timeout | undefined;
  #retryMs = FIRST_RETRY_MS;
  #retryTimer: NodeJS.Timeout | undefined;
  #closed = false;
  readonly #startsUnderWay = new Set<Promise<void>>();

  constructor(plan: SandboxPlan, size: number) {
    this.#plan = plan;
    this.#size = size;
    const withSpare = (spare: 'always' | 'pool') =>
      new Set(plan.programs.filter((one) => one.spare === spare).map(({ language }) => language));
    this.#always = withSpare('always');
    this.#warmed = withSpare('pool');
  }

  /** For the operator. */
  get load(): { ready: number; starting: number; size: number } {
    const ready = this.#waiting.filter(({ sandbox }) => sandbox.alive).length;
    return { ready, starting: this.#startsUnderWay.size, size: this.#size };
  }

  /** Begins to fill; settles when the sandboxes are there or the first have failed. */
  async fill(): Promise<void> {
    this.#warmOwed = this.#half;
    this.#refill();
    while (this.#startsUnderWay.size > 0) await Promise.all(this.#startsUnderWay);
  }

  /** A sandbox for a session whose first program is in `language`. Throws engine_failed where none starts. */
  async take(language: Language | undefined): Promise<Sandbox> {
    const wantsWarm = language !== undefined && this.#warmed.has(language);
    const found = this.#find(wantsWarm);
    if (wantsWarm) this.#warmOwed = Math.min(this.#warmOwed + 1, this.#half);
    // Not now: the program that is about to start should have the processor first.
    setImmediate(() => this.#refill());
    this.#restLater();
    const sandbox = found?.sandbox ?? (await this.#nextStarted());
    if (language !== undefined && !this.#always.has(language))
      sandbox.send({ t: 'warm', language });
    if (found?.warm && !wantsWarm) this.#sendAll(sandbox, 'cool');
    return sandbox;
  }

  #find(wantsWarm: boolean): Waiting | undefined {
    this.#waiting = this.#waiting.filter(({ sandbox }) => sandbox.alive);
    const index = this.#waiting.findIndex(({ warm }) => warm === wantsWarm);
    const [found] = this.#waiting.splice(Math.max(index, 0), 1);
    return found;
  }

  #nextStarted(): Promise<Sandbox> {
    if (this.#closed) throw stopping();
    return new Promise((resolve, reject) => {
      this.#takers.push({ resolve, reject });
    });
  }

  get #half(): number {
    return Math.ceil(this.#size / 2);
  }

  #restLater(): void {
    this.#restTimer ??= setTimeout(() => this.#rest(), REST_AFTER_MS).unref();
    this.#restTimer.refresh();
  }

  #rest(): void {
    let missing = this.#half - this.#waiting.filter(({ warm }) => warm).length - this.#warmOwed;
    for (const entry of this.#waiting) {
      if (entry.warm || missing <= 0) continue;
      this.#warm(entry);
      missing--;
    }
    this.#warmOwed += Math.max(0, Math.min(missing, this.#startsUnderWay.size));
  }

  #warm(entry: Waiting): void {
    entry.warm = true;
    this.#sendAll(entry.sandbox, 'warm');
  }

  /** To each kernel that a warm sandbox has; languages that share one have one. */
  #sendAll(sandbox: Sandbox, t: 'warm' | 'cool'): void {
    const families = this.#plan.programs.filter((one) => one.spare === 'pool');
    for (const language of new Set(families.map(({ family }) => family))) {
      sandbox.send({ t, language });
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#restTimer);
    for (const taker of this.#takers.splice(0)) taker.reject(stopping());
    await Promise.all(this.#startsUnderWay);
    await Promise.all(this.#waiting.map(({ sandbox }) => sandbox.dispose()));
    this.#waiting = [];
  }

  killAllSync(): void {
    this.#closed = true;
    for (const { sandbox } of this.#waiting) sandbox.killSync();
  }

  #refill(): void {
    if (this.#closed) return;
    // While none can be started only those are tried that somebody waits for, who then sees why it fails.
    const size = this.#retryTimer === undefined ? this.#size : 0;
    const wanted = size - this.#waiting.length + this.#takers.length;
    while (this.#startsUnderWay.size < Math.min(wanted, STARTS_AT_ONCE)) this.#start();
  }

  #start(): void {
    const start = this.#startOne().finally(() => {
      this.#startsUnderWay.delete(start);
      this.#refill();
    });
    this.#startsUnderWay.add(start);
  }

  async #startOne(): Promise<void> {
    try {
      const sandbox = await Sandbox.start(this.#plan);
      this.#retryMs = FIRST_RETRY_MS;
      if (this.#closed) await sandbox.dispose();
      else this.#place(sandbox);
    } catch (error) {
      this.#takers.shift()?.reject(error);
      this.#retryTimer ??= setTimeout(() => {
        this.#retryTimer = undefined;
        this.#refill();
      }, this.#retryMs).unref();
      this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
    }
  }

  #place(sandbox: Sandbox): void {
    const taker = this.#takers.shift();
    if (taker !== undefined) {
      taker.resolve(sandbox);
      return;
    }
    const entry = { sandbox, warm: false };
    this.#waiting.push(entry);
    if (this.#warmOwed === 0) return;
    this.#warmOwed--;
    this.#warm(entry);
  }
}

function stopping(): AppError {
  return new AppError('engine_unavailable', 'The server is stopping.');
}
