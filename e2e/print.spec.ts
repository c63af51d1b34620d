/** A shared program as a handout. */
import { en } from '../lib/messages/en';
import { expect, test } from './fixtures';
import { SnippetAuthor } from './snippet-author';

const words = en.print;

test('a program prints without the page around it, with what was chosen', async ({
  page,
  baseURL,
}) => {
  const author = await SnippetAuthor.at(baseURL);
  const made = await author.share({ code: 'n = 1\nfor i in range(3):\n    n += i\nprint(n)' });
  await page.addInitScript(() => {
    // The browser's own dialog would wait for somebody.
    window.print = () => Object.assign(window, { isPrinting: true });
  });
  await page.goto(made.url);
  await page.getByRole('button', { name: words.button }).click();
  await page.getByRole('checkbox', { name: words.outputs }).uncheck();
  await page.getByRole('combobox', { name: words.traceRows }).selectOption('6');
  await page.getByRole('button', { name: words.start, exact: true }).click();
  await page.waitForFunction(() => 'isPrinting' in window);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('region', { name: en.share.page.output })).toBeHidden();
  await expect(page.getByRole('region', { name: en.share.page.about })).toBeHidden();
  await expect(page.getByRole('img', { name: words.qr })).toBeVisible();
  await expect(page.getByText(`${baseURL}${made.url}`, { exact: true })).toBeVisible();
  const table = page.getByRole('table', { name: words.trace });
  await expect(table.getByRole('columnheader')).toHaveText([
    words.line,
    'n',
    'i',
    '',
    words.output,
  ]);
  await expect(table.getByRole('row')).toHaveCount(7);

  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByRole('table', { name: words.trace })).toHaveCount(0);
  await expect(page.getByRole('region', { name: en.share.page.output })).toBeVisible();
});

test('a link asks for a handout, as its words say', async ({ page, baseURL }) => {
  const author = await SnippetAuthor.at(baseURL);
  const made = await author.share({ code: 'n = 1\nprint(n)' });
  await page.addInitScript(() => {
    window.print = () => Object.assign(window, { isPrinting: true });
  });
  await page.goto(`${made.url}?print=no-outputs,trace-6`);
  const dialog = page.getByRole('dialog', { name: words.title });
  await expect(dialog.getByRole('checkbox', { name: words.outputs })).not.toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: words.lineNumbers })).toBeChecked();
  await dialog.getByRole('button', { name: words.start, exact: true }).click();
  await page.waitForFunction(() => 'isPrinting' in window);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: words.trace }).getByRole('row')).toHaveCount(7);
});
