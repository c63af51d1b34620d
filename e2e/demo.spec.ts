/** A document whose code runs: read without a script, run with one. */
import AxeBuilder from '@axe-core/playwright';
import { ApiClient } from './api-client';
import { DemoPage, MARKDOWN, SECRET, shareDemo } from './demo-page';
import { test as base, expect } from './fixtures';

const test = base.extend<{ demo: DemoPage; server: string }>({
  server: async ({ baseURL }, use) => use(baseURL ?? ''),
  demo: async ({ page }, use) => use(new DemoPage(page)),
});

test('is whole without a script, and holds nothing that its readers may not have', async ({
  browser,
  server: baseURL,
}) => {
  const { made } = await shareDemo(baseURL);
  expect(made).toMatchObject({ url: `/d/${made.id}`, recording: 'whole' });
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  const response = await page.goto(`/s/${made.id}`);
  expect(page.url()).toBe(`${baseURL}/d/${made.id}`);
  const demo = new DemoPage(page);
  await expect(page).toHaveTitle('Boats in the harbour · Runbay');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Boats in the harbour');
  await expect(page.getByRole('heading', { name: 'A list' })).toHaveAttribute('id', 'a-list');
  await expect(demo.block(1)).toContainText('boats: 3');
  await expect(demo.block(4)).toContainText('3');
  await expect(page.getByText('Image: a chart')).toBeVisible();
  await expect(page.getByRole('link', { name: 'a bad place' })).toHaveCount(0);
  await expect(page.getByText('crew list.csv', { exact: true })).toBeVisible();
  // Nobody has typed for it, and what stands below needs it.
  await expect(demo.block(2)).not.toContainText('EOFError');
  await expect(page.getByRole('button', { name: 'Run all' })).toBeHidden();

  const html = (await response?.text()) ?? '';
  expect(html).not.toContain('predicted output');
  const forms = ['', '.md', '.ipynb', '.html', '.txt', '.json', '.png'].map((form) =>
    form === '.png' ? `/s/${made.id}.png` : `/d/${made.id}${form}`,
  );
  const reader = await ApiClient.withSession(baseURL);
  for (const path of [
    ...forms,
    `/s/${made.id}.md`,
    `/embed/${made.id}`,
    `/api/snippets/${made.id}`,
  ]) {
    const answer = await reader.request(path);
    expect(answer.status, path).toBe(200);
    const text = await answer.text();
    expect(text, path).not.toContain(SECRET);
    if (path !== `/s/${made.id}.png`) expect(text, path).not.toContain('predicted output');
  }
  await context.close();
});

