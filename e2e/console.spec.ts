/** Reading output: addresses, places in the program. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test.describe('addresses in output', () => {
  test('open safely in a tab of their own, and say where they go', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({
      code: [
        'print("\\x1b[32msee https://docs.python.org/3/\\x1b[0mtutorial/.")',
        'print("https://bank.example@evil.example/ javascript:alert(1)")',
        'print("\\x1b]8;;https://evil.example/\\x1b\\\\https://bank.example/a\\x1b]8;;\\x1b\\\\")',
      ].join('\n'),
    });
    await playground.runToEnd();

    const links = playground.output.getByRole('link');
    await expect(links).toHaveText([
      'https://docs.python.org/3/tutorial/',
      'https://bank.example/a',
    ]);
    const [link, second] = [links.first(), links.nth(1)];
    await expect(link).toHaveAttribute('href', 'https://docs.python.org/3/tutorial/');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute(
      'title',
      /docs\.python\.org.*https:\/\/docs\.python\.org\/3\/tutorial\//s,
    );
    // What one reads is where one goes, whatever the program would like.
    await expect(second).toHaveAttribute('href', 'https://bank.example/a');
    await playground.expectAccessible();
  });
});

test.describe('places in a traceback', () => {
  const CODE = ['def f(n):', '    return 1 / n', '', 'f(0)', ...Array(80).fill('# more')].join(
    '\n',
  );

  test('lead to their line in the editor, by pointer and by keyboard', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({ code: CODE });
    await playground.runToEnd();

    const cursor = page.getByText(/^Ln \d+, Col \d+$/);
    await playground.output
      .getByRole('link', { name: 'File "/workspace/main.py", line 4' })
      .click();
    await expect(cursor).toHaveText('Ln 4, Col 1');
    await expect(playground.editor).toBeFocused();

    const inner = playground.output.getByRole('link', {
      name: 'File "/workspace/main.py", line 2',
    });
    await inner.focus();
    await page.keyboard.press('Enter');
    await expect(cursor).toHaveText('Ln 2, Col 5');
    await expect(playground.editor).toBeFocused();
  });

  test('lead to the program even when another language is shown by then', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({ code: 'const a = 1;\nnull.x;\n', language: 'javascript' });
    await playground.runToEnd();
    await playground.language.selectOption({ label: 'Python' });
    await playground.output.getByRole('link', { name: /main\.js:2:6/ }).click();
    await expect(page.getByText('Ln 2, Col 6')).toBeVisible();
    await expect(playground.language).toHaveValue('javascript');
    await expect(playground.editor).toBeFocused();
  });

  test('lead to their line in the plain editor too', async ({ page }) => {
    await page.addInitScript(() => {
      const settings = JSON.stringify({ version: 1, plainEditor: 'on' });
      if (window === window.top) localStorage.setItem('runbay.settings', settings);
    });
    const playground = new PlaygroundPage(page);
    const code = `${'# far\n'.repeat(100)}1 / 0\n`;
    await playground.open({ code });
    await playground.runToEnd();
    await playground.output
      .getByRole('link', { name: 'File "/workspace/main.py", line 101' })
      .click();
    await expect(playground.editor).toBeFocused();
    await expect(page.getByText('Ln 101, Col 1')).toBeVisible();
    await expect(page.locator('.plain-lines code').nth(100)).toBeInViewport();
  });
});

test.describe('the search', () => {
  test('finds, counts and steps through matches in 20,000 lines', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({
      code: [
        'for i in range(20000):',
        '    print(f"line {i}", "Needle" if i % 5000 == 3 else "hay")',
      ].join('\n'),
    });
    await playground.runToEnd();
    await playground.output.focus();
    await page.keyboard.press('ControlOrMeta+f');
    const field = page.getByRole('textbox', { name: 'Find in the output' });
    await expect(field).toBeFocused();
    await field.fill('needle');
    const bar = page.getByRole('search');
    // The view is at the end: the search goes on at the beginning.
    await expect(bar.getByText('1 of 4', { exact: true })).toBeVisible();
    const current = playground.output.locator('mark.out-match-current');
    await expect(current).toHaveText('Needle');
    await expect(playground.output.getByText('line 3 Needle')).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(bar.getByText('2 of 4', { exact: true })).toBeVisible();
    await expect(playground.output.getByText('line 5003 Needle')).toBeInViewport();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    await expect(bar.getByText('4 of 4', { exact: true })).toBeVisible();
    await expect(playground.output.getByText('line 15003 Needle')).toBeInViewport();
    await playground.expectAccessible();

    await bar.getByRole('button', { name: 'Match capital letters' }).click();
    await expect(bar.getByText('Not found')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
    await expect(playground.output).toBeFocused();
    await expect(playground.output.locator('mark')).toHaveCount(0);
  });

  test('finds what is in results, and what is printed while it is open', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({
      code: [
        'from IPython.display import display, Markdown',
        'display(Markdown("a *needle* in a result"))',
        'print("first needle")',
        'input("go? ")',
        'print("another needle")',
      ].join('\n'),
    });
    await playground.run.click();
    await expect(playground.input).toBeFocused();
    await page.keyboard.press('ControlOrMeta+f');
    const bar = page.getByRole('search');
    await page.getByRole('textbox', { name: 'Find in the output' }).fill('needle');
    await expect(bar.getByText(/^\d of 2$/)).toBeVisible();
    await expect(playground.output.locator('[data-match]')).toHaveCount(1);
    await playground.input.fill('yes');
    await playground.input.press('Enter');
    await expect(bar.getByText(/^\d of 3$/)).toBeVisible();
  });

  test('is in the palette and behind a button, and follows a line to its far end', async ({
    page,
  }) => {
    const playground = new PlaygroundPage(page);
    await page.addInitScript(() => {
      const settings = JSON.stringify({ version: 1, consoleWrap: false });
      if (window === window.top) localStorage.setItem('runbay.settings', settings);
    });
    await playground.open({ code: 'print("x" * 900 + "needle")' });
    await playground.runToEnd();
    await playground.console.getByRole('button', { name: 'Find in the output' }).first().click();
    await page.getByRole('textbox', { name: 'Find in the output' }).fill('needle');
    await expect(playground.output.locator('mark')).toBeInViewport();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Search commands' }).fill('find in the output');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Find in the output' })).toBeFocused();
  });
});

test('the output is downloaded as text, named after the language', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("\\x1b[31mred\\x1b[0m text")\n6 * 7' });
  await playground.runToEnd();
  const downloading = page.waitForEvent('download');
  await playground.console.getByRole('button', { name: 'Download as text' }).first().click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^python-output-\d{4}(-\d\d){5}\.txt$/);
  expect(await readFile(await download.path(), 'utf8')).toBe('red text\n42\n');
});

test('an error is explained in plain words, with the way to its line', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'total = 1\n\nprint(totla)\n' });
  await playground.runToEnd();
  const note = playground.output.getByRole('note', { name: 'In plain words' });
  await expect(note).toContainText('totla is not known here');
  await expect(note).toContainText('Did you mean total?');
  await expect(note).toContainText('To look up: names and variables');
  await playground.expectAccessible();
  await note.getByRole('link', { name: 'line 3' }).click();
  await expect(page.getByText('Ln 3, Col 7')).toBeVisible();
  await expect(playground.editor).toBeFocused();
});

test('what is typed while a part of the page is still on its way is kept', async ({ page }) => {
  await page.addInitScript(() => {
    const settings = JSON.stringify({ version: 1, plainEditor: 'on' });
    if (window === window.top) localStorage.setItem('runbay.settings', settings);
  });
  const playground = new PlaygroundPage(page);
  const code = "display.markdown('**shown** later');\n";
  await playground.open({ code, language: 'javascript' });
  let asked = false;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/**', async (route) => {
    asked = true;
    await released;
    await route.continue();
  });
  await playground.runToEnd();
  await expect.poll(() => asked).toBe(true);
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('// typed meanwhile');
  await expect(playground.editor).toHaveValue(`${code}// typed meanwhile`);
  release();
  await expect(playground.output.getByText('shown', { exact: true })).toBeVisible();
  await expect(playground.editor).toHaveValue(`${code}// typed meanwhile`);
});
