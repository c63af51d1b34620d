import { describe, expect, it } from 'vitest';
import { readServerMessages, type ServerMessage } from './sse';

const bodyOf = (...chunks: (string | Uint8Array)[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
      }
      controller.close();
    },
  });

const messagesOf = async (...chunks: (string | Uint8Array)[]) => {
  const messages: ServerMessage[] = [];
  for await (const message of readServerMessages(bodyOf(...chunks))) messages.push(message);
  return messages;
};

describe('an event stream', () => {
  it('gives each message with its event name', async () => {
    expect(await messagesOf('event: start\ndata: {"a":1}\n\n', 'data: plain\n\n')).toEqual([
      { event: 'start', data: '{"a":1}' },
      { event: 'message', data: 'plain' },
    ]);
  });

  it('may be cut anywhere, also within a character', async () => {
    const bytes = new TextEncoder().encode(
      'event: stdout\r\ndata: grüße 🎉\r\n\r\ndata: two\r\n\r\n',
    );
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(await messagesOf(...pieces)).toEqual([
      { event: 'stdout', data: 'grüße 🎉' },
      { event: 'message', data: 'two' },
    ]);
  });

  it('joins data lines, and skips comments and fields that it does not need', async () => {
    expect(
      await messagesOf(
        ': keep-alive\n\nid: 7\nretry: 10\nevent:x\ndata:one\ndata: two\n\n: end\n\n',
      ),
    ).toEqual([{ event: 'x', data: 'one\ntwo' }]);
  });

  it('drops a message that its end cuts', async () => {
    expect(await messagesOf('data: whole\n\ndata: cut')).toEqual([
      { event: 'message', data: 'whole' },
    ]);
  });

  it('is cancelled when the reader leaves', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const { data } of readServerMessages(body)) {
      expect(data).toBe('1');
      break;
    }
    expect(cancelled).toBe(true);
  });
});
