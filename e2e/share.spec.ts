import { AxeBuilder } from '@axe-core/playwright';
import { en } from '../lib/messages/en';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

const words = en.share;
const toSnippets = (url: string) => new URL(url).pathname === '/api/snippets';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a program is shared with the output of its run, and only when the author says so', async ({
  page,
  allowProblem,
}) => {
  allowProblem(/status of 410/);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (toSnippets(request.url())) sent.push(request.postData() ?? '');
  });
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("for everybody")' });
  await playground.runToEnd();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: words.dialog.title });
  await expect(dialog).toContainText('main.py, 1 line');
  await expect(dialog).toContainText('the output of the last run: Finished');
  const output = dialog.getByRole('checkbox', { name: words.dialog.withOutput });
  await output.uncheck();
  await expect(dialog.getByRole('listitem').last()).toHaveText(words.dialog.contents.noOutput);
  await output.check();
  expect(sent).toEqual([]);

  await dialog.getByRole('textbox', { name: words.dialog.titleLabel }).fill('Everybody’s');
  await dialog.getByRole('button', { name: words.dialog.share, exact: true }).click();
  const done = page.getByRole('dialog', { name: words.dialog.sharedTitle });
  await expect(done.getByText(words.links.copied)).toBeVisible();
  expect(JSON.parse(sent[0] ?? '')).toMatchObject({ runId: expect.any(String) });
  const url = await done.getByRole('textbox', { name: words.links.link, exact: true }).inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
  const secret = await done.getByRole('textbox', { name: words.links.secret }).inputValue();
  expect(secret).toMatch(/\/s\/[a-z0-9]{16}#edit=[a-z0-9]{28}$/);
  await expect(done.getByRole('img', { name: words.links.qr })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await page.goto(url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everybody’s');
  await expect(page.getByRole('region', { name: words.page.output })).toContainText(
    'for everybody',
  );

  // This browser has kept the secret; the form is open for who comes with it.
  const manage = page.getByRole('region', { name: words.manage.title });
  const field = manage.getByRole('textbox', { name: words.dialog.titleLabel });
  await expect(manage).toBeVisible();
  await expect(field).toBeHidden();
  await page.goto(secret);
  await field.fill('Another title');
  await manage.getByRole('button', { name: words.manage.save }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Another title');
  await manage.getByRole('button', { name: words.manage.remove }).click();
  await manage.getByRole('button', { name: words.manage.removeForGood }).click();
  await expect(page.getByRole('heading', { name: words.gone.title })).toBeVisible();
});

test('what was shared from this browser is found again', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print(1)' });
  for (const title of ['Sorting cards', 'Prime numbers']) {
    await page.getByRole('button', { name: en.toolbar.share }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.dialog.whole }).waitFor();
    const isOther = dialog.getByRole('radio', { name: /^A new program/ });
    if ((await isOther.count()) > 0) await isOther.check();
    await dialog.getByRole('textbox', { name: words.dialog.titleLabel }).fill(title);
    await dialog.getByRole('button', { name: words.dialog.share, exact: true }).click();
    await expect(dialog.getByRole('textbox', { name: words.links.secret })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await page.reload();
  await page.getByRole('button', { name: en.toolbar.share }).click();
  await page.getByRole('button', { name: `${en.programs.title}…` }).click();
  const dialog = page.getByRole('dialog', { name: en.programs.title });
  await dialog.getByRole('textbox', { name: en.programs.search }).fill('prime');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(dialog.getByRole('link', { name: 'Page of Prime numbers' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Open Prime numbers' }).click();
  await expect(page.getByText('“Prime numbers” is open.')).toBeVisible();
});

test('what looks like a secret is named before anything is sent', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'x = 1\nAPI_KEY = "k3v9-22hf-88ab"' });
  await page.getByRole('button', { name: en.toolbar.share }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('main.py, line 2: a key or token');
  await expect(dialog.getByRole('button', { name: words.dialog.shareAnyway })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a link that stores nothing holds the whole program, and is opened safely', async ({
  page,
  browser,
  baseURL,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("in the link")', timeoutS: 7 });
  let sent = 0;
  page.on('request', (request) => {
    if (toSnippets(request.url())) sent += 1;
  });
  await page.getByRole('button', { name: en.toolbar.share }).click();
  await page.getByRole('button', { name: words.dialog.whole }).click();
  await expect(page.getByText(words.dialog.wholeCopied)).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash).toMatch(/^#v1\.[\w-]+$/);
  expect(sent).toBe(0);

  const visitor = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = await visitor.newPage();
  await other.goto(link);
  await expect(other.getByText('The Python program of the link is open.')).toBeVisible();
  const there = new PlaygroundPage(other);
  await expect(there.timeLimit).toHaveValue('7');
  await there.runToEnd();
  await expect(there.output).toContainText('in the link');
  await other.goto('/#v1.damaged');
  await expect(other.getByText(words.opened.failures.damaged)).toBeVisible();
  await visitor.close();
});
