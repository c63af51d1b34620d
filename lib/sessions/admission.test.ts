import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Admission } from './admission';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const limits = { concurrentRuns: 2, queueLength: 5, queueWaitS: 15 };

describe('admission', () => {
  test('as many run at once as may, the next waits, and starts when one leaves', async () => {
    const admission = new Admission(limits);
    const first = admission.enter('a');
    const second = admission.enter('a');
    const third = admission.enter('a');
    expect([first.position, second.position, third.position]).toEqual([0, 0, 1]);
    const moved = third.moved(1);
    first.leave();
    await moved;
    expect(third.position).toBe(0);
  });

  test('a ticket gives its place back once, however often it leaves', () => {
    const admission = new Admission({ ...limits, concurrentRuns: 1 });
    const first = admission.enter('a');
    const second = admission.enter('a');
    const third = admission.enter('a');
    first.leave();
    first.leave();
    expect([second.position, third.position]).toEqual([0, 1]);
    third.leave();
  });

  test('clients take turns, however many runs one of them has waiting', () => {
    const admission = new Admission({ ...limits, concurrentRuns: 1 });
    const running = admission.enter('a');
    const a1 = admission.enter('a');
    const a2 = admission.enter('a');
    const a3 = admission.enter('a');
    const b1 = admission.enter('b');
    const b2 = admission.enter('b');
    const positions = () => [a1, a2, a3, b1, b2].map(({ position }) => position);
    expect(positions()).toEqual([1, 3, 5, 2, 4]);
    running.leave();
    expect(positions()).toEqual([0, 2, 4, 1, 3]);
    a1.leave();
    expect(positions()).toEqual([0, 1, 3, 0, 2]);
    for (const ticket of [b1, a2, b2, a3]) ticket.leave();
  });

  test('who waits hears of each new position, also of one that came while nobody listened', async () => {
    const admission = new Admission({ ...limits, concurrentRuns: 1 });
    const running = admission.enter('a');
    const other = admission.enter('b');
    const ticket = admission.enter('a');
    expect(ticket.position).toBe(2);
    other.leave();
    await ticket.moved(2);
    expect(ticket.position).toBe(1);
    running.leave();
    await ticket.moved(1);
    expect(ticket.position).toBe(0);
  });

  test.each([
    [60, 15],
    [5, 5],
  ])('a full queue, of %d s at most, refuses with a time to come again: %d s', (queueWaitS, s) => {
    const admission = new Admission({ concurrentRuns: 1, queueLength: 0, queueWaitS });
    admission.enter('a');
    expect(() => admission.enter('b')).toThrow(
      expect.objectContaining({ code: 'engine_unavailable', retryAfterS: s }),
    );
  });

  test('a call of the gateway, which is told no place, waits 15 s at most', async () => {
    const admission = new Admission({ ...limits, concurrentRuns: 1, queueWaitS: 60 });
    const running = admission.enter('a');
    const call = admission.enter('key', 'gateway');
    const visit = admission.enter('b');
    const refused = expect(call.moved(1)).rejects.toThrow('Waited 15 s');
    vi.advanceTimersByTime(15_000);
    await refused;
    running.leave();
    expect(visit.position).toBe(0);
    visit.leave();
  });

  test('who has waited too long is refused, and the others move up', async () => {
    const admission = new Admission({ ...limits, concurrentRuns: 1 });
    admission.enter('a');
    const early = admission.enter('b');
    const refused = expect(early.moved(1)).rejects.toMatchObject({ code: 'engine_unavailable' });
    vi.advanceTimersByTime(10_000);
    const late = admission.enter('c');
    expect(late.position).toBe(2);
    vi.advanceTimersByTime(5_000);
    await refused;
    expect(late.position).toBe(1);
    late.leave();
  });

  test('a closed server admits nobody, and sends away who waits', async () => {
    const admission = new Admission({ ...limits, concurrentRuns: 1 });
    const [first, second] = [admission.enter('a'), admission.enter('b')];
    const refused = expect(second.moved(1)).rejects.toMatchObject({
      code: 'engine_unavailable',
      message: 'The server is shutting down.',
      retryAfterS: 5,
    });
    admission.close();
    await refused;
    expect(first.position).toBe(0);
    expect(() => admission.enter('a')).toThrow('shutting down');
  });
});

