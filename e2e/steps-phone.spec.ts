import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test('on a phone a program is stepped through by touch, and nothing is wider than the page', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await new PlaygroundPage(page).open({ code: 'a = [1, 2, 3]\nb = a\nb.append(4)\nprint(a)\n' });
  await page.getByRole('button', { name: 'Step through' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Step by step' });
  const said = dialog.getByRole('status').filter({ hasText: /^Step / });
  await expect(said).toContainText('Step 1 of 5');
  const forward = dialog.getByRole('button', { name: 'Step forward' });
  await forward.tap();
  await forward.tap();
  await forward.tap();
  await expect(said).toContainText('a changed from [1, 2, 3] to [1, 2, 3, 4]');
  const size = await forward.boundingBox();
  expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
  const wide = await dialog.evaluate(
    (element) => element.querySelector('.steps-panel')?.scrollWidth,
  );
  expect(wide).toBeLessThanOrEqual(320);
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations).toEqual([]);
});
