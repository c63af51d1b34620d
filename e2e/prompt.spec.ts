import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

/** A playground whose program has run, with the cursor at its prompt. */
async function afterRun(page: PlaygroundPage['page'], code: string) {
  const playground = new PlaygroundPage(page);
  await playground.open({ code });
  await playground.runToEnd();
  await playground.prompt.click();
  return playground;
}

test('the prompt goes on with the variables of the program that has ended', async ({ page }) => {
  const playground = await afterRun(page, 'price = 7\nprint("ready")\n');
  await page.keyboard.type('price * 6');
  await page.keyboard.press('Enter');
  await expect(playground.output.getByText('42', { exact: true })).toBeVisible();
  await expect(playground.prompt).toHaveValue('');
  await expect(playground.prompt).toBeFocused();
  await expect(playground.status).toContainText('Finished · exit 0');
  await page.keyboard.type('for i in range(2):');
  await page.keyboard.press('Enter');
  await page.keyboard.type('print(i, price)');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(playground.output.getByText('1 7', { exact: true })).toBeVisible();
  await page.keyboard.type('pri');
  await page.keyboard.press('Tab');
  await expect(playground.completions).toBeVisible();
  await playground.expectAccessible();
  await page.keyboard.press('Escape');
  await page.keyboard.type('nt(nope)');
  await page.keyboard.press('Enter');
  await expect(playground.output.getByText(/NameError/)).toBeVisible();
});