describe('admission of many addresses', () => {
  const shared = { ...limits, concurrentRuns: 3, concurrentPerAddress: 2 };

  test('one address leaves places to the others, however many sessions it has', () => {
    const admission = new Admission(shared);
    const greedy = ['a', 'b', 'c', 'd'].map((id) => admission.enter(id, 'visitors', '10.0.0.1'));
    expect(greedy.map(({ position }) => position)).toEqual([0, 0, 1, 2]);
    const other = admission.enter('e', 'visitors', '10.0.0.2');
    expect(other.position).toBe(0);
    other.leave();
    expect(greedy.map(({ position }) => position)).toEqual([0, 0, 1, 2]);
    greedy[0]?.leave();
    expect(greedy.map(({ position }) => position)).toEqual([0, 0, 0, 1]);
    for (const ticket of greedy) ticket.leave();
  });

  test('addresses take turns, however many sessions one of them has', () => {
    const admission = new Admission({ ...limits, concurrentRuns: 1, queueLength: 20 });
    const running = admission.enter('first', 'visitors', '10.0.0.1');
    const greedy = ['a', 'b', 'c'].flatMap((id) =>
      [1, 2].map(() => admission.enter(id, 'visitors', '10.0.0.1')),
    );
    const other = admission.enter('e', 'visitors', '10.0.0.2');
    const positions = () => greedy.map(({ position }) => position);
    // a, e, b, c, and then their seconds.
    expect([...positions(), other.position]).toEqual([1, 5, 3, 6, 4, 7, 2]);
    running.leave();
    expect([...positions(), other.position]).toEqual([0, 4, 2, 5, 3, 6, 1]);
    for (const ticket of [...greedy, other]) ticket.leave();
  });

  test('without a setting an eighth of the places is for other addresses', () => {
    const admission = new Admission({ ...limits, concurrentRuns: 8, queueLength: 20 });
    const greedy = Array.from({ length: 9 }, (_, n) =>
      admission.enter(`session ${n}`, 'visitors', '10.0.0.1'),
    );
    expect(greedy.map(({ position }) => position)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 2]);
    const other = admission.enter('e', 'visitors', '10.0.0.2');
    expect(other.position).toBe(0);
    for (const ticket of [...greedy, other]) ticket.leave();
  });

  test('a full queue makes room for an address that has less of it', async () => {
    const admission = new Admission({ ...limits, concurrentRuns: 1, queueLength: 3 });
    const running = admission.enter('first', 'visitors', '10.0.0.1');
    const greedy = ['a', 'b', 'c'].map((id) => admission.enter(id, 'visitors', '10.0.0.1'));
    const refused = expect(greedy[2]?.moved(3)).rejects.toMatchObject({
      code: 'engine_unavailable',
      retryAfterS: 15,
    });
    const other = admission.enter('e', 'visitors', '10.0.0.2');
    await refused;
    expect([...greedy, other].map(({ position }) => position)).toEqual([1, 3, 0, 2]);
    expect(() => admission.enter('d', 'visitors', '10.0.0.1')).toThrow(/all this server takes/);
    for (const ticket of [running, ...greedy, other]) ticket.leave();
  });

  test('who has no address of their own has no share to use up', () => {
    const admission = new Admission(shared);
    const tickets = ['a', 'b', 'c'].map((id) => admission.enter(id));
    expect(tickets.map(({ position }) => position)).toEqual([0, 0, 0]);
    for (const ticket of tickets) ticket.leave();
  });
});

describe('admission of two groups', () => {
  const shared = { ...limits, concurrentRuns: 4, queueLength: 4, reserved: 1 / 4 };

  test('neither takes the place that is left to the other, however much it asks for', () => {
    const admission = new Admission(shared);
    const calls = Array.from({ length: 5 }, () => admission.enter('key', 'gateway'));
    expect(calls.map(({ position }) => position)).toEqual([0, 0, 0, 1, 2]);
    const visit = admission.enter('a');
    expect(visit.position).toBe(0);
    const waiting = admission.enter('b');
    expect(waiting.position).toBe(1);
    // A place of the gateway's is free: its next call has it, and no other.
    calls[0]?.leave();
    expect(calls.map(({ position }) => position)).toEqual([0, 0, 0, 0, 1]);
    expect(waiting.position).toBe(1);
    visit.leave();
    expect(waiting.position).toBe(0);
    for (const ticket of [...calls, waiting]) ticket.leave();
  });

  test('visitors leave one to the gateway too', () => {
    const admission = new Admission(shared);
    const visits = Array.from({ length: 4 }, (_, n) => admission.enter(`visitor ${n}`));
    expect(visits.map(({ position }) => position)).toEqual([0, 0, 0, 1]);
    const call = admission.enter('key', 'gateway');
    expect(call.position).toBe(0);
    for (const ticket of [...visits, call]) ticket.leave();
  });

  test('nor do they fill the queue for each other', () => {
    const admission = new Admission(shared);
    const calls = Array.from({ length: 6 }, () => admission.enter('key', 'gateway'));
    expect(() => admission.enter('key', 'gateway')).toThrow(/3 programs run and 3 wait/);
    const visits = [admission.enter('a'), admission.enter('a')];
    expect(visits.map(({ position }) => position)).toEqual([0, 1]);
    for (const ticket of [...calls, ...visits]) ticket.leave();
  });

  test('a single place is for whoever comes first', () => {
    const admission = new Admission({ ...shared, concurrentRuns: 1 });
    const call = admission.enter('key', 'gateway');
    const visit = admission.enter('a');
    expect([call.position, visit.position]).toEqual([0, 1]);
    call.leave();
    expect(visit.position).toBe(0);
    visit.leave();
  });
});
