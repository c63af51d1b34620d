/** What browsers and caches are told about every address of a shared program. */
import { en } from '../lib/messages/en';
import type { SnippetCreated } from '../lib/snippets/contract';
import { ApiClient } from './api-client';
import { expect, test } from './fixtures';

let author: ApiClient;

test.beforeAll(async ({ baseURL }) => {
  author = await ApiClient.withSession(baseURL ?? '');
});

const FIRST = 'print("word of the first")';
const SECOND = 'print("word of the second")';

async function share(body: object = {}): Promise<SnippetCreated> {
  const made = { language: 'python', timeoutS: 10, code: FIRST, title: 'Old title', ...body };
  const response = await author.post('/api/snippets', { ...made, receipt: 'run' });
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(201);
  return answer;
}

const change = (method: string, { id, secret }: SnippetCreated, body?: object) =>
  author.request(`/api/snippets/${id}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${secret}` },
  });

interface Address {
  path: string;
  /** It holds words of the page's language. */
  isText: boolean;
  /** What it says cannot be looked for. */
  isBinary?: boolean;
}

const ADDRESSES: Address[] = [
  { path: '/s/{id}', isText: true },
  { path: '/s/{id}?predict', isText: true },
  { path: '/s/{id}?since=1', isText: true },
  { path: '/embed/{id}', isText: true },
  { path: '/s/{id}.txt', isText: false },
  { path: '/s/{id}.py', isText: false },
  { path: '/s/{id}.md', isText: true },
  { path: '/s/{id}.json', isText: false },
  { path: '/s/{id}.ipynb', isText: false },
  { path: '/s/{id}.zip', isText: false, isBinary: true },
  { path: '/s/{id}.png', isText: true, isBinary: true },
  { path: '/api/snippets/{id}', isText: false },
];
const REVISION = [
  '/s/{id}?revision=1',
  '/s/{id}.txt?revision=1',
  '/s/{id}.png?revision=1&output=hidden',
  '/s/{id}.md?revision=1',
  '/api/snippets/{id}?revision=1',
  '/embed/{id}?revision=1',
];
const ALL = [...ADDRESSES.map(({ path }) => path), ...REVISION];

interface Answer {
  status: number;
  headers: Headers;
  body: string;
}

