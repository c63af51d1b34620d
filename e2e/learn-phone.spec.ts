/** Lessons on a phone. */
import { AxeBuilder } from '@axe-core/playwright';
import { en } from '../lib/messages/en';
import { expect, test } from './fixtures';

const words = en.learn;

test('a lesson is found, read and finished with a finger', async ({ page }) => {
  await page.goto('/learn');
  await page.getByRole('searchbox', { name: words.search }).fill('closures objects');
  await expect(page.getByText(words.none)).toBeVisible();
  await page.getByRole('searchbox', { name: words.search }).fill('arrays');
  await page.getByRole('link', { name: 'Arrays and objects' }).tap();
  await page.locator('summary').filter({ hasText: words.lesson.contents }).tap();
  const contents = page.getByRole('navigation', { name: words.lesson.contents });
  await contents.getByRole('link', { name: 'In order' }).tap();
  await expect(page.getByRole('heading', { name: 'In order' })).toBeInViewport();
  await page.getByRole('button', { name: words.lesson.finish }).tap();
  await expect(page.getByText(words.lesson.finished)).toBeVisible();
  await page.getByRole('link', { name: words.lesson.toAll }).tap();
  await expect(page.getByText('1 of 6 finished')).toBeVisible();
});

for (const width of [320, 390]) {
  test(`nothing is wider than a page of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    for (const path of [
      '/learn',
      '/learn/python/files-and-a-plot',
      '/learn/javascript/waiting-and-a-chart',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([path, wide]).toEqual([path, width]);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
}
