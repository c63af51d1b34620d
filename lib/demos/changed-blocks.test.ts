import { expect, it } from 'vitest';
import { changedBlocks, placedBlocks } from './changed-blocks';

const page = (given: Record<string, string>, written: Record<string, string> = {}) => ({
  blocks: Object.fromEntries(
    Object.entries(given).map(([id, code]) => [
      id,
      { code: written[id] ?? code, phase: 'idle' as const, isWithheld: false },
    ]),
  ),
  givenCode: (id: string) => given[id],
});
const placed = (kept: Parameters<typeof placedBlocks>[0], given: Record<string, string>) =>
  Object.fromEntries(placedBlocks(kept, page(given)));

it('what was put back is no change', () => {
  expect(changedBlocks(page({ b1: 'one', b2: 'two' }, { b2: 'mine' }))).toEqual([
    { id: 'b2', given: 'two', code: 'mine' },
  ]);
});

it('a change comes back to its block, also where another one has come in above it', () => {
  const kept = [{ id: 'b1', given: 'one', code: 'mine' }];
  expect(placed(kept, { b1: 'one', b2: 'two' })).toEqual({ b1: 'mine' });
  expect(placed(kept, { b1: 'new', b2: 'one' })).toEqual({ b2: 'mine' });
});

it('a change to what its author has changed since is dropped', () => {
  expect(placed([{ id: 'b1', given: 'one', code: 'mine' }], { b1: 'new' })).toEqual({});
});

it('of two blocks that are alike each keeps its own', () => {
  const kept = [
    { id: 'b1', given: 'x', code: 'first' },
    { id: 'b2', given: 'x', code: 'second' },
  ];
  expect(placed(kept, { b1: 'x', b2: 'x' })).toEqual({ b1: 'first', b2: 'second' });
});
