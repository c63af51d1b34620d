/** @vitest-environment node */
import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerDirectly, type DirectRoute, directRouteOf } from './direct-route.mjs';

const open: { server: Server; agent: Agent }[] = [];

afterEach(() => {
  for (const { server, agent } of open.splice(0)) {
    agent.destroy();
    server.closeAllConnections();
    server.close();
  }
});

/** A server of that one route, asked over one connection. */
async function served(route: DirectRoute) {
  const server = createServer((asked, answer) => void answerDirectly(route, asked, answer));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  open.push({ server, agent });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return (body = '', headers: Record<string, string> = {}) => {
    const sent = request({ port, agent, method: 'POST', headers });
    sent.on('error', () => {});
    sent.end(body);
    return sent;
  };
}

async function answerTo(sent: ReturnType<typeof request>): Promise<IncomingMessage> {
  const [answer] = await once(sent, 'response');
  return answer;
}

async function bodyOf(asked: { body: object | null }): Promise<string> {
  return text(asked.body as AsyncIterable<Uint8Array>);
}

test('the route sees the request, and its answer is sent with its length', async () => {
  const ask = await served(async (asked) =>
    Response.json(
      { method: asked.method, kind: asked.headers.get('Content-Type'), body: await bodyOf(asked) },
      { status: 418, headers: { 'X-Own': 'yes' } },
    ),
  );
  const answer = await answerTo(ask('é', { 'content-type': 'text/x' }));
  const { 'x-own': own, 'content-length': length, 'content-encoding': coding } = answer.headers;
  const words = await text(answer);
  expect(JSON.parse(words)).toEqual({ method: 'POST', kind: 'text/x', body: 'é' });
  expect([answer.statusCode, own, Number(length), coding]).toEqual([
    418,
    'yes',
    Buffer.byteLength(words),
    undefined,
  ]);
});

describe('a long answer', () => {
  const long = 'x'.repeat(5000);

  test.each(['gzip', 'br, gzip;q=0.5', 'deflate, gzip, br'])(
    'is compressed for who takes %s',
    async (coding) => {
      const ask = await served(async () => new Response(long));
      const answer = await answerTo(ask('', { 'accept-encoding': coding }));
      expect(answer.headers['content-encoding']).toBe('gzip');
      const chunks = await answer.toArray();
      expect(gunzipSync(Buffer.concat(chunks)).toString()).toBe(long);
    },
  );

  test.each(['', 'br', 'gzip;q=0', 'gzip;q=0.0, br'])(
    'is sent as it is to who takes "%s"',
    async (coding) => {
      const ask = await served(async () => new Response(long));
      const answer = await answerTo(ask('', { 'accept-encoding': coding }));
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.headers.vary).toBe('Accept-Encoding');
      expect(await text(answer)).toBe(long);
    },
  );
});

test('what was not read of a body does not hold back the next request', async () => {
  const ask = await served(async ({ body, headers }) => {
    if (headers.get('x-first') === null) return new Response('second');
    for await (const _ of body as AsyncIterable<Uint8Array>) break;
    return new Response('first', { status: 413 });
  });
  const first = await answerTo(ask('x'.repeat(4_000_000), { 'x-first': 'yes' }));
  expect([first.statusCode, await text(first)]).toEqual([413, 'first']);
  expect(await text(await answerTo(ask()))).toBe('second');
});

test('the events of a stream are sent as they come', async () => {
  const pieces = Promise.withResolvers<ReadableStreamDefaultController<Uint8Array>>();
  const body = new ReadableStream<Uint8Array>({ start: pieces.resolve });
  const headers = { 'Content-Type': 'text/event-stream; charset=utf-8' };
  const ask = await served(async () => new Response(body, { headers }));
  const sent = ask();
  const controller = await pieces.promise;
  controller.enqueue(Buffer.from('one'));
  const answer = await answerTo(sent);
  expect(String((await once(answer, 'data'))[0])).toBe('one');
  controller.enqueue(Buffer.from('two'));
  expect(String((await once(answer, 'data'))[0])).toBe('two');
  controller.close();
});

test('a client that goes away ends the stream and tells the route', async () => {
  const gone = Promise.withResolvers<void>();
  const told = Promise.withResolvers<void>();
  const ask = await served(async ({ signal }) => {
    signal.addEventListener('abort', () => told.resolve());
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      cancel: () => gone.resolve(),
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  });
  const sent = ask();
  await once(await answerTo(sent), 'data');
  sent.destroy();
  await Promise.all([gone.promise, told.promise]);
});

test('a client that goes before the answer has the stream ended too', async () => {
  const gone = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const ask = await served(async ({ signal }) => {
    asked.resolve();
    await once(signal, 'abort');
    return new Response(new ReadableStream({ cancel: () => gone.resolve() }));
  });
  const sent = ask();
  await asked.promise;
  sent.destroy();
  await gone.promise;
});

test('a route that fails breaks the connection off, and the operator sees why', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValueOnce();
  const ask = await served(() => Promise.reject(new Error('no')));
  const [error] = await once(ask(), 'error');
  expect(error.code).toBe('ECONNRESET');
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message: 'no' }));
  said.mockRestore();
});

test('only what is known by method and whole path has a route here', () => {
  const key = Symbol.for('runbay.directRoutes');
  const route = async () => new Response();
  Reflect.set(globalThis, key, { 'POST /api/run': route });
  try {
    expect(directRouteOf({ method: 'POST', url: '/api/run' })).toBe(route);
    for (const url of ['/api/run?x', '/api/run/', '/api/runs', 'toString', '/'])
      expect(directRouteOf({ method: 'POST', url }), url).toBeUndefined();
    expect(directRouteOf({ method: 'GET', url: '/api/run' })).toBeUndefined();
  } finally {
    Reflect.deleteProperty(globalThis, key);
  }
  expect(directRouteOf({ method: 'POST', url: '/api/run' })).toBeUndefined();
});
