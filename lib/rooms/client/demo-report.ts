/** How the blocks and exercises of an open demo stand, as a room is told. */
import type { DemoState } from '@/lib/demos/demo-store';
import { ACTIVITY_PREFIX, type ItemProgress, type ItemReport } from '../contract';

type Block = DemoState['blocks'][string];

const RESULTS: Partial<Record<Block['phase'], ItemReport['state']>> = {
  done: 'ok',
  failed: 'error',
  stopped: 'stopped',
};

/** Follows a demo and counts its tries, on from those that the room knows already. */
export class DemoReport {
  readonly #known: Map<string, ItemReport>;

  constructor(known: readonly ItemProgress[]) {
    this.#known = new Map(known.map(({ changedAtMs: _, ...report }) => [report.item, report]));
  }

  /** What the change of a block comes to; undefined where it comes to nothing. */
  block(item: string, { phase, error }: Pick<Block, 'phase' | 'error'>): ItemReport | undefined {
    const before = this.#before(item);
    const isRunning = phase === 'running' || phase === 'asking';
    const state = RESULTS[phase];
    if (isRunning === before.isRunning && (state === undefined || !before.isRunning)) {
      return undefined;
    }
    return this.#keep({
      item,
      state: state ?? before.state,
      isRunning,
      tries: isRunning && !before.isRunning ? before.tries + 1 : before.tries,
      ...(state === 'error' && error !== undefined ? { error } : {}),
      ...(state === undefined && before.error !== undefined ? { error: before.error } : {}),
    });
  }

  activity(name: string, { state, tries }: DemoState['activities'][string]): ItemReport {
    const item = ACTIVITY_PREFIX + name;
    return this.#keep({ item, state, isRunning: false, tries });
  }

  #before(item: string): ItemReport {
    return this.#known.get(item) ?? { item, state: 'open', isRunning: false, tries: 0 };
  }

  #keep(report: ItemReport): ItemReport {
    this.#known.set(report.item, report);
    return report;
  }
}
