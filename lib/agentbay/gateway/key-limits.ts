/** How much one key may run: so often a minute, so many at a time. */
import 'server-only';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { countLimit } from '@/lib/metrics/measures';
import { Refusal } from './refusal';

const MINUTE_S = 60;

interface Limits {
  /** 0: no limit. */
  runsPerMinute: number;
  /** Calls that wait for their turn count. */
  concurrentRuns: number;
}

export class KeyLimits {
  readonly #limits: Limits;
  readonly #perMinute: RateLimiterMemory;
  readonly #running = new Map<number, number>();

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#perMinute = new RateLimiterMemory({ points: limits.runsPerMinute, duration: MINUTE_S });
  }

  /** Counts a run, or a new session, which costs about as much. Throws Throttling.User. */
  async count(owner: number): Promise<void> {
    const { runsPerMinute } = this.#limits;
    if (runsPerMinute === 0) return;
    try {
      await this.#perMinute.consume(owner);
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      countLimit('gateway_rate');
      // By the clock, which may be set back; a timer lets go after a minute.
      const leftS = Math.min(MINUTE_S, (refusal as RateLimiterRes).msBeforeNext / 1000);
      const retryAfterS = Math.max(1, Math.ceil(leftS));
      throw new Refusal(
        'Throttling.User',
        `This key may make ${runsPerMinute} runs and sessions a minute; the next is possible in ${retryAfterS} s.`,
        { retryAfterS },
      );
    }
  }

  /** A place for one run, until the function it gives is called. Throws Throttling.User. */
  enter(owner: number): () => void {
    const { concurrentRuns } = this.#limits;
    const running = this.#running.get(owner) ?? 0;
    if (running >= concurrentRuns) {
      countLimit('gateway_concurrent');
      throw new Refusal(
        'Throttling.User',
        `This key may have ${concurrentRuns} runs at a time, and has them.`,
        { retryAfterS: 1 },
      );
    }
    this.#running.set(owner, running + 1);
    return () => this.#running.set(owner, (this.#running.get(owner) ?? 1) - 1);
  }
}
