import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunEvent } from '@/lib/agentbay/contract';
import { eventStream } from './event-stream';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const queued: RunEvent = { type: 'queued', position: 1 };
const out = (text: string): RunEvent => ({ type: 'stdout', text });
const err = (text: string): RunEvent => ({ type: 'stderr', text });

async function* list(...events: RunEvent[]): AsyncGenerator<RunEvent> {
  yield* events;
}

function open(events: AsyncIterable<RunEvent>, onGone = () => {}) {
  const toProblem = (error: unknown) => ({
    type: '/problems/internal',
    title: 'T',
    status: 500,
    detail: String(error),
    code: 'internal',
    requestId: 'r1',
  });
  return eventStream(queued, events, { toProblem, onGone });
}

async function read(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    chunks.push(Buffer.from(chunk).toString());
  }
  return chunks;
}

const breathe = () => new Promise((resolve) => setImmediate(resolve));

describe('an event stream', () => {
  test('writes each event under its name, as one line of JSON', async () => {
    const chunks = await read(open(list(out('a\nb'), err('c'))));
    expect(chunks.join('')).toBe(
      'event: queued\ndata: {"type":"queued","position":1}\n\n' +
        'event: stdout\ndata: {"type":"stdout","text":"a\\nb"}\n\n' +
        'event: stderr\ndata: {"type":"stderr","text":"c"}\n\n',
    );
  });

  test('joins output of one stream that waits together, and keeps the order of the streams', async () => {
    const chunks = await read(open(list(out('1'), out('2'), err('3'), err('4'), out('5'))));
    const texts = chunks.join('').match(/"text":"\d+"/g);
    expect(texts).toEqual(['"text":"12"', '"text":"34"', '"text":"5"']);
  });

  test('sends what there is at once, without waiting for the next event', async () => {
    const stream = open(
      (async function* () {
        yield out('now');
        await new Promise(() => {});
      })(),
    );
    const reader = stream.getReader();
    const { value } = await reader.read();
    expect(Buffer.from(value ?? []).toString()).toContain('now');
    await reader.cancel();
  });

  test('ends with a problem event where the run throws', async () => {
    const stream = open(
      (async function* (): AsyncGenerator<RunEvent> {
        yield out('x');
        throw new Error('broken');
      })(),
    );
    const last = (await read(stream)).join('').split('\n\n').at(-2) ?? '';
    expect(last).toMatch(/^event: problem\ndata: \{"type":"\/problems\/internal",/);
    expect(last).toContain('broken');
  });

  test('takes no more from the run than a client reads, and loses nothing', async () => {
    const count = 1000;
    const text = '#'.repeat(1000);
    let taken = 0;
    const stream = open(
      (async function* () {
        for (; taken < count; taken += 1) yield out(text);
      })(),
    );
    await breathe();
    await breathe();
    const early = taken;
    expect(early).toBeLessThan(400);
    await breathe();
    expect(taken).toBe(early);
    const all = (await read(stream)).join('');
    expect(all.match(/#/g)?.length).toBe(count * 1000);
    expect(all.match(/event: /g)?.length).toBeLessThan(count / 10);
  });

  test('a client that goes away ends the run and the timers', async () => {
    const onGone = vi.fn();
    let isEnded = false;
    const stream = open(
      (async function* () {
        try {
          for (;;) {
            yield out('x');
            await breathe();
          }
        } finally {
          isEnded = true;
        }
      })(),
      onGone,
    );
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    expect(onGone).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(isEnded).toBe(true));
  });

  test('is kept alive by a comment every 5 s', async () => {
    const stream = open(
      (async function* (): AsyncGenerator<RunEvent> {
        await new Promise(() => {});
      })(),
    );
    const reader = stream.getReader();
    await reader.read();
    const next = reader.read();
    vi.advanceTimersByTime(5000);
    expect(Buffer.from((await next).value ?? []).toString()).toBe(': keep-alive\n\n');
    await reader.cancel();
  });
});
