/** What the servers of shared programs hold to: room, killed processes, several copies, a database that goes away. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { en } from '../lib/messages/en';
import { zh } from '../lib/messages/zh';
import type { SnippetCreated } from '../lib/snippets/contract';
import {
  type PostgresServer,
  startPostgres,
  whyNoPostgres,
} from '../lib/snippets/testing/postgres-server';
import { ApiClient, problemOf } from './api-client';
import { expect, test } from './fixtures';
import { endServers, serve } from './own-server';

const noPostgres = whyNoPostgres();
const UNLIMITED = { RUNBAY_SNIPPETS_PER_MINUTE: '0', RUNBAY_POOL: '0' };

let postgres: PostgresServer | undefined;
test.afterEach(async () => {
  await endServers();
  await postgres?.stop();
  postgres = undefined;
});

const program = (code: string) => ({ language: 'python', code, timeoutS: 10 });

async function share(client: ApiClient, body: object): Promise<SnippetCreated> {
  const response = await client.post('/api/snippets', body);
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(201);
  return answer;
}

const change = (client: ApiClient, method: string, made: SnippetCreated, body?: object) =>
  client.request(`/api/snippets/${made.id}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${made.secret}` },
  });

test('where there is no room sharing is refused in words; reading and deleting go on, and make room', async ({
  browser,
}) => {
  const { url, said } = await serve({
    ...UNLIMITED,
    RUNBAY_SNIPPETS_MIB: '1',
  });
  const client = await ApiClient.withSession(url);
  const made: SnippetCreated[] = [];
  let refused: Response | undefined;
  while (refused === undefined) {
    const response = await client.post('/api/snippets', program(`# ${'x'.repeat(60_000)}`));
    if (response.status === 201) made.push(await response.json());
    else refused = response;
  }
  expect(made.length).toBeGreaterThan(10);
  expect(await problemOf(refused)).toMatchObject({
    status: 507,
    code: 'store_full',
    detail: expect.stringMatching(/at most 1 MiB .* can still be read and deleted/),
  });
  expect(said.stdout).toMatch(/Snippets: in the file .* 0\.\d MiB of at most 1 MiB/);
  const ready = await (await client.request('/api/ready')).json();
  expect(ready).toMatchObject({ status: 'ready', snippets: { limitBytes: 1024 * 1024 } });
  expect(ready.snippets.usedBytes).toBeGreaterThan(900 * 1024);

  for (const [locale, words] of [
    ['en-GB', en],
    ['zh-CN', zh],
  ] as const) {
    const context = await browser.newContext({ locale, baseURL: url });
    const page = await context.newPage();
    await page.addInitScript((text) => localStorage.setItem('runbay.work', text), WORK);
    await page.goto('/');
    await page.getByRole('button', { name: words.share.dialog.share, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.share.dialog.share, exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText(words.errors.sharing.store_full);
    await context.close();
  }

  const [first, second] = made as [SnippetCreated, SnippetCreated];
  expect((await client.request(`/s/${first.id}`)).status).toBe(200);
  expect((await change(client, 'PATCH', first, { title: 'Still mine' })).status).toBe(200);
  expect((await change(client, 'PUT', first, program(`# ${'y'.repeat(60_000)}`))).status).toBe(507);
  for (const one of [first, second]) {
    expect((await change(client, 'DELETE', one)).status).toBe(204);
  }
  await share(client, program(`# ${'z'.repeat(60_000)}`));
});

/** A program that does not fit, so that each dialog finds the same. */
const WORK = JSON.stringify({
  version: 1,
  language: 'python',
  timeoutS: 10,
  code: { python: `# ${'w'.repeat(100_000)}` },
});

