/** On a phone: input prepared beforehand, the output as a file, the check before a run, formatting. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test('prepared lines answer the program, and the pane fits', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'name = input("Name? ")\nprint("Hi", name)\n' });
  await page.getByRole('tab', { name: /Output/ }).tap();
  await playground.console.getByRole('button', { name: 'Prepared input' }).last().tap();
  await page.getByRole('textbox', { name: 'Lines of input' }).fill('Ada');
  await playground.expectNoSidewaysScroll();
  await playground.expectAccessible();
  await playground.runToEnd();
  await expect(playground.output).toContainText('Hi Ada');
});

test('the output is kept as a file', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("kept")\n' });
  await playground.runToEnd();
  const downloading = page.waitForEvent('download');
  await playground.console.getByRole('button', { name: 'Download' }).last().tap();
  expect(await readFile(await (await downloading).path(), 'utf8')).toBe('kept\n');
});

test('a program that is no JavaScript is told with its line', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'const a = 1;\nconst b = ;\n', language: 'javascript' });
  await playground.run.tap();
  await expect(playground.output).toContainText('SyntaxError');
  await expect(page.getByRole('tab', { name: /line 2 is marked/ })).toBeVisible();
});

test('the program is formatted from the palette', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'x=[1,2 ,3]\n' });
  await page.getByRole('button', { name: 'Commands' }).tap();
  await page.getByRole('combobox', { name: 'Search commands' }).fill('format');
  await page.getByRole('option', { name: /Format the program/ }).tap();
  await expect(playground.editor).toHaveValue('x = [1, 2, 3]\n');
});
