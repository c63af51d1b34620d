import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { en } from '../lib/messages/en';
import { expect, test } from './fixtures';
import { SnippetAuthor } from './snippet-author';

const words = en.compare;

async function expectNoSideScroll(page: Page): Promise<void> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
}

test('on a phone, also a narrow one, a program is run, answers and is compared', async ({
  page,
  baseURL,
}) => {
  const author = await SnippetAuthor.at(baseURL);
  const { id } = await author.share({
    code: 'import random\nname = input("Name? ")\nprint(name, "wide " * 40)\nprint(random.random())',
    stdin: 'Ada',
  });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/s/${id}`);
  const run = page.getByRole('button', { name: words.run, exact: true });
  await run.tap();
  await expect(page.locator('.run-verdict')).toContainText('Line 3 differs');
  await expectNoSideScroll(page);
  for (const name of ['now', 'recorded', 'differences'] as const) {
    await page.getByRole('button', { name: words.views[name], exact: true }).tap();
    await expectNoSideScroll(page);
  }
  await expect(page.getByRole('insertion')).toContainText(/0\.\d+/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([]);
});

test('on a phone a guess is written first', async ({ page, baseURL }) => {
  const author = await SnippetAuthor.at(baseURL);
  const { id } = await author.share({ code: 'print("wide " * 40)\nprint("e" + "nd")' });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/s/${id}?predict`);
  await page.getByRole('textbox', { name: words.predict.label }).fill('I think\nend');
  await expectNoSideScroll(page);
  await page.getByRole('button', { name: words.predict.show }).tap();
  await expect(page.getByRole('main')).toContainText('1 of 2 lines right');
  await expectNoSideScroll(page);
});
