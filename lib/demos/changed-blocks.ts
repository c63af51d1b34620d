/** Which blocks of an open document its reader has changed, and where changes that were kept belong now. */
import type { DemoState } from './demo-store';
import type { KeptBlock } from './kept-answers';

type Blocks = Pick<DemoState, 'blocks' | 'givenCode'>;

export function changedBlocks({ blocks, givenCode }: Blocks): KeptBlock[] {
  return Object.entries(blocks).flatMap(([id, { code }]) => {
    const given = givenCode(id);
    return given === undefined || given === code ? [] : [{ id, given, code }];
  });
}

/**
 * By the ids that the blocks have now: another one above may have moved them. A change to what its author
 * has changed since belongs nowhere.
 */
export function placedBlocks(
  kept: readonly KeptBlock[],
  { blocks, givenCode }: Blocks,
): Map<string, string> {
  const placed = new Map<string, string>();
  for (const { id, given, code } of kept) {
    const ids = [id, ...Object.keys(blocks)];
    const place = ids.find((one) => givenCode(one) === given && !placed.has(one));
    if (place !== undefined) placed.set(place, code);
  }
  return placed;
}
