import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

const OWN = 'print("my own program")\n';

test('an example is found, looked at, opened, and runs', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('button', { name: 'Examples' }).click();
  const dialog = page.getByRole('dialog', { name: 'Examples' });
  const search = dialog.getByRole('combobox', { name: 'Search examples' });
  await expect(search).toBeFocused();
  await expect(dialog.getByRole('group', { name: 'Python' })).toBeVisible();
  await expect(dialog.getByRole('option')).not.toHaveCount(0);
  await playground.expectAccessible();

  await search.fill('eight queens');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await expect(dialog.getByRole('option', { selected: true })).toContainText('Eight queens');
  const preview = dialog.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('heading', { name: 'Eight queens' })).toBeVisible();
  await expect(preview).toContainText('def is_safe(queens, column):');
  await expect(preview.locator('[data-code="keyword"]').first()).toHaveText('def');
  await playground.expectAccessible();

  await search.fill('no such program');
  await expect(dialog.getByText('No example fits')).toBeVisible();
  await search.fill('eight queens');
  await preview.getByRole('button', { name: 'Open in the editor' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(playground.editor).toBeFocused();
  await playground.runToEnd();
  await expect(playground.output).toContainText('This is one of 92 solutions.');
  // The first program was not the user's own: nothing to bring back.
  await expect(page.getByRole('button', { name: 'Bring it back' })).toHaveCount(0);
});

test('by keyboard: languages, arrows, Enter opens, Escape closes and goes back', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const button = page.getByRole('button', { name: 'Examples' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Examples' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await dialog.getByRole('button', { name: 'JavaScript' }).press('Enter');
  await expect(dialog.getByRole('group', { name: 'Python' })).toHaveCount(0);
  await dialog.getByRole('combobox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('option', { selected: true })).toContainText('Anagrams');
  await page.keyboard.press('Enter');
  await expect(playground.editor).toBeFocused();
  await expect(playground.language).toHaveValue('javascript');
  await playground.runToEnd();
  await expect(playground.output).toContainText('listen, silent, enlist');
});

test('a program of the user is never lost: it can be brought back at once', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: OWN });
  await openExample(page, 'prime sieve');
  const toast = page.getByRole('region', { name: 'Notice', exact: true });
  await expect(toast).toContainText('Your Python program was replaced.');
  await playground.expectAccessible();
  await expect(page.locator('.view-lines')).toContainText('Eratosthenes');

  await toast.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.locator('.view-lines')).toContainText('my own program');
  await expect(toast).toBeEmpty();
  await playground.runToEnd();
  await expect(playground.output.getByText('my own program')).toBeVisible();
});

test('and later, after a reload, from the gallery', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: OWN });
  await openExample(page, 'prime sieve');
  // An example that was not changed makes room without a word.
  await openExample(page, 'caesar');
  await expect(page.getByRole('button', { name: 'Bring it back' })).toHaveCount(0);

  await page.reload();
  await playground.editorReady();
  await expect(page.locator('.view-lines')).toContainText('Caesar');
  await page.getByRole('button', { name: 'Examples' }).click();
  const dialog = page.getByRole('dialog', { name: 'Examples' });
  const own = dialog.getByRole('group', { name: 'Your programs that were replaced' });
  await expect(own.getByRole('option')).toHaveCount(1);
  await own.getByRole('option').click();
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('my own program');
  await playground.expectAccessible();
  await own.getByRole('option').dblclick();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.view-lines')).toContainText('my own program');

  await page.getByRole('button', { name: 'Examples' }).click();
  await expect(dialog.getByRole('option').first()).toBeVisible();
  await expect(own).toHaveCount(0);
});

test('a game asks for input, and dark colours pass the same checks', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('button', { name: 'Examples' }).click();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('is_prime');
  await playground.expectAccessible();
  await page.keyboard.type('guess my');
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('It asks for input.');
  await page.keyboard.press('Enter');
  await expect(playground.editor).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(playground.input).toBeFocused();
  await page.keyboard.type('y');
  await page.keyboard.press('Enter');
  await expect(playground.output).toContainText('Found it with 1 questions!');
});

async function openExample(page: import('@playwright/test').Page, query: string) {
  await page.getByRole('button', { name: 'Examples' }).click();
  const search = page.getByRole('combobox', { name: 'Search examples' });
  await search.fill(query);
  await expect(page.getByRole('option')).toHaveCount(1);
  await search.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
