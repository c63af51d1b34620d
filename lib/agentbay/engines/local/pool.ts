/**
 * Sandboxes that are started before they are needed. Each is given to one session, serves nobody else, and
 * is replaced in the background. In half of them (rounded up) a kernel of those languages waits whose
 * `host.json` says so: JavaScript's.
 */
import 'server-only';
import type { Language } from '@/lib/agentbay/languages';
import { Sandbox, type SandboxPlan } from './sandbox';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

interface Waiting {
  sandbox: Sandbox;
  warm: boolean;
}

export class SandboxPool {
  readonly #plan: SandboxPlan;
  readonly #size: number;
  /** Languages that have a spare kernel in each sandbox, and those that have one in half of the pool. */
  readonly #always: ReadonlySet<Language>;
  readonly #warmed: ReadonlySet<Language>;
  #waiting: Waiting[] = [];
  #starting = { warm: 0, plain: 0 };
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
    return { ready, starting: this.#starting.warm + this.#starting.plain, size: this.#size };
  }

  /** Begins to fill; settles when the first sandboxes are there or have failed. */
  async fill(): Promise<void> {
    this.#refill();
    await Promise.all(this.#startsUnderWay);
  }

  /** A sandbox for a session whose first program is in `language`. Throws engine_failed where none starts. */
  async take(language: Language | undefined): Promise<Sandbox> {
    const wantsWarm = language !== undefined && this.#warmed.has(language);
    this.#waiting = this.#waiting.filter(({ sandbox }) => sandbox.alive);
    const index = this.#waiting.findIndex(({ warm }) => warm === wantsWarm);
    const [found] = this.#waiting.splice(Math.max(index, 0), 1);
    // Not now: the program that is about to start should have the processor first.
    setImmediate(() => this.#refill());
    const sandbox = found?.sandbox ?? (await Sandbox.start(this.#plan));
    if (language !== undefined && !this.#always.has(language))
      sandbox.send({ t: 'warm', language });
    if (found?.warm && !wantsWarm) this.#sendAll(sandbox, 'cool');
    return sandbox;
  }

  /** To each kernel that half of the pool has; languages that share one have one. */
  #sendAll(sandbox: Sandbox, t: 'warm' | 'cool'): void {
    const families = this.#plan.programs.filter((one) => one.spare === 'pool');
    for (const language of new Set(families.map(({ family }) => family))) {
      sandbox.send({ t, language });
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retryTimer);
    await Promise.all(this.#startsUnderWay);
    await Promise.all(this.#waiting.map(({ sandbox }) => sandbox.dispose()));
    this.#waiting = [];
  }

  killAllSync(): void {
    this.#closed = true;
    for (const { sandbox } of this.#waiting) sandbox.killSync();
  }

  #refill(): void {
    if (this.#closed || this.#retryTimer !== undefined) return;
    const wantedWarm = Math.ceil(this.#size / 2);
    const warm = this.#waiting.filter((entry) => entry.warm).length + this.#starting.warm;
    const plain = this.#waiting.length + this.#starting.plain + this.#starting.warm - warm;
    for (let n = warm; n < wantedWarm; n++) this.#start(true);
    for (let n = plain; n < this.#size - wantedWarm; n++) this.#start(false);
  }

  #start(warm: boolean): void {
    const kind = warm ? 'warm' : 'plain';
    this.#starting[kind]++;
    const start = this.#startOne(warm).finally(() => {
      this.#starting[kind]--;
      this.#startsUnderWay.delete(start);
    });
    this.#startsUnderWay.add(start);
  }

  async #startOne(warm: boolean): Promise<void> {
    try {
      const sandbox = await Sandbox.start(this.#plan);
      if (warm) this.#sendAll(sandbox, 'warm');
      if (this.#closed) await sandbox.dispose();
      else this.#waiting.push({ sandbox, warm });
      this.#retryMs = FIRST_RETRY_MS;
    } catch {
      // Whoever needs a sandbox meanwhile starts one and sees why it fails.
      this.#retryTimer ??= setTimeout(() => {
        this.#retryTimer = undefined;
        this.#refill();
      }, this.#retryMs).unref();
      this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
    }
  }
}
