import { expect, test } from 'vitest';
import type { RunEvent } from '@/lib/agentbay/contract';
import { EventQueue } from './event-queue';

const out = (text: string): RunEvent => ({ type: 'stdout', text });
const err = (text: string): RunEvent => ({ type: 'stderr', text });

async function all(queue: EventQueue): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of queue) events.push(event);
  return events;
}

test('output that waits is joined, the order of the streams is kept', async () => {
  const queue = new EventQueue();
  for (const event of [out('a'), out('b'), err('c'), out('d'), out('e')]) queue.push(event);
  queue.end();
  expect(await all(queue)).toEqual([out('ab'), err('c'), out('de')]);
});

test('a flood is not one event', async () => {
  const queue = new EventQueue();
  const piece = 'x'.repeat(50_000);
  for (let n = 0; n < 20; n++) queue.push(out(piece));
  queue.end();
  const events = await all(queue);
  expect(events).toEqual(Array.from({ length: 10 }, () => out(piece + piece)));
});

test('a consumer that waits gets an event at once', async () => {
  const queue = new EventQueue();
  const next = queue.next();
  queue.push(out('a'));
  expect(await next).toEqual({ done: false, value: out('a') });
});

test('an error comes after the events before it, and once', async () => {
  const queue = new EventQueue();
  queue.push(out('a'));
  queue.end(new Error('ours'));
  expect((await queue.next()).value).toEqual(out('a'));
  await expect(queue.next()).rejects.toThrow('ours');
  expect((await queue.next()).done).toBe(true);
});

test('leaving early is told to the producer, leaving at the end is not', async () => {
  for (const [ends, told] of [
    [false, 1],
    [true, 0],
  ] as const) {
    const queue = new EventQueue();
    let count = 0;
    queue.onAbandon = () => count++;
    queue.push(out('a'));
    if (ends) queue.end();
    for await (const _ of queue) break;
    expect(count).toBe(told);
  }
});
