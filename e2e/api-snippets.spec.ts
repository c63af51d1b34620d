import { expect, test } from '@playwright/test';
import type { Receipt } from '@/lib/agentbay/receipt';
import type { ProgramSnippet, SnippetCreated } from '@/lib/snippets/contract';
import { ApiClient, problemOf } from './api-client';
import { endServers, launch, serve } from './own-server';

let author: ApiClient;
let guest: ApiClient;

test.beforeEach(async ({ baseURL }) => {
  author = await ApiClient.withSession(baseURL ?? '');
  guest = new ApiClient(baseURL ?? '');
});
test.afterEach(endServers);

const PROGRAM = { language: 'python', code: 'print("hello")', timeoutS: 10 };

async function share(body: object = {}, client = author): Promise<SnippetCreated> {
  const response = await client.post('/api/snippets', { ...PROGRAM, ...body });
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(201);
  return answer;
}

async function read(id: string, query = ''): Promise<ProgramSnippet> {
  const response = await guest.request(`/api/snippets/${id}${query}`);
  expect(response.status).toBe(200);
  return response.json();
}

const change = (method: string, id: string, secret: string | undefined, body?: object) =>
  author.request(`/api/snippets/${id}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      'Content-Type': 'application/json',
      ...(secret === undefined ? {} : { Authorization: `Bearer ${secret}` }),
    },
  });

const printed = (receipt?: Receipt) =>
  receipt?.events.map((event) => (event.type === 'stdout' ? event.text : '')).join('');

test('a program is shared, revised, re-titled, forked and deleted', async () => {
  const files = [{ path: 'helper.py', text: 'x = 1' }];
  const made = await share({ title: 'Hello\u202e\n there', files, stdin: 'a\nb' });
  expect(made).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{16}$/),
    revision: 1,
    url: `/s/${made.id}`,
    secret: expect.stringMatching(/^[a-z0-9]{28}$/),
    editUrl: `/s/${made.id}#edit=${made.secret}`,
  });
  const { id, secret } = made;
  expect(await read(id)).toMatchObject({
    ...PROGRAM,
    files,
    stdin: 'a\nb',
    title: 'Hello there',
    visibility: 'unlisted',
    url: made.url,
    history: [{ revision: 1, hasReceipt: false }],
  });

  const revised = await change('PUT', id, secret, { language: 'js', code: '6 * 7' });
  expect(revised.status).toBe(201);
  expect(await revised.json()).toEqual({ id, revision: 2, url: `/s/${id}?revision=2` });
  expect(await read(id)).toMatchObject({ code: '6 * 7', language: 'javascript', files: [] });
  expect(await read(id, '?revision=1')).toMatchObject({ code: PROGRAM.code, latestRevision: 2 });

  const expiresAtMs = Date.now() + 3_600_000;
  const changed = await change('PATCH', id, secret, {
    title: 'New',
    visibility: 'listed',
    expiresAtMs,
  });
  expect(await changed.json()).toMatchObject({ title: 'New', visibility: 'listed', expiresAtMs });
  const kept = await change('PATCH', id, secret, { expiresAtMs: null });
  expect(await kept.json()).not.toHaveProperty('expiresAtMs');

  const fork = await share({ parent: { id, revision: 1 } }, guest);
  expect(await read(fork.id)).toMatchObject({ parent: { id, revision: 1 } });

  expect((await change('DELETE', id, secret)).status).toBe(204);
  const gone = await guest.request(`/api/snippets/${id}`);
  expect(gone.headers.get('cache-control')).toBe('no-store');
  expect(await problemOf(gone)).toMatchObject({ status: 410, code: 'gone' });
  expect(await problemOf(await change('PATCH', id, secret, {}))).toMatchObject({ status: 410 });
  expect((await read(fork.id)).parent).toEqual({ id, revision: 1 });
});

test('only the secret changes something: 401 without one, 403 with another', async () => {
  const { id } = await share();
  const other = await share();
  for (const [method, body] of [['PUT', PROGRAM], ['PATCH', { title: 'x' }], ['DELETE']] as const) {
    const without = await change(method, id, undefined, body);
    expect(without.headers.get('www-authenticate')).toBe('Bearer');
    expect(await problemOf(without)).toMatchObject({ status: 401, code: 'unauthorized' });
    const wrong = await change(method, id, other.secret, body);
    expect(await problemOf(wrong)).toMatchObject({ status: 403, code: 'forbidden' });
  }
  expect(await read(id)).toMatchObject({ version: 1 });
});

