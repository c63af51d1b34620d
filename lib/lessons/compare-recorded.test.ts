import { expect, it } from 'vitest';
import type { Receipt, ReceiptEvent } from '../agentbay/receipt';
import { changedBlocks } from './compare-recorded';

const gave = (...events: ReceiptEvent[]): Receipt => ({
  ranAtMs: 0,
  engine: 'local',
  languageVersion: '3',
  sandbox: 'own',
  events,
  end: {
    success: true,
    exit: { reason: 'exited', code: 0 },
    executionTime: 0.1,
    usage: { cpuTimeS: 0.1, peakMemoryBytes: 1, outputBytes: 3 },
    truncated: false,
  },
  truncated: false,
});
const text = (words: string) => gave({ type: 'stdout', text: `${words}\n` });
const picture = (png: string, name = '<Figure>') =>
  gave({ type: 'result', item: { text: name, png, isMainResult: false } });

it('blocks that give the same have not changed', () => {
  expect(changedBlocks({ b1: text('a') }, { b1: text('a') })).toEqual([]);
});

it('blocks that give something else, have come or gone, have', () => {
  expect(changedBlocks({ b1: text('a'), b2: text('b') }, { b1: text('x'), b3: text('c') })).toEqual(
    ['b1', 'b2', 'b3'],
  );
});

it('the same picture painted with other bytes is the same, another is not', () => {
  expect(changedBlocks({ b1: picture('AAAA') }, { b1: picture('BBBB') })).toEqual([]);
  expect(changedBlocks({ b1: picture('AAAA') }, { b1: picture('AAAA', '<Other>') })).toEqual([
    'b1',
  ]);
  expect(changedBlocks({ b1: picture('AAAA') }, { b1: gave() })).toEqual(['b1']);
});
