/** Reading output on a phone. */
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test('a tap on a place in a traceback shows the program at that line', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: `${'# far\n'.repeat(100)}1 / 0\n` });
  await playground.runToEnd();
  await playground.output.getByRole('link', { name: 'File "/workspace/main.py", line 101' }).tap();
  await expect(page.getByRole('tab', { name: /Code/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.view-line', { hasText: '1 / 0' })).toBeInViewport();
});
