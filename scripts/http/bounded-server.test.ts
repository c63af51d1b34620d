import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { boundedServer, SERVER_LIMITS } from './bounded-server.mjs';

let servers: Server[] = [];
let sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
  servers = [];
  sockets = [];
});

/** No limit is hit that a test does not name, however busy the machine is. */
const PATIENT = { ...SERVER_LIMITS, checkMs: 20 };
const answerAtOnce: RequestListener = (_request, response) => {
  response.end('answered');
};

async function serve(
  limits: Partial<typeof SERVER_LIMITS>,
  answer = answerAtOnce,
  trustedProxies = 0,
) {
  const server = boundedServer(answer, { limits: { ...PATIENT, ...limits }, trustedProxies });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  return { server, port: (server.address() as AddressInfo).port };
}

async function call(port: number, text = ''): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

const GET = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';
const POST = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf';

test('a client that says nothing, or is slow with its headers, is let go', async () => {
  const { port } = await serve({ headersTimeoutMs: 50 });
  const answers = ['', 'GET', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '].map(async (begin) =>
    text(await call(port, begin)),
  );
  for (const answer of await Promise.all(answers)) {
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/^Content-Security-Policy: default-src 'none'/m);
  }
});

test('a client that is slow with its body is let go', async () => {
  const { port } = await serve({ headersTimeoutMs: 50, requestTimeoutMs: 50 }, (request) => {
    request.resume();
  });
  expect(await text(await call(port, POST))).toMatch(/^HTTP\/1\.1 408 /);
});

test('a client that takes nothing of its answer is let go; a silent answer is waited for', async () => {
  const many = Buffer.alloc(32 * 1024 * 1024);
  let end: (() => void) | undefined;
  const { server, port } = await serve({ slowReaderMs: 50 }, ({ url }, response) => {
    if (url === '/large') response.end(many);
    else {
      response.write('first');
      end = () => response.end('last');
    }
  });
  const silent = await call(port, GET.replace('GET /', 'GET /silent'));
  await once(silent, 'data');
  const connection = once(server, 'connection');
  const greedy = await call(port, GET.replace('GET /', 'GET /large'));
  greedy.pause();
  const [seen]: Socket[] = await connection;
  await once(seen as Socket, 'close');
  greedy.resume();
  await once(greedy, 'close');
  expect(greedy.bytesRead).toBeLessThan(many.length);
  const more = once(silent, 'data');
  end?.();
  expect(String(await more)).toContain('last');
});

test('one address has so many connections and no more', async () => {
  const { port } = await serve({ connectionsPerAddress: 2 });
  const [first] = await Promise.all([call(port), call(port)]);
  expect(await answerOf(port)).toBe('');
  first?.destroy();
  await expect.poll(() => answerOf(port)).toContain('answered');
});

test('behind a proxy the connections are the proxy’s', async () => {
  const { port } = await serve({ connectionsPerAddress: 1 }, answerAtOnce, 1);
  await call(port);
  expect(await answerOf(port)).toContain('answered');
});

test('connections without a request give way when it gets crowded', async () => {
  const { port } = await serve({ connections: 4 });
  const idle = await Promise.all([call(port, GET), call(port, GET), call(port, GET)]);
  await Promise.all(idle.map((socket) => once(socket, 'data')));
  const ends = idle.map((socket) => once(socket, 'close'));
  expect(await answerOf(port)).toContain('answered');
  await Promise.all(ends);
});

test('in a crowd an answer says that its connection ends with it', async () => {
  const { port } = await serve({ connections: 8 });
  const heads = [];
  for (let n = 0; n < 7; n += 1) {
    const socket = await call(port, GET);
    heads.push(String(await once(socket, 'data')));
  }
  expect(heads.map((head) => /^Connection: close\r$/m.test(head))).toEqual([
    ...Array(6).fill(false),
    true,
  ]);
});

test.each([
  ['headers that are too long', `GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['no HTTP', 'hello\r\n\r\n', 400],
  ['an unknown method', 'FOO / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
  [
    'two lengths',
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    400,
  ],
  [
    'a length and pieces',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    400,
  ],
])('%s is refused with the headers of every answer', async (_name, request, status) => {
  const { port } = await serve({});
  const answer = await text(await call(port, request));
  expect(answer.split(' ')[1]).toBe(String(status));
  expect(answer).toMatch(/^X-Content-Type-Options: nosniff\r$/m);
  expect(answer).toMatch(/^Connection: close\r$/m);
});

/** To a client that closes after it; empty where it was sent away. */
async function answerOf(port: number): Promise<string> {
  const socket = await call(port, GET.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
  return text(socket).catch(() => '');
}