async function ask(
  path: string,
  { id }: SnippetCreated,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  const response = await fetch(author.baseURL + path.replace('{id}', id), { headers, method });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

const tagOf = ({ headers }: Answer) => headers.get('etag') ?? '';

/** What a cache may keep it must ask about each time, however it reads the header. */
function expectAskedEachTime({ headers }: Answer, path: string) {
  const given = (headers.get('cache-control') ?? '').split(/, */);
  expect(given, path).toContain('no-cache');
  expect(given.join(), path).not.toMatch(/public|immutable|s-maxage|stale|max-age=[1-9]/);
  expect(headers.get('expires'), path).toBeNull();
}

test('every address is asked for each time, and says with a tag whether there is anything new', async () => {
  const made = await share();
  for (const path of ALL) {
    const whole = await ask(path, made);
    expect(whole.status, path).toBe(200);
    expectAskedEachTime(whole, path);
    expect(tagOf(whole), path).toMatch(/^W\/"[\w.-]+"$/);

    const known = await ask(path, made, { 'If-None-Match': tagOf(whole) });
    expect(known.status, path).toBe(304);
    expect(known.body).toBe('');
    expect(tagOf(known), path).toBe(tagOf(whole));
    expectAskedEachTime(known, path);
    const vary = (answer: Answer) => (answer.headers.get('vary') ?? '').toLowerCase();
    for (const name of vary(known).split(/, */)) expect(vary(whole), path).toContain(name);

    for (const tag of ['W/"other"', '"9.9.9"', tagOf(whole).replace('W/', '').slice(1)]) {
      expect((await ask(path, made, { 'If-None-Match': tag })).status, path).toBe(200);
    }
    const head = await ask(path, made, {}, 'HEAD');
    expect(head.status, path).toBe(200);
    expect(head.body).toBe('');
    expect(tagOf(head), path).toBe(tagOf(whole));
    for (const name of ['cache-control', 'content-type', 'vary']) {
      const [one, other] = [head.headers.get(name), whole.headers.get(name)];
      // Nothing is compressed where there is nothing.
      expect(one?.replace(', Accept-Encoding', ''), path).toBe(
        other?.replace(', Accept-Encoding', ''),
      );
    }
  }
});

test('what is in the reader’s language is told apart by it, in the header and in the tag', async () => {
  const made = await share();
  for (const { path, isText } of ADDRESSES) {
    const english = await ask(path, made, { 'Accept-Language': 'en' });
    const chosen = { 'Accept-Language': 'en', Cookie: 'runbay_locale=zh' };
    const chinese = await ask(path, made, chosen);
    if (isText) {
      const vary = english.headers.get('vary')?.toLowerCase() ?? '';
      expect(vary, path).toContain('accept-language');
      expect(vary, path).toContain('cookie');
      expect(tagOf(english), path).not.toBe(tagOf(chinese));
      const known = { 'If-None-Match': tagOf(english) };
      expect((await ask(path, made, { ...chosen, ...known })).status, path).toBe(200);
    }
    expect((await ask(path, made, { ...chosen, 'If-None-Match': tagOf(chinese) })).status).toBe(
      304,
    );
  }
});

test('a new title and a new revision are seen at once, and a revision stays what it was', async () => {
  const made = await share();
  const before = new Map<string, string>();
  for (const path of ALL) before.set(path, tagOf(await ask(path, made)));
  const known = (path: string) => ({ 'If-None-Match': before.get(path) ?? '' });

  expect((await change('PATCH', made, { title: 'New title' })).status).toBe(200);
  for (const path of ALL) {
    const after = await ask(path, made, known(path));
    expect(after.status, path).toBe(200);
    expect(after.body, path).not.toContain('Old title');
    before.set(path, tagOf(after));
  }
  const revision = { language: 'python', timeoutS: 10, code: SECOND, receipt: 'run' };
  expect((await change('PUT', made, revision)).status).toBe(201);
  for (const { path, isBinary } of ADDRESSES) {
    const after = await ask(path, made, known(path));
    expect(after.status, path).toBe(200);
    if (!isBinary) expect(after.body, path).toContain('word of the second');
    if (!path.includes('since')) expect(after.body, path).not.toContain('word of the first');
    expect((await ask(path, made, { 'If-None-Match': tagOf(after) })).status).toBe(304);
  }
  for (const path of REVISION) {
    // Its page says that there is a newer one.
    const after = await ask(path, made, known(path));
    expect(after.status, path).toBe(200);
    if (!path.includes('.png')) expect(after.body, path).toContain('word of the first');
    expect(after.body, path).not.toContain('word of the second');
  }
});

/** No address gives anything of it, to nobody. */
async function expectGone(made: SnippetCreated, tags: Map<string, string>) {
  for (const path of ALL) {
    const questions: [string, Record<string, string>][] = [
      ['GET', {}],
      ['GET', { 'If-None-Match': tags.get(path) ?? '' }],
      ['GET', { 'If-None-Match': '*' }],
      ['GET', { 'Cache-Control': 'only-if-cached, max-stale' }],
      ['GET', { RSC: '1' }],
      ['HEAD', { 'If-None-Match': tags.get(path) ?? '' }],
    ];
    for (const [method, headers] of questions) {
      const answer = await ask(path, made, headers, method);
      expect(answer.status, `${method} ${path} ${JSON.stringify(headers)}`).toBe(410);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('etag')).toBeNull();
      expect(answer.body).not.toMatch(/word of the|Old title/);
    }
  }
  const told = await ask('/api/oembed?url={id}', made);
  expect(told.status).toBe(404);
  const wish = encodeURIComponent(`${author.baseURL}/s/${made.id}`);
  const card = await ask(`/api/oembed?url=${wish}`, made);
  expect(card.status).toBe(410);
  expect(card.headers.get('cache-control')).toBe('no-store');
  expect(card.body).not.toContain('Old title');
}

