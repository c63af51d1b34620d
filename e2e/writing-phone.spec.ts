import { en } from '../lib/messages/en';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';
import { WritingPage } from './writing-page';

test('on a phone source and preview stand behind two tabs', async ({ page }) => {
  const writing = new WritingPage(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/d/new');
  await writing.source.fill('# Phone\n\n```python run\nprint("here")\n```\n');
  await expect(writing.kept).toBeVisible();
  await new PlaygroundPage(page).expectNoSidewaysScroll();
  await writing.expectAccessible();
  await page.getByRole('tab', { name: en.writing.preview }).tap();
  await writing.preview.getByRole('button', { name: en.demo.run, exact: true }).tap();
  await expect(writing.preview.getByRole('log')).toContainText('here');
  await new PlaygroundPage(page).expectNoSidewaysScroll();
  await writing.expectAccessible();
  await page.reload();
  await expect(writing.source).toHaveValue(/^# Phone/);
});
