import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test('settings on a phone: a sheet that fits, with targets for a finger', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await playground.open({ code: 'print("x" * 100)\n1 / 0\n' });
  await playground.expectNoSidewaysScroll();
  await page.getByRole('button', { name: 'Settings' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  await playground.expectNoSidewaysScroll();
  await playground.expectAccessible();
  const small = await dialog.evaluate((panel) =>
    [...panel.querySelectorAll('button, label')]
      .map((element) => ({ html: element.outerHTML, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && box.height < 40)
      .map(({ html }) => html),
  );
  expect(small).toEqual([]);

  await dialog.getByLabel('High contrast').check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await dialog.getByRole('switch', { name: 'Wrap long lines of output' }).uncheck();
  await dialog.getByRole('button', { name: 'Done' }).tap();
  await page.reload();
  const field = page.getByRole('textbox', { name: /plain text/ });
  await expect(field).toBeVisible();
  await playground.run.tap();
  await expect(playground.status).toContainText('Failed');
  await playground.expectNoSidewaysScroll();
  await playground.expectAccessible();
  await page.getByRole('tab', { name: 'Code' }).tap();
  await expect(page.getByText('Line 2: ZeroDivisionError')).toBeVisible();
  await playground.expectNoSidewaysScroll();
  await playground.expectAccessible();
});
