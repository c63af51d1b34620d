import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { observe, requestIdOf } from './observe.mjs';

const HOOK = Symbol.for('runbay.onAnswer');
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  Reflect.deleteProperty(globalThis, HOOK);
});

async function listen(handle: (request: IncomingMessage) => Promise<[number, string]>) {
  const told: Record<string, unknown>[] = [];
  const waiting: (() => void)[] = [];
  Reflect.set(globalThis, HOOK, (answer: Record<string, unknown>) => {
    told.push(answer);
    for (const wake of waiting.splice(0)) wake();
  });
  const started = createServer(async (request, response) => {
    request.headers['x-runbay-address'] = '203.0.113.7';
    observe(request, response, { trustedProxies: 0, routeOf: () => '/s/[id]' });
    const [status, text] = await handle(request);
    response.writeHead(status).end(text);
  }).listen(0, '127.0.0.1');
  server = started;
  await once(started, 'listening');
  const { port } = started.address() as AddressInfo;
  const answered = async () => {
    if (told.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    return told[0];
  };
  return { port, answered };
}

test('an answer is told once it is over, with the id that its client was given', async () => {
  let seen: unknown;
  const { port, answered } = await listen(async ({ headers }) => {
    seen = headers['x-runbay-request-id'];
    return [404, 'nothing'];
  });
  const answer = await fetch(`http://127.0.0.1:${port}/s/secret?x=secret`, {
    headers: { 'X-Runbay-Request-Id': 'forged-by-the-client', 'X-Request-Id': 'forged-too-12' },
  });
  await answer.text();
  const requestId = answer.headers.get('x-request-id');
  expect(requestId).toMatch(/^[\da-f-]{36}$/);
  expect(seen).toBe(requestId);
  const told = await answered();
  expect(told).toEqual({
    requestId,
    method: 'GET',
    route: '/s/[id]',
    status: 404,
    ms: expect.any(Number),
    bytes: expect.any(Number),
    address: '203.0.113.7',
    isWhole: true,
  });
  expect(told?.bytes).toBeGreaterThan('nothing'.length);
});

test('an answer that its client did not wait for is told as such', async () => {
  const asked = Promise.withResolvers<void>();
  const { port, answered } = await listen(() => {
    asked.resolve();
    return new Promise(() => {});
  });
  const socket = connect(port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await asked.promise;
  socket.destroy();
  expect(await answered()).toMatchObject({ isWhole: false });
});

test("a request's id is a trusted proxy's, if it looks like one", () => {
  const given = '4bf92f3577b34da6a3ce929d0e0e4736';
  const own = /^[\da-f]{8}-/;
  expect(requestIdOf(given, 1)).toBe(given);
  expect(requestIdOf(given, 0)).toMatch(own);
  for (const odd of [undefined, '', 'short', 'two words here', 'x'.repeat(129), '{"level":60}aa']) {
    expect(requestIdOf(odd, 1)).toMatch(own);
  }
});
