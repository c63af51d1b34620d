import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBroadcast } from './broadcast';
import { LIVE_PAUSE_MS, type TeacherLive } from './teacher-live';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const live = (code: string): TeacherLive => ({
  block: 'b1',
  language: 'python',
  code,
  phase: 'idle',
  output: '',
});

function start(send = vi.fn(async (_: TeacherLive | undefined) => {})) {
  const onArrival = vi.fn();
  const codes = () => send.mock.calls.map(([sent]) => sent?.code);
  return { send, onArrival, codes, broadcast: createBroadcast({ send, onArrival }) };
}

describe('the broadcast', () => {
  test('sends at once, then no oftener than each pause, and then the latest', async () => {
    const { broadcast, codes } = start();
    for (const code of ['a', 'ab', 'abc']) broadcast.show(live(code));
    await vi.advanceTimersByTimeAsync(LIVE_PAUSE_MS - 1);
    expect(codes()).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(2 * LIVE_PAUSE_MS);
    expect(codes()).toEqual(['a', 'abc']);
  });

  test('sends nothing twice', async () => {
    const { broadcast, codes } = start();
    broadcast.show(live('a'));
    await vi.advanceTimersByTimeAsync(10 * LIVE_PAUSE_MS);
    broadcast.show(live('a'));
    await vi.advanceTimersByTimeAsync(10 * LIVE_PAUSE_MS);
    expect(codes()).toEqual(['a']);
  });

  test('a lost connection is told once, and what is shown then arrives later', async () => {
    let isLost = true;
    const { broadcast, onArrival, codes } = start(
      vi.fn(async () => {
        if (isLost) throw new Error('lost');
      }),
    );
    broadcast.show(live('a'));
    broadcast.show(live('b'));
    await vi.advanceTimersByTimeAsync(7000);
    expect(onArrival.mock.calls).toEqual([[false]]);
    isLost = false;
    await vi.advanceTimersByTimeAsync(3000);
    expect(onArrival.mock.calls).toEqual([[false], [true]]);
    expect(codes().at(-1)).toBe('b');
  });

  test('its end takes away what was shown, and nothing comes after it', async () => {
    const { broadcast, codes } = start();
    broadcast.show(live('a'));
    await vi.advanceTimersByTimeAsync(LIVE_PAUSE_MS);
    broadcast.end();
    broadcast.show(live('b'));
    await vi.advanceTimersByTimeAsync(10 * LIVE_PAUSE_MS);
    expect(codes()).toEqual(['a', undefined]);
  });

  test('one that has shown nothing takes nothing away', () => {
    const { broadcast, send } = start();
    broadcast.end();
    expect(send).not.toHaveBeenCalled();
  });
});
