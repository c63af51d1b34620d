import { AxeBuilder } from '@axe-core/playwright';
import { en } from '../lib/messages/en';
import { zh } from '../lib/messages/zh';
import { expect, test } from './fixtures';
import { SnippetAuthor } from './snippet-author';

const words = en.compare.predict;
const HOSTILE = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;
/** Printed, and nowhere in the program's text. */
const SECRET = 'SPOILER-42';
const CODE = 'print("SPOILER" + "-" + str(6 * 7))\nprint("end")';

/** The page, what Next's own scripts fetch of it, and the other language. */
const FORMS: Record<string, string>[] = [{}, { RSC: '1' }, { 'Accept-Language': 'zh' }];

let author: SnippetAuthor;

test.beforeAll(async ({ baseURL }) => {
  author = await SnippetAuthor.at(baseURL);
});

test('before a guess nothing that the server sends holds the output', async () => {
  const made = await author.share({ title: 'Guess', code: CODE });
  await author.revise(made, { code: `${CODE}\n`, receipt: 'run' });
  for (const query of [
    '?predict',
    '?predict=&guess=',
    '?predict=&guess=%20%0A',
    '?revision=1&predict',
    '?predict&since=1',
  ]) {
    for (const headers of FORMS) {
      const response = await author.client.request(`/s/${made.id}${query}`, { headers });
      const body = await response.text();
      expect(response.status).toBe(200);
      expect([query, body.includes('SPOILER')]).toEqual([query, true]);
      expect([query, body.includes(SECRET)]).toEqual([query, false]);
      expect(JSON.stringify([...response.headers])).not.toContain(SECRET);
      expect(body).not.toMatch(/href="[^"]*\.(?:md|json|ipynb|zip)\b/);
      expect(body).not.toContain('#open=');
    }
  }
  const shown = await author.client.request(`/s/${made.id}`);
  expect(await shown.text()).toContain(SECRET);
});

test('without a script a guess is written, sent, and stands beside what was printed', async ({
  browser,
  baseURL,
}) => {
  const { id } = await author.share({ title: 'Guess', code: CODE });
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto(`/s/${id}`);
  await page.getByRole('link', { name: words.link }).click();
  await expect(page.getByRole('main')).not.toContainText(SECRET);
  await expect(page.getByRole('button', { name: en.compare.run, exact: true })).toHaveCount(0);
  await page.getByRole('textbox', { name: words.label }).fill('SPOILER-41\nend');
  await page.getByRole('button', { name: words.show }).click();
  const guess = page.getByRole('region', { name: en.compare.sides.guess });
  await expect(guess).toContainText('1 of 2 lines right');
  await expect(guess.getByRole('definition')).toHaveText(['SPOILER-41\nend', `${SECRET}\nend`]);
  await expect(guess.getByRole('deletion')).toHaveText('SPOILER-41');
  await expect(guess.getByRole('insertion')).toHaveText(SECRET);
  await expect(page.getByRole('region', { name: en.share.page.output })).toContainText(SECRET);
  await page.reload();
  await expect(guess).toContainText('1 of 2 lines right');
  await guess.getByRole('link', { name: words.again }).click();
  await page.getByRole('textbox', { name: words.label }).fill(`${SECRET}\nend`);
  await page.getByRole('button', { name: words.show }).click();
  await expect(guess).toContainText(words.right);
  await context.close();
});

test('a guess is kept over a reload; an empty one is none, and nothing is one', async ({
  page,
}) => {
  const { id } = await author.share({ code: 'x = 1' });
  await page.goto(`/s/${id}?predict`);
  const field = page.getByRole('textbox', { name: words.label });
  await field.fill('my guess');
  await page.reload();
  await expect(field).toHaveValue('my guess');
  await page.goto(`/s/${id}?predict=&guess=+`);
  await expect(page.getByText(words.empty)).toBeVisible();
  await expect(field).toHaveAccessibleDescription(new RegExp(words.empty));
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: name, nodes }) => `${name}: ${nodes[0]?.html}`)).toEqual([]);
  await page.getByRole('button', { name: words.nothing }).click();
  await expect(page.getByRole('region', { name: en.compare.sides.guess })).toContainText(
    words.right,
  );
  const after = await new AxeBuilder({ page }).analyze();
  expect(after.violations.map(({ id: name, nodes }) => `${name}: ${nodes[0]?.html}`)).toEqual([]);
});

test('where nothing is recorded the guess is kept, and compared with a run', async ({ page }) => {
  const { id } = await author.share({ code: CODE, receipt: undefined });
  await page.goto(`/s/${id}?predict`);
  await page.getByRole('textbox', { name: words.label }).fill(`${SECRET}\nEND`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words.noReceipt)).toBeVisible();
  await page.getByRole('button', { name: en.compare.run, exact: true }).click();
  const output = page.getByRole('region', { name: en.compare.output, exact: true });
  await expect(output).toContainText(words.nearly);
  await expect(output.getByRole('definition')).toHaveText([`${SECRET}\nEND`, `${SECRET}\nend`]);
});

test('a hostile guess is only text, however long', async ({ page }) => {
  const { id } = await author.share({ code: CODE });
  await page.goto(`/s/${id}?predict=&guess=${encodeURIComponent(HOSTILE.repeat(12))}`);
  const guess = page.getByRole('region', { name: en.compare.sides.guess });
  await expect(guess.getByRole('definition').first()).toContainText(HOSTILE);
  expect(await page.locator('main script, main img[src="x"], [onerror]').count()).toBe(0);
  expect(await page.title()).not.toBe('taken');
});

test('the copied link asks the next reader to guess, and gives nothing away', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { id } = await author.share({ code: CODE });
  await page.goto(`/s/${id}?predict=&guess=wrong#L1-L2`);
  await page.getByRole('button', { name: en.share.page.copyLink }).click();
  await expect(page.getByText(en.share.page.copied)).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(`${link.search}${link.hash}`).toBe('?predict#L1-L2');
});

test('in Chinese too', async ({ browser, baseURL }) => {
  const { id } = await author.share({ code: CODE });
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto(`/s/${id}?predict`);
  await page.getByRole('textbox', { name: zh.compare.predict.label }).fill('结束');
  await page.getByRole('button', { name: zh.compare.predict.show }).click();
  await expect(page.getByRole('main')).toContainText(zh.compare.predict.wrong);
  await context.close();
});
