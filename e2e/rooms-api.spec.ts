/** What rooms promise to whoever asks without a page. */
import { expect, test } from '@playwright/test';
import { simulateClass } from '../bench/room-class.mjs';
import { bearer, RoomClient } from './room-client';

test('a student gets at nobody else, by no request', async ({ baseURL }) => {
  const room = await RoomClient.open(baseURL);
  const { client, path } = room;
  const [ada, zoe] = [await room.join('Ada'), await room.join('Zoe-the-other')];
  await room.report(zoe, { code: [{ item: 'b1', text: 'code-of-zoe' }], hand: true });
  const asAda = bearer(ada.token);
  const refusals: [string, string, object?][] = [
    ['GET', `${path}/people/${zoe.id}`],
    ['DELETE', `${path}/people/${zoe.id}`],
    ['GET', `${path}/people/${ada.id}`],
    ['PATCH', path, { isLocked: true }],
    ['DELETE', path],
  ];
  for (const [method, address, body] of refusals) {
    const init = body ? { body: JSON.stringify(body) } : {};
    const headers = { 'Content-Type': 'application/json' };
    const asStudent = await client.request(address, {
      method,
      ...init,
      headers: { ...headers, ...asAda },
    });
    expect([method, address, asStudent.status]).toEqual([method, address, 403]);
    const asNobody = await client.request(address, { method, ...init, headers });
    expect([method, address, asNobody.status]).toEqual([method, address, 401]);
  }
  expect((await client.request(`${path}/people`, { headers: asAda })).status).toBe(405);
  expect((await client.request(`${path}/report`, { headers: asAda })).status).toBe(405);
  // What a student sends goes to the teacher, whomever it names.
  const message = { to: zoe.id, kind: 'note', key: 'k', data: 'from Ada' };
  expect((await client.post(`${path}/messages`, message, asAda)).status).toBe(204);
  expect(await room.listen(zoe.token, 'hello')).not.toContain('from Ada');
  expect(await room.listen(room.room.secret, 'hello')).toContain('from Ada');

  const told = await room.listen(ada.token, 'hello');
  const pages = ['', '/wall'].map((end) => client.request(`/r/${room.room.code}${end}`));
  const texts = await Promise.all((await Promise.all(pages)).map((page) => page.text()));
  const head = await (await client.request(path)).text();
  for (const text of [told, head, ...texts]) {
    expect(text).not.toMatch(/zoe/i);
    expect(text).not.toContain(zoe.id);
    expect(text).not.toContain(room.room.secret);
  }
});

test('pages of other sites, wrong keys and rooms that are not there get nothing', async ({
  baseURL,
}) => {
  const room = await RoomClient.open(baseURL);
  const { client, path } = room;
  const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
  expect((await client.post(`${path}/people`, { nickname: 'Eve' }, foreign)).status).toBe(403);
  expect((await client.post('/api/rooms', { demo: 'd/x' }, foreign)).status).toBe(403);
  const secret = bearer(room.room.secret);
  const stream = await client.request(`${path}/stream`, { headers: { ...secret, ...foreign } });
  expect(stream.status).toBe(403);
  const wrong = await client.request(`${path}/stream`, { headers: bearer('x'.repeat(28)) });
  expect(wrong.status).toBe(403);
  for (const address of [
    '/api/rooms/BBBBBB',
    '/api/rooms/%00',
    '/api/rooms/..%2f..',
    '/r/BBBBBB',
    '/r/x/wall',
  ]) {
    expect([address, (await client.request(address)).status]).toEqual([address, 404]);
  }
  expect((await client.post(`/api/rooms`, { demo: 'd/256789bcdfghjkmn' })).status).toBe(404);
  // Any way of writing the code leads there.
  const { code } = room.room;
  for (const name of [code.toLowerCase(), `${code.slice(0, 3)}-${code.slice(3)}`]) {
    expect((await client.request(`/r/${name}`)).status).toBe(200);
  }
  expect((await client.request(path, { method: 'DELETE', headers: secret })).status).toBe(204);
  expect((await client.request(path)).status).toBe(404);
});

test('a class of 25 in a room: the wall hears of each report, and nobody is dropped', async ({
  baseURL,
}) => {
  const figures = await simulateClass({
    url: baseURL ?? '',
    people: 25,
    seconds: 4,
    reportEveryMs: 1000,
  });
  expect(figures).toMatchObject({ joined: 25, refused: 0, dropped: { wall: 0, students: 0 } });
  expect(figures.heard).toBe(figures.reports);
  // A bound for a busy machine; `npm run bench -- rooms` measures it.
  expect(figures.delayMs.p95).toBeLessThan(2000);
});
