import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OFFLINE, ProblemError } from '@/lib/client/problem';
import type { ItemReport, RoomReport } from '../contract';
import { Reporter } from './reporter';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const item = (state: ItemReport['state'], tries = 1): ItemReport => ({
  item: 'b1',
  state,
  isRunning: false,
  tries,
});

function reporting(fail: (report: RoomReport) => ProblemError | undefined = () => undefined) {
  const sent: RoomReport[] = [];
  const reporter = new Reporter({
    async send(report) {
      const failure = fail(report);
      if (failure) throw failure;
      sent.push(report);
    },
  });
  return { reporter, sent };
}

describe('what a page tells its room', () => {
  it('goes out at once, and then at most each second with the latest', async () => {
    const { reporter, sent } = reporting();
    reporter.tellItem(item('error'));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual([{ items: [item('error')] }]);
    for (let tries = 2; tries <= 50; tries += 1) reporter.tellItem(item('error', tries));
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.slice(1)).toEqual([{ items: [item('error', 50)] }]);
  });

  it('is not told twice', async () => {
    const { reporter, sent } = reporting();
    reporter.tellItem(item('ok'));
    await vi.advanceTimersByTimeAsync(0);
    reporter.tellItem(item('ok'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
  });

  it('gathers what is typed', async () => {
    const { reporter, sent } = reporting();
    for (const text of ['p', 'pr', 'pri']) {
      reporter.tellCode({ item: 'b1', text });
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual([{ code: [{ item: 'b1', text: 'pri' }] }]);
  });

  it('is tried again until it gets through, with what has changed since', async () => {
    let isDown = true;
    const { reporter, sent } = reporting(() => (isDown ? new ProblemError(OFFLINE) : undefined));
    reporter.tellItem(item('error'));
    reporter.tellHand(true);
    reporter.tellCode({ item: 'b1', text: 'x' });
    await vi.advanceTimersByTimeAsync(10_000);
    reporter.tellItem(item('ok', 2));
    isDown = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(Object.assign({}, ...sent)).toEqual({
      items: [item('ok', 2)],
      code: [{ item: 'b1', text: 'x' }],
      hand: true,
    });
  });

  it('leaves out code that is too much, and tells the rest', async () => {
    const { reporter, sent } = reporting(({ code }) =>
      code ? new ProblemError({ ...OFFLINE, code: 'too_large' }) : undefined,
    );
    reporter.tellCode({ item: 'b1', text: 'x' });
    await vi.advanceTimersByTimeAsync(2000);
    reporter.tellItem(item('ok'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([{ items: [item('ok')] }]);
  });

  it('is told whole after a reconnection', async () => {
    const { reporter, sent } = reporting();
    reporter.tellItem(item('ok'));
    await vi.advanceTimersByTimeAsync(2000);
    reporter.tellAll();
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual([{ items: [item('ok')] }, { items: [item('ok')] }]);
  });
});