test('another site’s page can neither share nor change anything', async () => {
  const { id, secret } = await share();
  const headers = { Origin: 'https://example.com', 'Sec-Fetch-Site': 'cross-site' };
  expect((await author.post('/api/snippets', PROGRAM, headers)).status).toBe(403);
  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    const response = await author.request(`/api/snippets/${id}`, {
      method,
      headers: { ...headers, Authorization: `Bearer ${secret}` },
    });
    expect(await problemOf(response)).toMatchObject({
      status: 403,
      detail: 'Pages of another site may not do this.',
    });
  }
});

test('who has the newest is told so, and never keeps what is gone', async () => {
  const { id, secret } = await share();
  const ask = (etag: string | null, query = '') =>
    guest.request(`/api/snippets/${id}${query}`, { headers: { 'If-None-Match': etag ?? '' } });
  const first = await ask(null);
  expect(first.headers.get('cache-control')).toBe('no-cache');
  const etag = first.headers.get('etag');
  const again = await ask(etag);
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  const old = (await ask(null, '?revision=1')).headers.get('etag');
  expect((await ask(old, '?revision=1')).status).toBe(304);
  await change('PUT', id, secret, PROGRAM);
  expect((await ask(etag)).status).toBe(200);
  // Its title and its history belong to every revision.
  expect((await ask(old, '?revision=1')).status).toBe(200);
  await change('DELETE', id, secret);
  expect((await ask(etag)).status).toBe(410);
  expect((await ask('*')).status).toBe(410);
});

test('addresses that lead nowhere are 404, whatever stands in them', async () => {
  const { id } = await share();
  const paths = [
    'x',
    '2222222222222222',
    id.toUpperCase(),
    `${id}.`,
    `${id}%00`,
    "'%20or%20''='",
    '..%2f..%2fetc%2fpasswd',
    `${id}?revision=2`,
  ];
  for (const path of paths) {
    const response = await guest.request(`/api/snippets/${path}`);
    expect(await problemOf(response), path).toMatchObject({ status: 404, code: 'not_found' });
  }
  const wrong = await guest.request(`/api/snippets/${id}?revision=0`);
  expect(await problemOf(wrong)).toMatchObject({ status: 400, field: 'revision' });
});

test('what cannot be taken is refused with its field and a reason', async () => {
  const large = 'x'.repeat(65 * 1024);
  const wrong: [object, number, string][] = [
    [{ code: 1 }, 400, 'code'],
    [{ code: large.repeat(4) }, 413, 'code'],
    [{ language: 'cobol' }, 400, 'language'],
    [{ stdin: large }, 413, 'stdin'],
    [{ title: 'x'.repeat(201) }, 413, 'title'],
    [{ title: 'half \ud800' }, 400, 'title'],
    [{ files: [{ path: '../x', text: '' }] }, 400, 'files[0].path'],
    [{ visibility: 'public' }, 400, 'visibility'],
    [{ expiresAtMs: 1 }, 400, 'expiresAtMs'],
    [{ parent: { id: '2222222222222222', revision: 1 } }, 400, 'parent'],
    [{ receipt: { events: [] } }, 400, 'receipt'],
    [{ events: [] }, 400, 'events'],
  ];
  for (const [body, status, field] of wrong) {
    const response = await author.post('/api/snippets', { ...PROGRAM, ...body });
    expect(await problemOf(response), field).toMatchObject({ status, field });
  }
});

test('a receipt is what a run of this session gave, of exactly this program', async () => {
  const code = 'name = input("Name? ")\nprint("Hi", name)\n6 * 7';
  const run = await author.stream({ ...PROGRAM, code });
  const { runId } = await run.until('start');
  await run.until('input');
  await author.post(`/api/runs/${runId}/input`, { text: 'Ada\n' });
  await run.all();

  const made = await share({ code, runId });
  const { receipt } = await read(made.id);
  expect(made.receipt).toEqual(receipt);
  expect(receipt).toMatchObject({
    engine: 'local',
    languageVersion: expect.stringMatching(/^3\.\d+/),
    sandbox: 'session',
    events: [
      { type: 'stdout', text: 'Name? ' },
      { type: 'input', prompt: 'Name? ' },
      { type: 'typed', text: 'Ada\n' },
      { type: 'stdout', text: 'Hi Ada\n' },
      { type: 'result', item: { text: '42' } },
    ],
    end: { success: true, exit: { reason: 'exited' }, truncated: false },
    truncated: false,
  });
  expect((await read(made.id)).history).toMatchObject([{ hasReceipt: true }]);

  const stranger = await ApiClient.withSession(author.baseURL);
  const others: [ApiClient, object][] = [
    [author, { code: `${code}\n`, runId }],
    [author, { code, runId, timeoutS: 11 }],
    [author, { code, runId, stdin: 'Eve' }],
    [author, { code, runId, files: [{ path: 'a.py', text: '' }] }],
    [author, { code, runId: 'invented' }],
    [stranger, { code, runId }],
    [guest, { code, runId }],
  ];
  for (const [client, body] of others) {
    expect(await share(body, client)).not.toHaveProperty('receipt');
  }
  // Its prepared input is what was typed.
  expect(await share({ code, runId, stdin: 'Ada' })).toHaveProperty('receipt');
});

