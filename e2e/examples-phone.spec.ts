import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test.describe('on a phone', () => {
  test('an example is chosen in two steps, and opened', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({ code: 'print("mine")\n' });
    await playground.expectNoSidewaysScroll();
    // From the output too the way leads to the code.
    await page.getByRole('tab', { name: 'Output' }).tap();
    await page.getByRole('button', { name: 'Examples' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Examples' });
    await playground.expectNoSidewaysScroll();
    await playground.expectAccessible();
    await dialog.getByRole('option', { name: /Towers of Hanoi/ }).tap();
    const preview = dialog.getByRole('region', { name: 'Preview' });
    await expect(preview).toContainText('def move_tower');
    await playground.expectNoSidewaysScroll();
    await playground.expectAccessible();
    await preview.getByRole('button', { name: 'All examples' }).tap();
    await expect(dialog.getByRole('option', { name: /Towers of Hanoi/ })).toBeVisible();
    await dialog.getByRole('option', { name: /Word count/ }).tap();
    await preview.getByRole('button', { name: 'Open' }).tap();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('tab', { name: 'Code' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('button', { name: 'Bring it back' })).toBeVisible();
    await playground.expectNoSidewaysScroll();
    await playground.run.tap();
    await expect(playground.output).toContainText('The longest word is');
  });

  test('the palette is opened by a button', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({ code: 'print("from the palette")\n' });
    await page.getByRole('button', { name: 'Commands' }).tap();
    await playground.expectNoSidewaysScroll();
    await playground.expectAccessible();
    await page.getByRole('option', { name: 'Run the program' }).tap();
    await expect(playground.output.getByText('from the palette')).toBeVisible();
  });
});
