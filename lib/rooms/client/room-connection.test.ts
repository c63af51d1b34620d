import { afterEach, describe, expect, it, vi } from 'vitest';
import { localProblem, OFFLINE, ProblemError } from '@/lib/client/problem';
import { connectRoom, type Link, type RoomConnection } from './room-connection';

const ROOM = { code: 'BCDFGH', key: 'k' };
let connection: RoomConnection | undefined;
afterEach(() => connection?.close());

type Answer = string | ProblemError | 'never';

/** Answers one after the other, the last one again and again. */
function connected(answers: Answer[], options: { silenceMs?: number } = {}) {
  const links: Link[] = [];
  const events: [string, unknown][] = [];
  let asked = 0;
  const open = async (_: unknown, signal: AbortSignal) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? 'never';
    asked += 1;
    if (answer instanceof ProblemError) throw answer;
    return new ReadableStream<Uint8Array>({
      start(controller) {
        signal.addEventListener('abort', () => controller.error(new Error('aborted')));
        if (answer === 'never') return;
        controller.enqueue(new TextEncoder().encode(answer));
        controller.close();
      },
    });
  };
  connection = connectRoom(ROOM, {
    onLink: (link) => links.push(link),
    onEvent: (name, data) => events.push([name, data]),
    open,
    random: () => 0.5,
    firstWaitMs: 1,
    ...options,
  });
  return { links, events, asked: () => asked };
}

const HELLO = 'event: hello\ndata: {"n":1}\n\n';

describe('the stream of a room', () => {
  it('is opened again when it breaks, and each time begins with hello', async () => {
    const { links, events } = connected([HELLO, new ProblemError(OFFLINE), HELLO, 'never']);
    await vi.waitFor(() => expect(events).toHaveLength(2));
    expect(events).toEqual([
      ['hello', { n: 1 }],
      ['hello', { n: 1 }],
    ]);
    await vi.waitFor(() =>
      expect(links.slice(0, 5)).toEqual(['connecting', 'open', 'lost', 'lost', 'open']),
    );
  });

  it.each([
    ['event: ended\ndata: {}\n\n', 'over'],
    ['event: removed\ndata: {}\n\n', 'out'],
    ['event: replaced\ndata: {}\n\n', 'replaced'],
    [new ProblemError(localProblem('http_error')), undefined],
  ] as [Answer, Link | undefined][])('after %j it is %s', async (answer, link) => {
    const { links, asked } = connected([answer]);
    if (link === undefined) {
      await vi.waitFor(() => expect(asked()).toBeGreaterThan(2));
      return;
    }
    await vi.waitFor(() => expect(links).toEqual(['connecting', link]));
    expect(asked()).toBe(1);
  });

  it.each([
    ['room_over', 'over'],
    ['not_in_room', 'out'],
  ])('a refusal %s is the end of it', async (code, link) => {
    const refusal = new ProblemError({ ...OFFLINE, code });
    const { links } = connected([refusal]);
    await vi.waitFor(() => expect(links).toEqual(['connecting', link]));
  });

  it('one that says nothing for long is given up', async () => {
    const { asked } = connected(['never'], { silenceMs: 5 });
    await vi.waitFor(() => expect(asked()).toBeGreaterThan(2));
  });
});
