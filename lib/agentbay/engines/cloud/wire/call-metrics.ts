/** How often each action was called, how it went and how long it took. */
import 'server-only';
import type { Action } from './request';

/** Of one action since the server's start. */
export interface ActionCount {
  action: Action | 'callTool';
  calls: number;
  /** Those without a good answer, by what went wrong. */
  failures: Record<string, number>;
  meanMs: number;
  longestMs: number;
}

export class CallMetrics {
  readonly #counts = new Map<string, ActionCount>();

  /** `failure`: what went wrong; undefined where nothing did. */
  add(action: ActionCount['action'], ms: number, failure: string | undefined): void {
    const count = this.#counts.get(action) ?? {
      ...{ action, calls: 0, failures: {}, meanMs: 0, longestMs: 0 },
    };
    count.calls += 1;
    count.meanMs += (ms - count.meanMs) / count.calls;
    count.longestMs = Math.max(count.longestMs, ms);
    if (failure !== undefined) count.failures[failure] = (count.failures[failure] ?? 0) + 1;
    this.#counts.set(action, count);
  }

  counts(): ActionCount[] {
    return [...this.#counts.values()].map((count) => ({
      ...count,
      failures: { ...count.failures },
      meanMs: Math.round(count.meanMs),
      longestMs: Math.round(count.longestMs),
    }));
  }
}