test('the author alone has the whole source; it has revisions and forks, and can be removed', async ({
  server: baseURL,
}) => {
  const { made, author } = await shareDemo(baseURL, { receipt: undefined });
  expect(made.recording).toBe('missing');
  const { id, secret } = made;
  const headers = { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' };
  const whole = await (await author.request(`/api/snippets/${id}`, { headers })).json();
  expect(whole.markdown).toBe(MARKDOWN);
  const wrong = { headers: { Authorization: `Bearer ${'2'.repeat(28)}` } };
  expect((await author.request(`/api/snippets/${id}`, wrong)).status).toBe(403);

  const body = JSON.stringify({ markdown: '# Second\n', receipt: 'run' });
  const put = await author.request(`/api/snippets/${id}`, { method: 'PUT', headers, body });
  expect(await put.json()).toMatchObject({ revision: 2, url: `/d/${id}?revision=2` });
  const mixed = JSON.stringify({ language: 'python', code: '1' });
  const refused = await author.request(`/api/snippets/${id}`, {
    method: 'PUT',
    headers,
    body: mixed,
  });
  expect(await refused.json()).toMatchObject({ status: 400, field: 'markdown' });

  const fork = await shareDemo(baseURL, { markdown: '# Fork', parent: { id, revision: 1 } });
  const page = await (await author.request(`/d/${fork.made.id}`)).text();
  expect(page).toContain(`/d/${id}?revision=1`);

  const first = await author.request(`/d/${id}`);
  const etag = first.headers.get('etag') ?? '';
  const again = await author.request(`/d/${id}`, { headers: { 'If-None-Match': etag } });
  expect(again.status).toBe(304);
  await author.request(`/api/snippets/${id}`, { method: 'DELETE', headers });
  for (const path of [`/d/${id}`, `/d/${id}.md`, `/s/${id}`, `/embed/${id}`]) {
    expect((await author.request(path)).status, path).toBe(410);
  }
  expect((await author.request('/d/2222222222222222')).status).toBe(404);
});

test('a block runs after what it needs, asks for its input, and says what went wrong', async ({
  page,
  demo,
  baseURL,
}) => {
  const { made } = await shareDemo(baseURL);
  await page.goto(made.url);
  await demo.run(3).click();
  // What stands above it asks.
  const field = demo.block(2).getByRole('textbox', { name: /input/i });
  await field.fill('Ada');
  await field.press('Enter');
  await expect(demo.output(2)).toContainText('Ada 3 tug,3');
  await expect(demo.output(3)).toContainText('ADA');
  await expect(demo.output(3)).toContainText('ZeroDivisionError');
  await expect(demo.block(3).getByRole('note')).toContainText(/zero/);
  await expect(demo.output(1)).toContainText('boats: 3');
  await demo.run(1).click();
  await expect(demo.status(1)).toContainText('Finished');

  await demo.run(4).click();
  await expect(demo.output(4)).toContainText('3');
  await expect(demo.block(4).getByRole('textbox', { name: /^Code/ })).toHaveCount(0);
});

test('by keyboard alone: what is written is run, and put back', async ({ page, demo, baseURL }) => {
  const markdown =
    '~~~python run\nx = 1\n~~~\n\n~~~python run\nprint(x + 1)\n~~~\n\n~~~python run\nwhile True: pass\n~~~\n';
  const { made } = await shareDemo(baseURL, { markdown, title: 'Keys', receipt: undefined });
  await page.goto(made.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Keys');
  await demo.code(1).focus();
  await page.keyboard.press('End');
  await page.keyboard.type('0');
  await page.keyboard.press('Shift+Enter');
  await expect(demo.code(2)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(demo.output(2)).toContainText('11');
  // Tab writes, until Escape lets it go.
  await page.keyboard.press('Tab');
  await expect(demo.code(2)).toHaveValue(/ /);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(demo.code(2)).not.toBeFocused();

  await demo.code(3).focus();
  await page.keyboard.press('Control+Enter');
  await expect(demo.status(3)).toContainText(/Running/);
  await demo.block(3).getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(demo.status(3)).toContainText(/Stopped/);

  await page.getByRole('button', { name: 'Reset' }).press('Enter');
  await expect(
    page.getByRole('status').filter({ hasText: 'as its author wrote it' }),
  ).toBeVisible();
  await expect(demo.code(1)).toHaveValue('x = 1');
  await expect(demo.output(2)).toHaveCount(0);
  await demo.run(2).click();
  await expect(demo.output(2)).toContainText('2');
});

test('is accessible, with all that ran on it', async ({ page, demo, baseURL }) => {
  const { made } = await shareDemo(baseURL, {
    markdown: MARKDOWN.replace(/name = input.*/, "name = 'Ada'"),
  });
  await page.goto(made.url);
  await page.getByRole('button', { name: 'Run all' }).click();
  await expect(demo.output(3)).toContainText('ZeroDivisionError');
  // As in a notebook: what fails ends it.
  await expect(demo.block(4)).toContainText('Not run: a block above it failed.');
  await page.getByRole('link', { name: 'Show that block' }).click();
  await expect(demo.block(3)).toBeInViewport();
  await demo.run(4).click();
  await expect(demo.status(4)).toContainText('Finished');
  await expect(demo.block(4)).not.toContainText('Not run');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  await page.goto(`${made.url}#asks`);
  await expect(demo.block(2)).toBeInViewport();
});

test('what a reader changes is there after a reload, until it is put back or its author changes it', async ({
  page,
  demo,
  baseURL,
}) => {
  const source = (second: string) =>
    `# Kept\n\n~~~python run\nx = 1\n~~~\n\n~~~python run\n${second}\n~~~\n`;
  const { made, author } = await shareDemo(baseURL, { markdown: source('print(x)') });
  await page.goto(made.url);
  await demo.code(1).fill('x = 10');
  await demo.code(2).fill('print(x + 5)');
  await page.reload();
  await expect(demo.code(1)).toHaveValue('x = 10');
  await demo.run(2).click();
  await expect(demo.output(2)).toContainText('15');

  await demo.block(1).getByRole('button', { name: 'Put back' }).click();
  // The button has gone.
  await expect(demo.run(1)).toBeFocused();
  await page.reload();
  await expect(demo.code(2)).toHaveValue('print(x + 5)');
  await expect(demo.code(1)).toHaveValue('x = 1');

  const headers = { Authorization: `Bearer ${made.secret}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ markdown: source('print("new")'), receipt: 'run' });
  const put = await author.request(`/api/snippets/${made.id}`, { method: 'PUT', headers, body });
  expect(put.status).toBe(201);
  await page.reload();
  await expect(demo.code(2)).toHaveValue('print("new")');
});
