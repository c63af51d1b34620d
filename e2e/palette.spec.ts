import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const selected = (page: Page) => palette(page).getByRole('option', { selected: true });

/** Opens the palette by its keys and chooses what a query finds first. */
async function choose(page: Page, query: string, label: string | RegExp) {
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type(query);
  await expect(selected(page)).toContainText(label);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toHaveCount(0);
}

test('opens by button, Ctrl+K and F1, closes by Escape, and the focus goes back', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const button = page.getByRole('button', { name: 'Commands' });
  await button.click();
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await expect(palette(page).getByRole('group', { name: 'Program' })).toBeVisible();
  await playground.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(button).toBeFocused();

  await page.keyboard.press('F1');
  await expect(palette(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);

  await playground.editor.focus();
  await page.keyboard.press('Control+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(playground.editor).toBeFocused();
  // F1 in the editor stays the editor's own palette.
  await page.keyboard.press('F1');
  await expect(page.locator('.quick-input-widget')).toBeVisible();
});

test('runs, stops, copies and clears, and shows the keys for it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("begun", flush=True)\nwhile True:\n    pass\n' });
  await page.keyboard.press('Control+k');
  const stop = palette(page).getByRole('option', { name: 'Stop the program' });
  await expect(stop).toHaveAttribute('aria-disabled', 'true');
  await expect(palette(page).getByRole('option', { name: 'Run the program' })).toHaveAttribute(
    'aria-keyshortcuts',
    'Control+Enter Meta+Enter',
  );
  await page.keyboard.press('Enter');
  await expect(playground.output).toContainText('begun');

  // Escape in the palette closes it, and does not stop the program.
  await page.keyboard.press('Control+k');
  await expect(stop).toHaveAttribute('aria-disabled', 'false');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await expect(playground.status).toContainText('Running…');

  await choose(page, 'stop', 'Stop the program');
  await expect(playground.status).toContainText('Stopped by you');
  await choose(page, 'copy out', 'Copy the output');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('begun');
  await choose(page, 'clear', 'Clear the console');
  await expect(playground.output).not.toContainText('begun');

  await page.keyboard.press('Control+k');
  await expect(
    palette(page).getByRole('group', { name: 'Last used' }).getByRole('option').first(),
  ).toContainText('Clear the console');
});

test('language, time limit, places and lines', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await choose(page, 'switch to js', 'Switch to JavaScript');
  await expect(playground.language).toHaveValue('javascript');
  await choose(page, 'limit 30', /30 seconds/);
  await expect(playground.timeLimit).toHaveValue('30');
  await choose(page, 'to the console', 'Go to the console');
  await expect(playground.output).toBeFocused();
  await choose(page, 'to the editor', 'Go to the editor');
  await expect(playground.editor).toBeFocused();
  await choose(page, 'line', 'Go to line');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ln 3,')).toBeVisible();
});

test('an example is opened by its name', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await choose(page, 'hanoi', 'Example: Towers of Hanoi (Python)');
  await expect(page.locator('.view-lines')).toContainText('The towers of Hanoi');
  await playground.runToEnd();
  await expect(playground.output).toContainText('7 moves');
});

test('what cannot be found is said, and dark colours pass the same checks', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.keyboard.press('Control+k');
  await expect(selected(page)).toHaveCount(1);
  await playground.expectAccessible();
  await page.keyboard.type('zzzz');
  await expect(palette(page).getByText('Nothing on this page')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeVisible();
  await playground.expectAccessible();
});
