/** Reading output on a phone. */
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test('a tap on a place in a traceback shows the program at that line', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: `${'# far\n'.repeat(100)}1 / 0\n` });
  await playground.runToEnd();
  await playground.output.getByRole('link', { name: 'File "/workspace/main.py", line 101' }).tap();
  await expect(page.getByRole('tab', { name: /Code/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.plain-lines code', { hasText: '1 / 0' })).toBeInViewport();
});

test('the search fits above the output', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'for i in range(300): print("line", i)' });
  await playground.runToEnd();
  await page.setViewportSize({ width: 320, height: 600 });
  await playground.console.getByRole('button', { name: 'Find in the output' }).last().tap();
  await page.getByRole('textbox', { name: 'Find in the output' }).fill('line 123');
  await expect(page.getByRole('search').getByText('1 of 1')).toBeVisible();
  await expect(playground.output.getByText('line 123')).toBeInViewport();
  await playground.expectNoSidewaysScroll();
  await playground.expectAccessible();
});

test('after a long question there is room for the answer', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({
    code: 'name = input("Who found this way of counting? ")\nprint(name)\n',
  });
  await playground.run.tap();
  await expect(playground.input).toBeFocused();
  expect((await playground.input.boundingBox())?.width).toBeGreaterThan(150);
  await playground.expectNoSidewaysScroll();
  await page.keyboard.type('Eratosthenes');
  await page.keyboard.press('Enter');
  await expect(playground.output.getByText('Eratosthenes')).not.toHaveCount(0);
});