test('what was deleted is gone from every address, whatever a cache may know', async () => {
  const made = await share();
  const tags = new Map<string, string>();
  for (const path of ALL) tags.set(path, tagOf(await ask(path, made)));
  expect((await change('DELETE', made)).status).toBe(204);
  await expectGone(made, tags);
});

test('what has expired is gone at its time', async () => {
  const expiresAtMs = Date.now() + 4000;
  const made = await share({ expiresAtMs });
  const tags = new Map<string, string>();
  for (const path of ALL) tags.set(path, tagOf(await ask(path, made)));
  const status = async () => (await ask('/s/{id}', made)).status;
  await expect.poll(status, { intervals: [100], timeout: 10_000 }).toBe(410);
  expect(Date.now()).toBeGreaterThanOrEqual(expiresAtMs);
  await expectGone(made, tags);
});

test('what never changes is kept for good: scripts, styles and fonts have their content’s name', async () => {
  const made = await share();
  const { body } = await ask('/s/{id}', made);
  const files = [...new Set(body.match(/\/_next\/static\/[\w./~-]+\.(js|css|woff2)/g))];
  expect(files.length).toBeGreaterThan(3);
  for (const path of files) {
    const { status, headers } = await ask(path, made);
    expect(status, path).toBe(200);
    expect(headers.get('cache-control'), path).toBe('public, max-age=31536000, immutable');
  }
});

test('each visit has a policy and a nonce of its own, also where the page was made before', async () => {
  const made = await share();
  const nonces = new Set<string>();
  for (let n = 0; n < 3; n += 1) {
    const { headers, body } = await ask('/s/{id}', made);
    const nonce = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
    nonces.add(nonce);
    const used = [...body.matchAll(/<script[^>]* nonce="([^"]*)"/g)].map(([, found]) => found);
    expect(used.length).toBeGreaterThan(3);
    expect(new Set(used)).toEqual(new Set([nonce]));
    const links = headers.get('link') ?? '';
    for (const [, found] of links.matchAll(/nonce="([^"]*)"/g)) expect(found).toBe(nonce);
  }
  expect(nonces.size).toBe(3);
});

test('a page is one host’s and one language’s own', async () => {
  const made = await share();
  const bodies: string[] = [];
  for (const host of ['one.example', 'two.example', 'one.example']) {
    for (const language of ['en', 'zh']) {
      const { body } = await ask('/s/{id}', made, {
        'X-Forwarded-Proto': host.startsWith('one') ? 'https' : 'http',
        'Accept-Language': language,
      });
      expect(body).toContain(language === 'en' ? 'lang="en"' : 'lang="zh');
      bodies.push(body);
    }
  }
  expect(bodies).toHaveLength(6);
});

test('the Back button does not bring back what has been removed', async ({
  page,
  allowProblem,
}) => {
  allowProblem(/status of 4/);
  const made = await share({ title: 'Removed meanwhile' });
  await page.goto(`/s/${made.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Removed meanwhile');
  await page.goto('/s/bbbbbbbbbbbbbbbb.txt').catch(() => {});
  expect((await change('DELETE', made)).status).toBe(204);
  await page.goBack();
  await expect(page.getByRole('heading', { name: en.share.gone.title })).toBeVisible();
});

test('a page that comes back from the browser’s memory looks whether it is still there', async ({
  page,
  allowProblem,
}) => {
  allowProblem(/status of 410/);
  const made = await share({ title: 'Kept in memory' });
  await page.goto(`/s/${made.id}`);
  await expect(page.getByRole('button', { name: en.share.page.copyLink })).toBeVisible();
  // As the browser tells it: Playwright switches its memory of pages off.
  const comeBack = () =>
    page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  const asked = page.waitForResponse((response) => response.request().method() === 'HEAD');
  await comeBack();
  expect((await asked).status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kept in memory');
  expect((await change('DELETE', made)).status).toBe(204);
  await comeBack();
  await expect(page.getByRole('heading', { name: en.share.gone.title })).toBeVisible();
});
