import { en } from '../lib/messages/en';
import { ApiClient } from './api-client';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test('a shared program is read on a phone, also a narrow one', async ({ page, baseURL }) => {
  const author = await ApiClient.withSession(baseURL ?? '');
  const made = await author.post('/api/snippets', {
    language: 'python',
    timeoutS: 10,
    receipt: 'run',
    title: 'A long title that goes on and on, with aVeryLongWordThatHasNoPlaceToBreakInIt',
    code: `print("wide " * 60)\n# ${'long '.repeat(40)}`,
  });
  const { id } = await made.json();
  await page.goto(`/s/${id}`);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await expect(page.getByRole('region', { name: en.share.page.output })).toContainText('wide');
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  }
  await page.getByRole('link', { name: en.share.page.open }).tap();
  await expect(page.getByText('is open.')).toBeVisible();
  await expect(new PlaygroundPage(page).run).toBeVisible();
});
