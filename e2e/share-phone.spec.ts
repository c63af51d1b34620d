import { en } from '../lib/messages/en';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test('a program is shared from a phone', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print(1)' });
  await page.setViewportSize({ width: 320, height: 640 });
  await playground.expectNoSidewaysScroll();
  await page.getByRole('button', { name: en.toolbar.share }).tap();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(en.share.dialog.contents.outputOfNewRun)).toBeVisible();
  await dialog.getByRole('button', { name: en.share.dialog.share, exact: true }).tap();
  await expect(dialog.getByRole('textbox', { name: en.share.links.secret })).toBeVisible();
  const sides = await dialog.evaluate((element) => element.getBoundingClientRect().toJSON());
  expect(sides.left).toBeGreaterThanOrEqual(0);
  expect(sides.right).toBeLessThanOrEqual(320);
});
