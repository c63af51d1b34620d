/** Reading needs no script: every way to a shared program in a browser that runs none. */
import type { Page } from '@playwright/test';
import { en } from '../lib/messages/en';
import { zh } from '../lib/messages/zh';
import type { SnippetCreated } from '../lib/snippets/contract';
import { ApiClient } from './api-client';
import { test as base, expect } from './fixtures';

const words = en.share.page;
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const CODE = `from IPython.display import display
print("Hello,", input("Name? "))
display({"image/png": "${PICTURE}", "text/plain": "a dot"}, raw=True)
display({"text/html": "<b>bold</b>", "text/plain": "plain instead"}, raw=True)`;

const test = base.extend<{ plain: Page; made: SnippetCreated; author: ApiClient }>({
  plain: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
    await use(await context.newPage());
    await context.close();
  },
  author: async ({ baseURL }, use) => use(await ApiClient.withSession(baseURL ?? '')),
  made: async ({ author }, use) => {
    const response = await author.post('/api/snippets', {
      language: 'python',
      timeoutS: 10,
      code: CODE,
      title: 'Read without a script',
      stdin: 'Ada',
      files: [{ path: 'notes/a.txt', text: 'a note' }],
      receipt: 'run',
    });
    const made = await response.json();
    expect(response.status, JSON.stringify(made)).toBe(201);
    const answer = await author.request(`/api/snippets/${made.id}`, {
      method: 'PUT',
      body: JSON.stringify({
        language: 'python',
        timeoutS: 10,
        code: 'print("newer")',
        receipt: 'run',
      }),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${made.secret}` },
    });
    expect(answer.status).toBe(201);
    await use(made);
  },
});

test('the newest, its history, and an older revision with input, files and pictures', async ({
  plain,
  made,
}) => {
  await plain.goto(`/s/${made.id}`);
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Read without a script');
  const output = plain.getByRole('region', { name: words.output });
  await expect(output).toContainText('newer');
  await plain.getByRole('link', { name: 'Revision 1', exact: true }).click();
  await expect(plain).toHaveURL(new RegExp(`/s/${made.id}\\?revision=1$`));
  await expect(plain.getByRole('region', { name: words.program, exact: true })).toContainText(
    'Name? ',
  );
  await expect(plain.getByRole('region', { name: words.input })).toContainText('Ada');
  await expect(plain.getByRole('region', { name: words.files })).toContainText('a note');
  await expect(output).toContainText('Name? Ada');
  const picture = output.getByRole('img', { name: 'a dot' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate(({ naturalWidth }: HTMLImageElement) => naturalWidth)).toBe(1);
  // HTML needs a frame that a script makes.
  await expect(output).toContainText('plain instead');
  await plain.getByRole('link', { name: words.newest }).click();
  await expect(output).toContainText('newer');
});

test('every other form is a link that works', async ({ plain, made, request }) => {
  await plain.goto(`/s/${made.id}?revision=1`);
  const links = plain.getByRole('link').filter({ hasText: /\.(py|txt|md|json|ipynb)$/ });
  await expect(links).toHaveCount(5);
  for (const link of await links.all()) {
    const href = (await link.getAttribute('href')) ?? '';
    const answer = await request.get(href);
    expect(answer.status(), href).toBe(200);
    // JSON and notebooks escape the quotes.
    expect(await answer.text(), href).toMatch(/Name\? /);
  }
});

test('a line that the address names is gone to', async ({ plain, made }) => {
  await plain.goto(`/s/${made.id}?revision=1#L3`);
  await expect(plain.locator('#L3')).toBeInViewport();
  await plain.goto(`/s/${made.id}?revision=1`);
  await plain.locator('[data-line="2"]').click();
  await expect(plain).toHaveURL(/#L2$/);
});

test('an embedded program is read as well', async ({ plain, made }) => {
  await plain.goto(`/embed/${made.id}?revision=1`);
  await expect(plain.getByText('Name? Ada')).toBeVisible();
  await expect(plain.locator('body')).toContainText('from IPython.display import display');
});

test('what is not there or was removed says so, and where to go', async ({
  plain,
  made,
  author,
}) => {
  expect((await plain.goto('/s/bbbbbbbbbbbbbbbb'))?.status()).toBe(404);
  await expect(plain.getByRole('heading', { name: en.share.missing.title })).toBeVisible();
  await expect(plain).toHaveTitle(`${en.share.missing.tab} · Runbay`);
  expect((await plain.goto(`/s/${made.id}?revision=9`))?.status()).toBe(404);
  await author.request(`/api/snippets/${made.id}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${made.secret}` },
  });
  for (const query of ['', '?revision=1', '?predict']) {
    expect((await plain.goto(`/s/${made.id}${query}`))?.status()).toBe(410);
    await expect(plain.getByRole('heading', { name: en.share.gone.title })).toBeVisible();
  }
  await plain.getByRole('link', { name: en.errors.notFound.toPlayground }).click();
  await expect(plain).toHaveURL(/\/$/);
});

test('the playground says what it needs, in both languages', async ({
  plain,
  browser,
  baseURL,
}) => {
  await plain.goto('/');
  await expect(plain.getByRole('alert')).toHaveText(en.playground.needsScript);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: baseURL ?? '',
    locale: 'zh-CN',
  });
  const chinese = await context.newPage();
  await chinese.goto('/');
  await expect(chinese.getByRole('alert')).toHaveText(zh.playground.needsScript);
  await context.close();
});
