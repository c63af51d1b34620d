import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../agentbay/contract';
import { paced } from './paced';

async function* streamOf(...events: RunEvent[]) {
  yield* events;
}

describe('events that are paced', () => {
  it('are the same, long output in parts that are not cut within a character', async () => {
    const long = `${'x'.repeat(32 * 1024 - 1)}😀${'y'.repeat(70_000)}`;
    const texts: string[] = [];
    for await (const event of paced(
      streamOf({ type: 'stdout', text: 'a' }, { type: 'stderr', text: long }),
    )) {
      if (event.type === 'stdout' || event.type === 'stderr') texts.push(event.text);
    }
    expect(texts.join('')).toBe(`a${long}`);
    expect(texts.map((text) => text.isWellFormed())).toEqual(texts.map(() => true));
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(32 * 1024 + 1);
  });

  it('leave the browser a turn when handling them takes long', async () => {
    let nowMs = 0;
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    const text = 'x'.repeat(4 * 32 * 1024);
    for await (const _ of paced(streamOf({ type: 'stdout', text }), () => nowMs, pause)) {
      nowMs += 7;
    }
    expect(pauses).toBe(2);
  });
});