test('a server that is killed while many write has lost nothing that it had answered', async () => {
  test.slow(); // 700 answers took more than 20 s on a slow machine
  const first = await serve(UNLIMITED);
  const answered: { id: string; secret: string; code: string }[] = [];
  const revised = new Map<string, number>();
  let count = 0;
  const write = async () => {
    const client = new ApiClient(first.url);
    for (;;) {
      count += 1;
      const code = `# ${count}\n${`print(${count})\n`.repeat(100)}`;
      const made: SnippetCreated = await (await client.post('/api/snippets', program(code))).json();
      answered.push({ id: made.id, secret: made.secret, code });
      const answer = await change(client, 'PUT', made, program(`${code}# again`));
      if (answer.status === 201) revised.set(made.id, 2);
    }
  };
  const writers = Array.from({ length: 12 }, () => write().catch(() => {}));
  await expect.poll(() => answered.length, { timeout: 60_000 }).toBeGreaterThan(700);
  first.child.kill('SIGKILL');
  await Promise.all(writers);

  const second = await serve({ ...UNLIMITED, DATA_DIR: first.dataFolder });
  const client = new ApiClient(second.url);
  for (let at = 0; at < answered.length; at += 20) {
    await Promise.all(
      answered.slice(at, at + 20).map(async ({ id, code }) => {
        const response = await client.request(`/api/snippets/${id}?revision=1`);
        expect(response.status, id).toBe(200);
        const found = await response.json();
        expect(found.code).toBe(code);
        expect(found.latestRevision).toBeGreaterThanOrEqual(revised.get(id) ?? 1);
        expect(found.history).toHaveLength(found.latestRevision);
      }),
    );
  }
  const [last] = answered.slice(-1) as [SnippetCreated & { code: string }];
  expect((await change(client, 'DELETE', last)).status).toBe(204);
});

/** What one copy answered the other has at once. */
async function holdsOnBoth(one: string, other: string) {
  const author = await ApiClient.withSession(one);
  const there = new ApiClient(other);
  const run = await author.run({ ...program('print("here")') });
  const made = await share(author, { ...program('print("here")'), runId: run.runId, title: 'One' });
  expect(made).toHaveProperty('receipt');
  const path = `/s/${made.id}`;
  const first = await there.request(path);
  expect(first.status).toBe(200);
  const etag = first.headers.get('etag') ?? '';
  const known = { headers: { 'If-None-Match': etag } };
  // Both are of one build, so what one has said the other knows.
  expect((await author.request(path, known)).status).toBe(304);
  expect((await there.request(path, known)).status).toBe(304);
  expect((await change(there, 'PUT', made, program('print("there")'))).status).toBe(201);
  expect((await author.request(path, known)).status).toBe(200);
  expect(await (await author.request(`${path}.txt`)).text()).toBe('print("there")');

  // Runs are known where they were made; the other copy makes one anew where it is asked to.
  const without = await share(there, { ...program('print("here")'), runId: run.runId });
  expect(without).not.toHaveProperty('receipt');
  const anew = { ...program('print("here")'), runId: run.runId, receipt: 'run' };
  expect(await share(there, anew)).toMatchObject({ receipt: { sandbox: 'own' } });

  const numbers = await Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      const answer = await change(n % 2 ? author : there, 'PUT', made, program(`print(${n})`));
      return (await answer.json()).revision;
    }),
  );
  expect(numbers.sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect((await change(author, 'DELETE', made)).status).toBe(204);
  for (const form of ['', '.txt', '.json', '.md']) {
    expect((await there.request(path + form, known)).status).toBe(410);
  }
}

test('two copies on one SQLite file have the same programs, at once', async () => {
  const one = await serve(UNLIMITED);
  const other = await serve({ ...UNLIMITED, DATA_DIR: one.dataFolder });
  await holdsOnBoth(one.url, other.url);
});

test('two copies on one Postgres have the same programs, at once', async () => {
  test.skip(noPostgres !== undefined, noPostgres);
  postgres = await startPostgres(['fsync=off']);
  const settings = { ...UNLIMITED, DATABASE_URL: await postgres.newDatabase() };
  const [one, other] = await Promise.all([serve(settings), serve(settings)]);
  await holdsOnBoth(one.url, other.url);
});

