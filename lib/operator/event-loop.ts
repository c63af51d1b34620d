/** How late this process is to do what it has to: a timer's delay beyond its time. */
import 'server-only';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { remember } from '@/lib/remember';

const TIMER_MS = 50;
const ROUND_MS = 30_000;

export interface EventLoopDelay {
  p50S: number;
  p99S: number;
  maxS: number;
}

class EventLoopWatch {
  readonly #histogram = monitorEventLoopDelay({ resolution: TIMER_MS });
  #last: EventLoopDelay | undefined;

  constructor() {
    this.#histogram.enable();
    setInterval(() => {
      this.#last = this.#read();
      this.#histogram.reset();
    }, ROUND_MS).unref();
  }

  /** Of the last half a minute that is whole; at the beginning of what there is of it. */
  get delay(): EventLoopDelay {
    return this.#last ?? this.#read();
  }

  #read(): EventLoopDelay {
    const late = (ns: number) => Math.max(0, ns / 1e9 - TIMER_MS / 1000) || 0;
    const { max } = this.#histogram;
    return {
      p50S: late(this.#histogram.percentile(50)),
      p99S: late(this.#histogram.percentile(99)),
      maxS: late(max),
    };
  }
}

export function eventLoopDelay(): EventLoopDelay {
  return remember('eventLoopWatch', () => new EventLoopWatch()).delay;
}
