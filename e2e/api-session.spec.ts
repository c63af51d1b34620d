/** What belongs to a browser session, and who may touch it. */
import { expect, test } from '@playwright/test';
import { ApiClient, problemOf, reasonOf, sleeper } from './api-client';

let guest: ApiClient;
let visitor: ApiClient;

test.beforeEach(async ({ baseURL }) => {
  guest = new ApiClient(baseURL ?? '');
  visitor = await ApiClient.withSession(baseURL ?? '');
});

test.afterEach(async () => {
  await visitor.request('/api/session', { method: 'DELETE' });
});

test.describe('a session', () => {
  test('has a cookie that scripts and other sites cannot use', async ({ baseURL }) => {
    const response = await fetch(`${baseURL}/api/session`);
    expect(await response.json()).toEqual({ engine: 'local', state: 'none', idleTimeoutS: 600 });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^runbay_session=[\w-]{22}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const secure = await fetch(`${baseURL}/api/session`, {
      headers: { 'X-Forwarded-Proto': 'https' },
    });
    expect(secure.headers.getSetCookie()[0]).toMatch(/; Secure$/);
    expect((await visitor.request('/api/session')).headers.getSetCookie()).toEqual([]);
  });

  test('keeps its files from run to run, and its variables where the run continues', async () => {
    await visitor.run({ code: 'x = 41\nopen("kept.txt", "w").write("file")' });
    expect(await visitor.state()).toBe('ready');
    const continued = await visitor.run({ code: 'x + 1', context: 'continue' });
    expect(continued.result).toBe('42');
    const fresh = await visitor.run({ code: 'print(open("kept.txt").read(), "x" in globals())' });
    expect(fresh.logs.stdout.join('')).toBe('file False\n');
  });

  test('shares nothing with another, and a run without one shares nothing with the next', async ({
    baseURL,
  }) => {
    const write = 'open("/workspace/mine.txt", "w").write("x")';
    const look = 'import os\nprint(os.path.exists("/workspace/mine.txt"))';
    const stranger = await ApiClient.withSession(baseURL ?? '');
    await visitor.run({ code: write });
    await guest.run({ code: write });
    expect((await visitor.run({ code: look })).logs.stdout).toEqual(['True\n']);
    expect((await stranger.run({ code: look })).logs.stdout).toEqual(['False\n']);
    expect((await guest.run({ code: look })).logs.stdout).toEqual(['False\n']);
    await stranger.request('/api/session', { method: 'DELETE' });
  });

  test('is not opened by a forged cookie', async ({ baseURL }) => {
    await visitor.run({ code: 'open("mine.txt", "w").write("x")' });
    const [id = '', signature = ''] = (visitor.cookie ?? '').split('.');
    const other = signature.startsWith('A') ? 'B' : 'A';
    for (const forged of [`${id}.${other}${signature.slice(1)}`, `${id}.`, id]) {
      const thief = new ApiClient(baseURL ?? '', forged);
      const response = await thief.request('/api/session');
      expect(await response.json()).toMatchObject({ state: 'none' });
      expect(response.headers.getSetCookie()).toHaveLength(1);
      const look = await thief.run({ code: 'import os\nprint(os.path.exists("mine.txt"))' });
      expect(look.logs.stdout).toEqual(['False\n']);
    }
  });

  test('stops its program when it starts another one', async () => {
    const first = await sleeper(visitor);
    const second = await visitor.stream({ code: 'print("second")' });
    expect(await reasonOf(first)).toBe('stopped');
    await second.all();
    expect(await reasonOf(second)).toBe('exited');
    expect(second.text('stdout')).toBe('second\n');
  });

  test('refuses to continue while its program runs, which goes on', async () => {
    const first = await sleeper(visitor);
    const response = await visitor.post('/api/run', {
      code: '1',
      language: 'python',
      context: 'continue',
    });
    expect(await problemOf(response)).toMatchObject({ status: 409, code: 'conflict' });
    expect(await visitor.state()).toBe('busy');
    first.leave();
  });

  test('of two requests that come together is the same', async () => {
    const first = visitor.run({ code: 'open("a", "w").write("x")' });
    const second = visitor.run({ code: 'open("b", "w").write("x")' });
    const answers = await Promise.all([first, second]);
    expect(answers.map(({ exit }) => exit.reason).toSorted()).toContain('exited');
    const last = answers.findIndex(({ exit }) => exit.reason === 'exited');
    const look = await visitor.run({
      code: `import os\nprint(os.path.exists("${last === 0 ? 'a' : 'b'}"))`,
    });
    expect(look.logs.stdout).toEqual(['True\n']);
  });

  test('starts clean after it was deleted, and its program ends', async () => {
    await visitor.run({ code: 'open("mine.txt", "w").write("x")' });
    const reader = await sleeper(visitor);
    const response = await visitor.request('/api/session', { method: 'DELETE' });
    expect(response.status).toBe(204);
    expect(await reasonOf(reader)).toBe('stopped');
    expect(await visitor.state()).toBe('none');
    const look = await visitor.run({ code: 'import os\nprint(os.listdir())' });
    expect(look.logs.stdout.join('')).not.toContain('mine.txt');
  });
});

test.describe("another site's page", () => {
  const run = { code: '1', language: 'python' };

  test('can change nothing, with the cookie or without it', async () => {
    const strange: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.test' },
      { Origin: 'null' },
    ];
    for (const client of [visitor, guest]) {
      for (const headers of strange) {
        const responses = [
          await client.post('/api/run', run, headers),
          await client.post('/api/check', run, headers),
          await client.post('/api/runs/x/input', { text: '' }, headers),
          await client.request('/api/runs/x', { method: 'DELETE', headers }),
          await client.request('/api/session', { method: 'DELETE', headers }),
        ];
        for (const response of responses) {
          expect(await problemOf(response)).toMatchObject({ status: 403, code: 'forbidden' });
        }
      }
    }
  });

  test('gets no leave to read an answer', async () => {
    const response = await guest.request('/api/run', {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.test', 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
    expect([...response.headers.keys()].join()).not.toContain('access-control');
  });

  test('while our own page may', async ({ baseURL }) => {
    const own: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'same-origin' },
      { Origin: baseURL ?? '' },
    ];
    for (const headers of own) {
      const response = await visitor.post('/api/run', run, headers);
      expect(response.status).toBe(200);
    }
  });
});
