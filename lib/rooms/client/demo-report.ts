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

  /** What the change of a block comes to; undefined where it comes to nothing. Of an exercise its check counts, not that it runs. */
  block(item: string, { phase, error }: Pick<Block, 'phase' | 'error'>): ItemReport | undefined {
    const before = this.#before(item);
    const isRunning = phase === 'running' || phase === 'asking';
    const result = RESULTS[phase];
    if (isRunning === before.isRunning && (result === undefined || !before.isRunning)) {
      return undefined;
    }
    const isExercise = item.startsWith(ACTIVITY_PREFIX);
    const state = isExercise ? afterRun(before.state, result) : (result ?? before.state);
    const isNewTry = isRunning && !before.isRunning && !isExercise;
    const shown = result === undefined ? before.error : error;
    return this.#keep({
      item,
      state,
      isRunning,
      tries: before.tries + (isNewTry ? 1 : 0),
      ...(state === 'error' && shown !== undefined ? { error: shown } : {}),
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

/** An exercise that was passed stays so; a run without an error is not yet a solution. */
function afterRun(before: ItemReport['state'], result: ItemReport['state'] | undefined) {
  if (before === 'passed' || result === undefined || result === 'stopped') return before;
  if (result === 'error') return result;
  return before === 'error' ? 'open' : before;
}
