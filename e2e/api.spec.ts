/** The API's promises about runs, on the production server and the real engine. */
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { ApiClient, problemOf, reasonOf, SLEEP, sleeper } from './api-client';

let guest: ApiClient;
let visitor: ApiClient;

test.beforeEach(async ({ baseURL }) => {
  guest = new ApiClient(baseURL ?? '');
  visitor = await ApiClient.withSession(baseURL ?? '');
});

test.afterEach(async () => {
  await visitor.request('/api/session', { method: 'DELETE' });
});

test('the largest program that is allowed runs', async () => {
  const code = 'print(1)#'.padEnd(256 * 1024, 'x');
  expect(await guest.run({ code })).toMatchObject({ success: true, result: '1\n' });
});

test.describe('a run', () => {
  test('gives its result as JSON', async () => {
    const answer = await guest.run({ code: 'print("Hello")\n6 * 7' });
    expect(answer).toMatchObject({
      success: true,
      logs: { stdout: ['Hello\n'], stderr: [] },
      results: [{ text: '42', isMainResult: true }],
      result: '42',
      language: 'python',
      exit: { reason: 'exited', code: 0 },
      truncated: false,
    });
    expect(answer.runId).toMatch(/^[\w-]{22}$/);
  });

  test('knows the aliases of a language, in any case', async () => {
    const answer = await guest.run({ code: 'console.log(1)', language: ' JS ' });
    expect(answer).toMatchObject({ language: 'javascript', logs: { stdout: ['1\n'] } });
  });

  test('of a program that fails is a result, not an error of the server', async () => {
    const answer = await guest.run({ code: 'print(1)\n1/0' });
    expect(answer).toMatchObject({ success: false, error: { name: 'ZeroDivisionError', line: 2 } });
    expect(answer.logs.stdout).toEqual(['1\n']);
  });

  test('gives its events in order: start, output, done', async () => {
    const code =
      'import sys\nprint("out", flush=True)\nprint("err", file=sys.stderr, flush=True)\n1/0';
    const reader = await guest.stream({ code });
    expect(reader.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(reader.response.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(reader.response.headers.get('x-accel-buffering')).toBe('no');
    const events = await reader.all();
    expect(events.map(({ name, event }) => name === event.type)).not.toContain(false);
    const names = events.map(({ name }) => name).filter((name) => name !== 'queued');
    expect(names[0]).toBe('start');
    expect(names.at(-1)).toBe('done');
    expect(names.filter((name) => name === 'start' || name === 'done')).toHaveLength(2);
    expect(names).toContain('error');
    expect(reader.text('stdout')).toBe('out\n');
    expect(reader.text('stderr')).toContain('err\n');
    const start = events.find(({ name }) => name === 'start')?.event;
    expect(start).toMatchObject({
      requestId: reader.response.headers.get('x-request-id'),
      language: 'python',
      engine: 'local',
      timeoutS: 60,
    });
  });

  test('sends output while the program runs', async () => {
    const code = 'import time\nprint("early", flush=True)\ntime.sleep(1)\nprint("late")';
    const reader = await guest.stream({ code });
    const events = await reader.all();
    const at = (word: string) =>
      events.find(({ event }) => event.type === 'stdout' && event.text.includes(word))?.atMs ?? NaN;
    expect(at('late') - at('early')).toBeGreaterThan(800);
  });

  test('sends a flood whole and in order', async () => {
    const reader = await guest.stream({ code: 'for i in range(100000): print(i)' });
    await reader.all();
    const expected = Array.from({ length: 100_000 }, (_, i) => `${i}\n`).join('');
    expect(reader.text('stdout') === expected).toBe(true);
    expect(reader.events.length).toBeLessThan(2000);
  });

  test('ends at its time limit, and keeps what came before', async () => {
    const code = 'import time\nprint("before", flush=True)\ntime.sleep(9)';
    const answer = await guest.run({ code, timeoutS: 0.5 });
    expect(answer).toMatchObject({ success: false, exit: { reason: 'timed_out' } });
    expect(answer.logs.stdout).toEqual(['before\n']);
  });

  test('is kept alive by comments while it says nothing', async () => {
    const reader = await guest.stream({ code: 'import time\ntime.sleep(5.5)' });
    await reader.all();
    expect(reader.raw).toContain('\n\n: keep-alive\n\n');
  });

  test('takes input that is given with it', async () => {
    const answer = await guest.run({ code: 'print(input() + input())', stdin: 'a\nb\n' });
    expect(answer.logs.stdout.join('')).toContain('ab\n');
  });

  test('asks for input, and takes it while it runs', async () => {
    const reader = await visitor.stream({ code: 'name = input("Who? ")\nprint("Hi", name)' });
    const { runId } = await reader.until('start');
    expect(await reader.until('input')).toMatchObject({ prompt: 'Who? ' });
    const response = await visitor.post(`/api/runs/${runId}/input`, { text: 'Ada\n' });
    expect(response.status).toBe(204);
    await reader.all();
    expect(reader.text('stdout')).toContain('Hi Ada\n');
  });

  test('reads to the end of its input when that is ended', async () => {
    const reader = await visitor.stream({ code: 'import sys\nprint(len(sys.stdin.read()))' });
    const { runId } = await reader.until('start');
    const path = `/api/runs/${runId}/input`;
    expect((await visitor.post(path, { text: 'abc' })).status).toBe(204);
    expect((await visitor.post(path, { text: 'de', end: true })).status).toBe(204);
    await reader.all();
    expect(reader.text('stdout')).toContain('5\n');
  });

  test('takes no more input after its end', async () => {
    const reader = await visitor.stream({ code: SLEEP, stdin: '' });
    const { runId } = await reader.until('start');
    await reader.until('stdout');
    const response = await visitor.post(`/api/runs/${runId}/input`, { text: 'x' });
    expect(await problemOf(response)).toMatchObject({ status: 409, code: 'input_closed' });
    reader.leave();
  });

  test('takes no more input than a megabyte, all in all', async () => {
    const reader = await sleeper(visitor);
    const path = `/api/runs/${reader.runId}/input`;
    const text = 'x'.repeat(400 * 1024);
    expect((await visitor.post(path, { text })).status).toBe(204);
    expect((await visitor.post(path, { text })).status).toBe(204);
    expect(await problemOf(await visitor.post(path, { text }))).toMatchObject({
      status: 413,
      field: 'text',
    });
    reader.leave();
  });

  test('is stopped by its visitor, and keeps what came before', async () => {
    const reader = await sleeper(visitor);
    const response = await visitor.request(`/api/runs/${reader.runId}`, { method: 'DELETE' });
    expect(response.status).toBe(204);
    expect(await reasonOf(reader)).toBe('stopped');
    expect(reader.text('stdout')).toBe('on\n');
    const again = await visitor.request(`/api/runs/${reader.runId}`, { method: 'DELETE' });
    expect(await problemOf(again)).toMatchObject({ status: 404 });
  });

  test('of a client without a session is stopped by who knows its id', async () => {
    const reader = await sleeper(guest);
    const response = await guest.request(`/api/runs/${reader.runId}`, { method: 'DELETE' });
    expect(response.status).toBe(204);
    expect(await reasonOf(reader)).toBe('stopped');
  });

  test('of somebody else cannot be touched, nor be told from one that does not exist', async ({
    baseURL,
  }) => {
    const reader = await sleeper(visitor);
    const stranger = await ApiClient.withSession(baseURL ?? '');
    for (const other of [stranger, guest]) {
      for (const id of [reader.runId, 'A'.repeat(22)]) {
        const stop = await other.request(`/api/runs/${id}`, { method: 'DELETE' });
        const input = await other.post(`/api/runs/${id}/input`, { text: 'x\n' });
        for (const response of [stop, input]) {
          const { requestId: _, ...problem } = await problemOf(response);
          expect(problem).toEqual({
            type: '/problems/not_found',
            title: 'Not found',
            status: 404,
            detail: 'No program with this id is running.',
            code: 'not_found',
          });
        }
      }
    }
    expect(await visitor.state()).toBe('busy');
    reader.leave();
  });
});

test.describe('a client that goes away stops its run within a second', () => {
  const isReady = () =>
    expect.poll(() => visitor.state(), { timeout: 1000, intervals: [50] }).toBe('ready');

  test('when it leaves the event stream', async () => {
    const reader = await sleeper(visitor);
    expect(await visitor.state()).toBe('busy');
    reader.leave();
    await isReady();
  });

  test('when it leaves while it waits for JSON', async () => {
    const abort = new AbortController();
    const answer = visitor.request('/api/run', {
      method: 'POST',
      body: JSON.stringify({ code: SLEEP, language: 'python' }),
      headers: { 'Content-Type': 'application/json' },
      signal: abort.signal,
    });
    await expect.poll(() => visitor.state()).toBe('busy');
    abort.abort();
    await expect(answer).rejects.toThrow('abort');
    await isReady();
  });

  test('when its connection breaks', async ({ baseURL }) => {
    const { hostname, port } = new URL(baseURL ?? '');
    const body = JSON.stringify({ code: SLEEP, language: 'python' });
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /api/run HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${visitor.cookie}\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    let received = '';
    socket.on('data', (data) => (received += data));
    await expect.poll(() => received).toContain('"text":"on');
    expect(await visitor.state()).toBe('busy');
    socket.resetAndDestroy();
    await isReady();
  });

  test('when it does not read a flood and then leaves', async () => {
    const reader = await visitor.stream({ code: 'while True: print("x" * 1000)' });
    await reader.until('start');
    reader.leave();
    await isReady();
  });
});

test('check finds a syntax error and its place, without running anything', async () => {
  for (const client of [visitor, guest]) {
    const bad = await client.post('/api/check', { code: 'x = 1\ny = (', language: 'python' });
    const { problems } = await bad.json();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 2, severity: 'error' });
    const good = await client.post('/api/check', { code: 'while True: pass', language: 'py' });
    expect(await good.json()).toEqual({ problems: [] });
  }
});

