/** What a student has told so far, and what a report changes in it. */
import type { ItemProgress, ItemReport, ItemState, RoomReport } from './contract';
import { ITEMS_LIMIT } from './contract';

export interface StudentState {
  items: ItemProgress[];
  handAtMs?: number;
  /** The item that was worked on last. */
  at?: string;
  activeAtMs: number;
  /** Since when every try has failed, and nothing else has got done. */
  failingSinceMs?: number;
  codeVersion: number;
}

export function newState(nowMs: number): StudentState {
  return { items: [], activeAtMs: nowMs, codeVersion: 0 };
}

const isDone = (state: ItemState | undefined) => state === 'ok' || state === 'passed';
const isFailure = (state: ItemState) => state === 'error' || state === 'failed';

/**
 * `codeOf`: the items whose text is another one now. What a page tells once more after a reconnection
 * changes nothing.
 */
export function applyReport(
  before: StudentState,
  { items = [], hand }: Pick<RoomReport, 'items' | 'hand'>,
  codeOf: readonly string[],
  nowMs: number,
): StudentState {
  const known = new Map(before.items.map((item) => [item.item, item]));
  const after: StudentState = { ...before };
  const touch = (item: string) => {
    after.at = item;
    after.activeAtMs = nowMs;
  };
  for (const item of codeOf) touch(item);
  let [hasDone, hasFailed] = [false, false];
  if (codeOf.length > 0) after.codeVersion += 1;
  for (const report of items) {
    const old = known.get(report.item);
    if (old === undefined && known.size >= ITEMS_LIMIT) continue;
    const isNews =
      old === undefined ? report.state !== 'open' || report.isRunning : differs(old, report);
    const isNewState = old?.state !== report.state;
    known.set(report.item, {
      ...report,
      changedAtMs: old !== undefined && !isNewState ? old.changedAtMs : nowMs,
    });
    if (!isNews) continue;
    touch(report.item);
    if (report.isRunning) continue;
    const isNewTry = isNewState || old?.isRunning || report.tries > (old?.tries ?? 0);
    if (isDone(report.state) && !isDone(old?.state)) hasDone = true;
    else if (isFailure(report.state) && isNewTry) hasFailed = true;
  }
  if (hasDone) after.failingSinceMs = undefined;
  if (hasFailed) after.failingSinceMs ??= nowMs;
  after.items = [...known.values()];
  if (hand !== undefined) after.handAtMs = hand ? (before.handAtMs ?? nowMs) : undefined;
  return after;
}

function differs(old: ItemProgress, report: ItemReport): boolean {
  return (
    old.state !== report.state ||
    old.isRunning !== report.isRunning ||
    old.tries !== report.tries ||
    old.error?.name !== report.error?.name ||
    old.error?.message !== report.error?.message ||
    old.error?.line !== report.error?.line
  );
}
