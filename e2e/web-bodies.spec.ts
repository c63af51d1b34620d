/** Bodies that do not end: whatever they are sent to, it answers before it has read more than it may keep. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { ApiClient } from './api-client';
import { makeThings, routePaths } from './every-route';

/** The largest that is taken, a file of 16 MiB, and what lies in buffers on the way. */
const MOST_BYTES = 32 * 1024 * 1024;

/** The status of the answer to a body that goes on until it comes. */
async function statusOfEndless(url: string, head: string): Promise<number> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  let answer = '';
  socket.setEncoding('latin1').on('data', (data) => (answer += data));
  const over = Promise.race([once(socket, 'data'), once(socket, 'close')]);
  socket.write(`${head}\r\nHost: ${hostname}:${port}\r\nTransfer-Encoding: chunked\r\n\r\n`);
  const chunk = `10000\r\n{"code":"${'x'.repeat(0x10000 - 9)}\r\n`;
  while (answer === '' && !socket.destroyed && socket.bytesWritten < MOST_BYTES) {
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), over]);
    else await new Promise(setImmediate);
  }
  await over;
  socket.destroy();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

test('a body without an end is answered before its end, at every route that takes one', async ({
  baseURL,
}) => {
  test.slow();
  const url = baseURL ?? '';
  const things = await makeThings(url);
  const { cookie } = await ApiClient.withSession(url);
  const lines = `Content-Type: application/json\r\nCookie: ${cookie}\r\nAuthorization: Bearer ${things.program.secret}`;
  const seen = new Map<number, string[]>();
  for (const path of routePaths(things).filter((path) => path.startsWith('/api/'))) {
    for (const method of ['POST', 'PUT', 'PATCH']) {
      const status = await statusOfEndless(url, `${method} ${path} HTTP/1.1\r\n${lines}`);
      seen.set(status, [...(seen.get(status) ?? []), `${method} ${path}`]);
    }
  }
  const statuses = [...seen.keys()].filter((status) => status < 400 || status >= 500);
  expect(statuses.map((status) => [status, seen.get(status)])).toEqual([]);
  // Those that read it did so up to their limit.
  const read = seen.get(413) ?? [];
  for (const path of ['/api/run', '/api/check', '/api/snippets', '/api/steps']) {
    expect(read).toContain(`POST ${path}`);
  }
  expect(read).toContain('PUT /api/files/mine.txt');
});