test('complete knows the names of the session’s context, and a guest has none', async () => {
  await visitor.run({ code: 'harbour = 1' });
  const asked = { code: 'print(har)', cursor: 9, language: 'python' };
  const answer = await visitor.post('/api/complete', asked);
  expect(await answer.json()).toEqual({
    start: 6,
    end: 9,
    items: [{ label: 'harbour', kind: 'variable' }],
  });
  expect(await (await guest.post('/api/complete', asked)).json()).toMatchObject({ items: [] });
});

test('the server tells its languages and limits', async () => {
  const response = await guest.request('/api/languages');
  const { engine, languages, limits } = await response.json();
  expect(engine).toBe('local');
  expect(languages.map(({ id }: { id: string }) => id)).toEqual([
    ...['python', 'javascript', 'typescript'],
  ]);
  for (const { version } of languages) expect(version).toMatch(/^\d+\.\d+/);
  expect(limits).toMatchObject({ timeoutS: { max: 60 }, network: false });
});

test('the server tells that it is alive, and that it can run programs', async () => {
  const health = await guest.request('/api/health');
  expect(await health.json()).toMatchObject({ status: 'ok', uptimeS: expect.any(Number) });
  const ready = await guest.request('/api/ready');
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({ status: 'ready', engine: 'local' });
});
