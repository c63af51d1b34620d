/** What the API refuses, and in which words. */
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { ApiClient, problemOf } from './api-client';

let guest: ApiClient;

test.beforeEach(({ baseURL }) => {
  guest = new ApiClient(baseURL ?? '');
});

test.describe('a bad request is refused with a sentence that names the field', () => {
  const good = { code: '1', language: 'python' };
  const cases: [name: string, body: unknown, status: number, field: string | undefined, RegExp][] =
    [
      ['no body', '', 400, undefined, /not valid JSON: it is empty/],
      ['half of JSON', '{"code": "', 400, undefined, /not valid JSON/],
      ['a list', '[1]', 400, undefined, /expected a JSON object, got \[1\]/],
      ['null', 'null', 400, undefined, /expected a JSON object, got null/],
      ['no code', { language: 'python' }, 400, 'code', /code: expected a string, got nothing/],
      ['no language', { code: '1' }, 400, 'language', /language: expected a string, got nothing/],
      ['code of a wrong type', { ...good, code: 1 }, 400, 'code', /expected a string, got 1/],
      ['an unknown language', { ...good, language: 'ruby' }, 400, 'language', /"ruby".*python/],
      ['a language like __proto__', { ...good, language: '__proto__' }, 400, 'language', /python/],
      [
        'a time-out of 0',
        { ...good, timeoutS: 0 },
        400,
        'timeoutS',
        /above 0 and at most 60, got 0/,
      ],
      ['a time-out below 0', { ...good, timeoutS: -1 }, 400, 'timeoutS', /got -1/],
      ['a time-out of 61', { ...good, timeoutS: 61 }, 400, 'timeoutS', /got 61/],
      [
        'a time-out beyond numbers',
        '{"code":"1","language":"python","timeoutS":1e999}',
        400,
        'timeoutS',
        /Infinity/,
      ],
      ['a time-out in words', { ...good, timeoutS: '5' }, 400, 'timeoutS', /got "5"/],
      ['a time-out of null', { ...good, timeoutS: null }, 400, 'timeoutS', /got null/],
      [
        'input of a wrong type',
        { ...good, stdin: [] },
        400,
        'stdin',
        /expected a string, got \[\]/,
      ],
      ['an unknown context', { ...good, context: 'new' }, 400, 'context', /"fresh" or "continue"/],
      ['an unknown field', { ...good, lang: 'x' }, 400, 'lang', /"lang".*code, language/],
      [
        'a field __proto__',
        '{"code":"1","language":"python","__proto__":{}}',
        400,
        '__proto__',
        /__proto__/,
      ],
      ['a field constructor', { ...good, constructor: 1 }, 400, 'constructor', /"constructor"/],
      [
        'half a surrogate pair in code',
        '{"code":"\\ud83d","language":"python"}',
        400,
        'code',
        /surrogate/,
      ],
      [
        'half a surrogate pair in stdin',
        '{"code":"1","language":"python","stdin":"\\udc00"}',
        400,
        'stdin',
        /surrogate/,
      ],
      [
        'code above 256 KiB',
        { ...good, code: '#'.repeat(256 * 1024 + 1) },
        413,
        'code',
        /at most 256 KiB/,
      ],
      [
        'a body above 3 MiB',
        { ...good, code: '#'.repeat(3 * 1024 * 1024) },
        413,
        undefined,
        /at most 3072 KiB/,
      ],
    ];

  for (const [name, body, status, field, words] of cases) {
    test(name, async () => {
      const response = await guest.post('/api/run', body);
      const problem = await problemOf(response);
      expect(problem).toMatchObject({ status, detail: expect.stringMatching(words) });
      expect(problem.field).toBe(field);
      expect(response.status).toBe(status);
      expect(response.headers.get('x-request-id')).toBe(problem.requestId);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cache-control')).toBe('no-store');
    });
  }

  test('a body that is no UTF-8', async () => {
    const response = await guest.request('/api/run', {
      method: 'POST',
      body: Buffer.from('{"code":"\xff","language":"python"}', 'latin1'),
      headers: { 'Content-Type': 'application/json' },
    });
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'bad_request' });
  });

  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    test(`the content type ${type}, which a form of another site can send`, async () => {
      const response = await guest.post('/api/run', good, { 'Content-Type': type });
      const problem = await problemOf(response);
      expect(problem).toMatchObject({ status: 415, code: 'unsupported_media_type' });
      expect(problem.detail).toContain(type);
    });
  }

  test('input without text, and with a wrong type of end', async () => {
    const path = '/api/runs/nothing/input';
    expect(await problemOf(await guest.post(path, {}))).toMatchObject({
      status: 400,
      field: 'text',
    });
    expect(await problemOf(await guest.post(path, { text: '', end: 1 }))).toMatchObject({
      status: 400,
      field: 'end',
    });
  });

  test('check with a wrong language, and with too large a body', async () => {
    expect(
      await problemOf(await guest.post('/api/check', { code: '', language: 'cobol' })),
    ).toMatchObject({ status: 400, code: 'unknown_language' });
    const body = { code: ' '.repeat(513 * 1024), language: 'python' };
    expect(await problemOf(await guest.post('/api/check', body))).toMatchObject({ status: 413 });
  });

  test('complete with a cursor outside of the code', async () => {
    for (const cursor of [-1, 4, 1.5, '1', undefined]) {
      const body = { code: 'abc', cursor, language: 'python' };
      const problem = await problemOf(await guest.post('/api/complete', body));
      expect(problem).toMatchObject({ status: 400, field: 'cursor' });
      expect(problem.detail).toContain('from 0 to the length of code (3)');
    }
  });

  test('a method that the path does not have, with those that it has', async () => {
    const cases = [
      ['GET', '/api/run', 'POST'],
      ['PUT', '/api/runs/x', 'DELETE'],
      ['DELETE', '/api/runs/x/input', 'POST'],
      ['PATCH', '/api/session', 'GET, HEAD, DELETE'],
      ['POST', '/api/languages', 'GET, HEAD'],
      ['POST', '/api/health', 'GET, HEAD'],
      ['POST', '/api/ready', 'GET, HEAD'],
      ['GET', '/api/check', 'POST'],
      ['GET', '/api/complete', 'POST'],
    ];
    for (const [method, path, allow] of cases) {
      const response = await guest.request(path ?? '', { method });
      expect(await problemOf(response), path).toMatchObject({ code: 'method_not_allowed' });
      expect(response.headers.get('allow'), path).toBe(`${allow}, OPTIONS`);
    }
  });

  test('a path that the API does not have', async () => {
    expect(await problemOf(await guest.request('/api/nothing/here'))).toMatchObject({
      status: 404,
    });
  });
});

test('a declared body of a gigabyte is refused before it is sent', async ({ baseURL }) => {
  const { hostname, port } = new URL(baseURL ?? '');
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /api/run HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n{"code":`,
  );
  const [answer] = (await new Promise((resolve) =>
    socket.once('data', (data) => resolve([String(data)])),
  )) as [string];
  socket.destroy();
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
});
