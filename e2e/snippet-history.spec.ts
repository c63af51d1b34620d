import { AxeBuilder } from '@axe-core/playwright';
import { en } from '../lib/messages/en';
import { expect, test } from './fixtures';
import { endServers, serve } from './own-server';
import { PlaygroundPage } from './playground-page';
import { SnippetAuthor } from './snippet-author';

const words = en.compare;

let author: SnippetAuthor;

test.beforeAll(async ({ baseURL }) => {
  author = await SnippetAuthor.at(baseURL);
});

test.afterEach(endServers);

test('without a script the history says what changed from one revision to the next', async ({
  browser,
  baseURL,
}) => {
  const made = await author.share({
    code: 'a = 1\nprint(a)',
    files: [{ path: '<b>old</b>.txt', text: 'old' }],
  });
  await author.revise(made, {
    code: 'a = 2\nprint(a)',
    files: [{ path: 'new.txt', text: '<script>' }],
    stdin: 'Ada',
    timeoutS: 20,
  });
  await author.revise(made, {
    code: 'a = 2\nprint(a)',
    files: [{ path: 'new.txt', text: '<script>' }],
    stdin: 'Ada',
    timeoutS: 20,
  });
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto(`/s/${made.id}`);
  await page.getByRole('link', { name: words.changes.link }).last().click();
  const changes = page.getByRole('region', { name: 'Changed since revision 1' });
  await expect(changes.getByRole('deletion')).toHaveText(['a = 1', 'old']);
  await expect(changes.getByRole('insertion')).toHaveText(['a = 2', '<script>', 'Ada']);
  await expect(changes).toContainText('<b>old</b>.txt was taken out.');
  await expect(changes).toContainText('It was stopped after 10 s, and is now after 20 s.');
  await changes.getByRole('link', { name: words.changes.close }).click();
  await expect(changes).toHaveCount(0);
  await expect(page.getByText('This is revision 2 of 3.')).toBeVisible();
  await page.goto(`/s/${made.id}?revision=3&since=2`);
  await expect(page.getByText(words.changes.none)).toBeVisible();
  for (const since of ['3', '4', '0', '-1', 'x', '99999', '%3Cscript%3E']) {
    await page.goto(`/s/${made.id}?since=${since}`);
    await expect(page.getByRole('main')).toContainText('print(a)');
    await expect(page.getByText('Changed since')).toHaveCount(0);
  }
  await context.close();
});

test('changes are accessible, and a line is marked without a script', async ({
  page,
  browser,
  baseURL,
}) => {
  const made = await author.share({ code: 'a = 1\nprint(a)', receipt: undefined });
  await author.revise(made, { code: 'a = 2\nprint(a)' });
  await page.goto(`/s/${made.id}?revision=2&since=1`);
  await expect(page.getByRole('button', { name: en.share.page.copyLink })).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  const long = Array.from({ length: 200 }, (_, at) => `line_${at + 1} = 0`).join('\n');
  const { id } = await author.share({ code: long, receipt: undefined });
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const plain = await context.newPage();
  for (const one of [plain, page]) {
    await one.goto(`/s/${id}#L150`);
    const line = one.locator('#L150');
    await expect(line).toBeInViewport({ ratio: 1 });
    await expect(line).toHaveCSS('background-color', 'rgb(217, 239, 235)');
    const header = await one.getByRole('banner').boundingBox();
    const box = await line.boundingBox();
    expect(box?.y ?? 0).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  }
  await context.close();
});

test('a fork of an old revision has its files and its input, and names what it was made from', async ({
  page,
}) => {
  const parent = await author.share({
    title: 'The <i>parent</i>',
    code: 'import helper\nprint(helper.GREETING, input())',
    files: [{ path: 'helper.py', text: 'GREETING = "Hello"\n' }],
    stdin: 'Ada',
  });
  await author.revise(parent, { code: 'print("another")' });
  await page.goto(`/s/${parent.id}?revision=1&predict`);
  await expect(page.getByRole('link', { name: en.share.page.open })).toHaveCount(0);
  await page.getByRole('textbox', { name: words.predict.label }).fill('Hello Ada');
  await page.getByRole('button', { name: words.predict.show }).click();
  await page.getByRole('link', { name: en.share.page.open }).click();
  await expect(page.getByText('is open.')).toBeVisible();
  const playground = new PlaygroundPage(page);
  await playground.runToEnd();
  await expect(playground.output).toContainText('Hello Ada');
  const shared = page.waitForResponse(
    (response) =>
      new URL(response.url()).pathname === '/api/snippets' &&
      response.request().method() === 'POST',
  );
  await playground.editorReady();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: en.share.dialog.title });
  await dialog.getByRole('button', { name: en.share.dialog.share, exact: true }).click();
  const fork = await (await shared).json();
  await page.goto(`/s/${fork.id}`);
  const link = page.getByRole('link', { name: 'The <i>parent</i>' });
  await expect(link).toHaveAttribute('href', `/s/${parent.id}?revision=1`);
  await expect(page.getByRole('region', { name: en.share.page.files })).toContainText('GREETING');
  await expect(page.getByRole('region', { name: en.share.page.input })).toContainText('Ada');

  await author.remove(parent);
  await page.reload();
  await expect(page.getByText(words.fork.gone)).toBeVisible();
  await expect(link).toHaveCount(0);
});

/** A server whose programs are found and cannot be read: as if each were removed in between. */
const WITHOUT_CONTENT = `import { StatementSync } from 'node:sqlite';
const { all } = StatementSync.prototype;
StatementSync.prototype.all = function (...values) {
  const rows = all.apply(this, values);
  return /^select \\* from "revisions"/.test(this.sourceSQL) ? [] : rows;
};`;

test('a program that is removed while its page is made is asked for again, and is gone', async () => {
  const { url, said } = await serve({
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(WITHOUT_CONTENT)}`,
  });
  const own = await SnippetAuthor.at(url);
  const made = await own.share({ code: 'print(1)', receipt: undefined });
  for (const query of ['', '?revision=1', '?predict']) {
    const answer = await fetch(`${url}/s/${made.id}${query}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([307, `/s/${made.id}`]);
  }
  await own.remove(made);
  expect((await fetch(`${url}/s/${made.id}`)).status).toBe(410);
  expect(said.stderr).not.toContain('Error');
});