test('where no run fits the server makes one, with the prepared input line by line', async () => {
  const code = 'a = input("A? ")\nb = input("B? ")\nprint(a + b)\nprint(open("left.txt").read())';
  await author.run({ code: 'open("left.txt", "w").write("from before")' });
  const { id, receipt, secret } = await share({ code, stdin: '1\n2', receipt: 'run' });
  expect(receipt).toMatchObject({ sandbox: 'own', end: { success: false } });
  expect(receipt?.events.slice(0, 7)).toEqual([
    { type: 'stdout', text: 'A? ' },
    { type: 'input', prompt: 'A? ' },
    { type: 'typed', text: '1\n' },
    { type: 'stdout', text: 'B? ' },
    // Nobody has seen a line end: it was typed, not printed.
    { type: 'input', prompt: 'A? B? ' },
    { type: 'typed', text: '2\n', end: true },
    { type: 'stdout', text: '12\n' },
  ]);
  // Nothing of the author's session was there.
  expect(receipt?.events[7]).toMatchObject({ type: 'error', name: 'FileNotFoundError' });

  const body = { ...PROGRAM, code: 'print("two")', receipt: 'run' };
  const revised = await (await change('PUT', id, secret, body)).json();
  expect(printed(revised.receipt)).toBe('two\n');
  expect(printed((await read(id)).receipt)).toBe('two\n');
  expect((await read(id, '?revision=1')).receipt).toEqual(receipt);
});

test('a program that asks for input which nobody prepared reads its end', async () => {
  const { receipt } = await share({ code: 'input("? ")', receipt: 'run' });
  expect(receipt?.events.at(-1)).toMatchObject({ type: 'error', name: 'EOFError' });
});

test('so many a minute and no more, of one client and of one address', async () => {
  const { url } = await serve({ RUNBAY_SNIPPETS_PER_MINUTE: '2' });
  const client = await ApiClient.withSession(url);
  const { id, secret } = await share({}, client);
  const patch = () =>
    client.request(`/api/snippets/${id}`, {
      method: 'PATCH',
      body: '{}',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${secret}` },
    });
  expect((await patch()).status).toBe(200);
  const refused = await patch();
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'busy' });
  expect((await client.request(`/api/snippets/${id}`)).status).toBe(200);
  // New sessions do not help for long: 20 for all of them together.
  const statuses: number[] = [];
  for (let n = 0; n < 21; n += 1) {
    const other = await ApiClient.withSession(url);
    statuses.push((await other.post('/api/snippets', PROGRAM)).status);
  }
  expect(statuses.filter((status) => status === 201)).toHaveLength(18);
  expect(statuses.at(-1)).toBe(429);
});

test('a server that is killed and started again has what it had answered', async () => {
  const first = await serve();
  const folder = first.dataFolder;
  const made = await share({}, new ApiClient(first.url));
  first.child.kill('SIGKILL');
  await first.exit;
  const second = await serve({ DATA_DIR: folder });
  const response = await new ApiClient(second.url).request(`/api/snippets/${made.id}`);
  expect(await response.json()).toMatchObject({ id: made.id, code: PROGRAM.code });
});

test('a server whose snippets cannot be kept says why and does not start', async () => {
  const wrong: [Record<string, string>, string][] = [
    [{ DATA_DIR: '/dev/null/data' }, 'the file /dev/null/data/snippets.sqlite could not be opened'],
    [
      { DATABASE_URL: 'postgres://me:hunter2@127.0.0.1:1/name' },
      'the Postgres database name at 127.0.0.1:1 could not be used: connect ECONNREFUSED',
    ],
  ];
  for (const [settings, reason] of wrong) {
    const { said, exit } = launch(settings);
    expect((await exit)[0]).toBe(1);
    expect(said.stderr).toContain(reason);
    expect(said.stderr + said.stdout).not.toContain('hunter2');
  }
});
