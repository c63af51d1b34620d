/** Whether the blocks of a lesson still give what was recorded of them. */
import type { Receipt } from '../agentbay/receipt';
import type { RecordedBlocks } from '../demos/recorded';
import { compareRuns, type Difference } from '../share/compare-runs';

/** Another version of a library paints the same picture with other bytes. */
function isRepainted(difference: Difference): boolean {
  if (difference.part !== 'result') return false;
  const { recorded, now } = difference;
  return recorded?.png !== undefined && now?.png !== undefined && recorded.text === now.text;
}

/** Times and what else changes with each run does not count, nor how a picture is painted. */
export function isSameRun(recorded: Receipt, now: Receipt): boolean {
  const { verdict, differences } = compareRuns(recorded, now);
  return verdict !== 'different' || (differences.length > 0 && differences.every(isRepainted));
}

/** The ids of blocks that gave something else, or were recorded on one side only. */
export function changedBlocks(recorded: RecordedBlocks, now: RecordedBlocks): string[] {
  const ids = new Set([...Object.keys(recorded), ...Object.keys(now)]);
  return [...ids].filter((id) => {
    const [before, after] = [recorded[id], now[id]];
    return before === undefined || after === undefined || !isSameRun(before, after);
  });
}
