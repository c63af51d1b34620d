import { describe, expect, it } from 'vitest';
import { type Listener, type WireEvent, wireEvent } from '@/lib/rooms/listener';
import { roomStream, Waiting } from './room-stream';

const message = (data: unknown, slot?: string): WireEvent =>
  wireEvent('message', { from: 'teacher', to: 'everybody', kind: 'x', data, atMs: 1 }, slot);
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

async function opened() {
  let listener: Listener | undefined;
  let hasLeft = false;
  const stream = await roomStream(async (given) => {
    listener = given;
    return () => {
      hasLeft = true;
    };
  });
  return { stream, listener: listener as Listener, hasLeft: () => hasLeft };
}

describe('the stream of a room', () => {
  it('gives what is told as server-sent events, and ends with the last one', async () => {
    const { stream, listener } = await opened();
    listener.send(message(1));
    listener.close(wireEvent('ended', {}));
    listener.send(message(2));
    const text = await new Response(stream).text();
    expect(text).toMatch(/^event: message\ndata: .*"data":1.*\n\nevent: ended\ndata: \{\}\n\n$/);
  });

  it('leaves the room when its reader goes', async () => {
    const { stream, listener, hasLeft } = await opened();
    expect(listener.isReady).toBe(true);
    await stream.cancel();
    expect(hasLeft()).toBe(true);
    expect(listener.isReady).toBe(false);
  });

  it('does not begin where the room cannot be entered', async () => {
    const refused = roomStream(async () => {
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
  });

  it('lets a slow reader have the latest of what is kept, in few bytes', async () => {
    const { stream, listener } = await opened();
    const large = 'x'.repeat(60_000);
    for (let at = 0; at < 500; at += 1) listener.send(message(`${at} ${large}`, 'follow'));
    expect(listener.isReady).toBe(false);
    listener.close();
    const reader = stream.getReader();
    const seen: string[] = [];
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      seen.push(/"data":"(\d+)/.exec(textOf(value))?.[1] ?? '');
    }
    expect(seen.length).toBeLessThan(5);
  });
});

describe('what waits', () => {
  it('is in order, a later event in the slot of an earlier one', () => {
    const waiting = new Waiting();
    waiting.add(message('a', 'one'));
    waiting.add(message('b'));
    waiting.add(message('c', 'one'));
    expect(textOf(waiting.take())).toContain('"b"');
    expect(textOf(waiting.take())).toContain('"c"');
    expect(waiting.take()).toBeUndefined();
  });

  it('stays small, and the newest stays', () => {
    const waiting = new Waiting();
    for (let at = 0; at < 100; at += 1) waiting.add(message(`${at} ${'x'.repeat(60_000)}`));
    const rest: string[] = [];
    for (let next = waiting.take(); next; next = waiting.take()) rest.push(textOf(next));
    expect(rest.length).toBeLessThan(20);
    expect(rest.at(-1)).toContain('"99 ');
  });
});
