import { describe, expect, test } from 'vitest';
import { layOut } from './layout';
import type { StepState } from './states';
import type { Box, StepFrame } from './trace';

const main = (...variables: StepFrame['variables']): StepFrame => ({
  name: '',
  kind: 'main',
  file: 'main.py',
  variables,
});
const list = (...items: Box['items'] & object): Box => ({ kind: 'list', type: 'list', items });

function stateOf(frame: StepFrame, boxes: Record<number, Box>): StepState {
  const entries = Object.entries(boxes).map(([id, box]): [number, Box] => [Number(id), box]);
  return { frames: [{ id: 1, line: 1, frame }], boxes: new Map(entries) };
}

const draw = (state: StepState, before?: StepState) =>
  layOut(state, { title: () => 'Main', before });

describe('the drawing', () => {
  test('has one box for an object, and an arrow for each name of it', () => {
    const { nodes, arrows } = draw(
      stateOf(main(['a', 1], ['b', 1], ['n', '3']), { 1: list('1', '2') }),
    );
    expect(nodes.map(({ id }) => id)).toEqual(['f1', 'b1']);
    expect(arrows.map(({ from, to }) => [from, to])).toEqual([
      ['f1', 'b1'],
      ['f1', 'b1'],
    ]);
  });

  test('leaves out what nothing leads to, and ends where objects lead to each other', () => {
    const boxes = { 1: list(2), 2: list(1), 3: list('9') };
    const { nodes, arrows } = draw(stateOf(main(['a', 1]), boxes));
    expect(nodes.map(({ id }) => id)).toEqual(['f1', 'b1', 'b2']);
    expect(arrows).toHaveLength(3);
  });

  test('lets no two boxes overlap', () => {
    const boxes = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        at + 1,
        list(...(at < 29 && at % 3 === 0 ? [at + 2] : []), 'x'.repeat(at)),
      ]),
    );
    const variables = Array.from({ length: 30 }, (_, at): [string, number] => [`v${at}`, at + 1]);
    const { nodes } = draw(stateOf(main(...variables), boxes));
    for (const [at, a] of nodes.entries())
      for (const b of nodes.slice(at + 1)) {
        const isApart =
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y;
        expect(isApart, `${a.id} and ${b.id}`).toBe(true);
      }
  });

  test('marks what a step has changed', () => {
    const before = stateOf(main(['a', 1], ['n', '1']), { 1: list('1', '2') });
    const now = stateOf(main(['a', 1], ['n', '2']), { 1: list('1', '5') });
    const { nodes } = draw(now, before);
    expect(nodes[0]?.rows.map(({ isChanged }) => isChanged)).toEqual([false, true]);
    expect(nodes[1]?.cells.map(({ isChanged }) => isChanged)).toEqual([false, true]);
    expect(draw(now).nodes[0]?.rows.some(({ isChanged }) => isChanged)).toBe(false);
  });

  test('says how many items are not here', () => {
    const { nodes } = draw(stateOf(main(['a', 1]), { 1: { ...list('1', '2'), size: 1000 } }));
    expect(nodes[1]?.more).toBe(998);
  });
});