test('while the database is away pages say so and when to come back, and then all is there again', async ({
  browser,
}) => {
  test.skip(noPostgres !== undefined, noPostgres);
  postgres = await startPostgres();
  const { url } = await serve({ ...UNLIMITED, DATABASE_URL: await postgres.newDatabase() });
  const client = await ApiClient.withSession(url);
  const made = await share(client, { ...program('print("kept")'), title: 'Kept' });
  expect((await client.request(`/s/${made.id}`)).status).toBe(200);
  await postgres.crash();

  for (const path of [`/s/${made.id}.txt`, `/s/${made.id}.md`, `/api/snippets/${made.id}`]) {
    const answer = await client.request(path);
    expect(answer.headers.get('retry-after'), path).toBe('5');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await problemOf(answer)).toMatchObject({ status: 503, code: 'store_unavailable' });
  }
  expect((await client.request('/api/ready')).status).toBe(503);
  expect((await client.request('/api/health')).status).toBe(200);
  const refused = await client.post('/api/snippets', program('print(1)'));
  expect(await problemOf(refused)).toMatchObject({ code: 'store_unavailable', retryAfterS: 5 });

  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  const answer = await page.goto(`/s/${made.id}#edit=${made.secret}`);
  expect(answer?.status()).toBe(503);
  expect(answer?.headers()).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' });
  await expect(page.getByRole('heading', { name: en.share.unavailable.title })).toBeVisible();
  await expect(page.getByText('try again in 5 seconds')).toBeVisible();
  const plain = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: false,
    locale: 'zh-CN',
  });
  const bare = await plain.newPage();
  await bare.goto(`/s/${made.id}`);
  await expect(bare.getByRole('heading', { name: zh.share.unavailable.title })).toBeVisible();
  await expect(bare.getByText('请在 5 秒后再试')).toBeVisible();

  await postgres.restart();
  await expect.poll(async () => (await client.request(`/s/${made.id}`)).status).toBe(200);
  await bare.getByRole('link', { name: zh.errors.page.tryAgain }).click();
  await expect(bare.getByRole('heading', { level: 1 })).toHaveText('Kept');
  // With the secret that its address holds.
  await page.getByRole('link', { name: en.errors.page.tryAgain }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kept');
  await expect(page).toHaveURL(new RegExp(`#edit=${made.secret}$`));
  await share(client, program('print(2)'));
  await context.close();
  await plain.close();
});

test('a copy made while the server writes is whole, and another server goes on with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'runbay-backup-'));
  const copy = join(folder, 'snippets.sqlite');
  try {
    const first = await serve(UNLIMITED);
    const client = new ApiClient(first.url);
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, n) => share(client, program(`print(${n})`))),
    );
    let isDone = false;
    const writing = (async () => {
      while (!isDone) await share(client, program('print("more")'));
    })();
    const env = { ...process.env, DATA_DIR: first.dataFolder };
    const backup = () =>
      execFileSync(process.execPath, ['scripts/backup.mjs', copy], { env, stdio: 'pipe' });
    expect(String(backup())).toMatch(/^\d+ shared programs are in .*snippets\.sqlite\n$/);
    isDone = true;
    await writing;
    expect(backup).toThrow(/is there already/);
    const second = await serve({ ...UNLIMITED, DATA_DIR: folder });
    const there = new ApiClient(second.url);
    for (const { id } of made) expect((await there.request(`/s/${id}.txt`)).status).toBe(200);
    const [one] = made as [SnippetCreated];
    expect((await change(there, 'DELETE', one)).status).toBe(204);
    expect((await client.request(`/s/${one.id}`)).status).toBe(200);
  } finally {
    await endServers();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('who asks for one unknown link after the other has to wait, in every form, and is told how long', async ({
  browser,
}) => {
  const { url } = await serve({ RUNBAY_POOL: '0' });
  const client = await ApiClient.withSession(url);
  const made = await share(client, program('print(1)'));
  const forms = ['/s/{}', '/s/{}.txt', '/api/snippets/{}', '/s/{}.json'];
  const statuses: number[] = [];
  for (let n = 0; n < 62 && statuses.at(-1) !== 429; n += 1) {
    const path = forms[n % forms.length]?.replace('{}', `${'b'.repeat(14)}${10 + n}`) ?? '';
    statuses.push((await client.request(path)).status);
  }
  expect(statuses.filter((status) => status === 404)).toHaveLength(60);
  expect(statuses.at(-1)).toBe(429);
  const raw = await client.request('/s/bbbbbbbbbbbbbbbb.txt');
  expect(await problemOf(raw)).toMatchObject({
    code: 'busy',
    detail: expect.stringMatching(/the next is possible in \d+ s/),
  });
  expect(Number(raw.headers.get('retry-after'))).toBeGreaterThan(0);
  for (const [locale, words, sentence] of [
    ['en-GB', en, /Wait \d+ seconds?, then try again/],
    ['zh-CN', zh, /请等待 \d+ 秒，然后重试/],
  ] as const) {
    const context = await browser.newContext({ locale, baseURL: url, javaScriptEnabled: false });
    const page = await context.newPage();
    expect((await page.goto('/s/bbbbbbbbbbbbbbbb'))?.status()).toBe(429);
    await expect(page.getByRole('heading', { name: words.share.busy.title })).toBeVisible();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByRole('link', { name: words.errors.page.tryAgain })).toBeVisible();
    // What exists is read all the same.
    expect((await page.goto(`/s/${made.id}`))?.status()).toBe(200);
    await context.close();
  }
});
