import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

/** A playground whose program has run, with the cursor at its prompt. */
async function afterRun(page: Page, code: string, language: 'python' | 'javascript' = 'python') {
  const playground = new PlaygroundPage(page);
  await playground.open({ code, language });
  await playground.runToEnd();
  await playground.prompt.click();
  return playground;
}

/** Types a line at the prompt and waits until it has run. */
async function enter(playground: PlaygroundPage, line: string) {
  await playground.page.keyboard.type(line);
  await playground.page.keyboard.press('Enter');
  await expect(playground.prompt).toHaveValue('');
  await expect(playground.stop).toHaveAttribute('aria-disabled', 'true');
}

test('the prompt goes on with the variables of the program that has ended', async ({ page }) => {
  const playground = await afterRun(page, 'price = 7\nprint("ready")\n');
  await playground.expectAccessible();
  await enter(playground, 'price * 6');
  await expect(playground.output.getByText('42', { exact: true })).toBeVisible();
  await expect(playground.prompt).toBeFocused();
  await expect(playground.status).toContainText('Finished · exit 0');
  await enter(playground, 'price += 1; print("now", price)');
  await expect(playground.output).toContainText('ready>>> price * 642>>> price += 1');
  await expect(playground.output.getByText('now 8', { exact: true })).toBeVisible();

  await playground.run.click();
  await expect(playground.output).toHaveText('ready');
  await playground.prompt.click();
  await enter(playground, 'price');
  await expect(playground.output.getByText('7', { exact: true })).toBeVisible();
});

test('Enter runs what is complete, and goes on with a block until a line is empty', async ({
  page,
}) => {
  const playground = await afterRun(page, 'pass\n');
  await page.keyboard.type('for i in range(2):');
  await page.keyboard.press('Enter');
  await page.keyboard.type('print("row", i)');
  await page.keyboard.press('Enter');
  await expect(playground.prompt).toHaveValue('for i in range(2):\n    print("row", i)\n    ');
  await page.keyboard.press('Enter');
  await expect(playground.output.getByText('row 1', { exact: true })).toBeVisible();
  await expect(playground.output).toContainText('>>> for i in range(2):...     print("row", i)');

  await page.keyboard.type('a = 1');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('a + 1');
  await page.keyboard.press('Enter');
  await expect(playground.output.getByText('2', { exact: true })).toBeVisible();
});

test('what was entered comes back by the arrow keys, after a reload too, in each language apart', async ({
  page,
}) => {
  const playground = await afterRun(page, 'pass\n');
  await enter(playground, 'first = 1');
  await enter(playground, 'second = 2');
  await page.keyboard.type('draft');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(playground.prompt).toHaveValue('first = 1');
  await page.keyboard.press('ArrowUp');
  await expect(playground.prompt).toHaveValue('first = 1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(playground.prompt).toHaveValue('draft');

  await page.reload();
  await playground.prompt.click();
  await page.keyboard.press('ArrowUp');
  await expect(playground.prompt).toHaveValue('second = 2');
  await page.keyboard.press('Enter');
  await expect(playground.output).toHaveText('>>> second = 2');
  await playground.language.selectOption({ label: 'JavaScript' });
  await playground.prompt.click();
  await page.keyboard.press('ArrowUp');
  await expect(playground.prompt).toHaveValue('');
});

test('Tab completes from the live context, and lets go where there is nothing to complete', async ({
  page,
}) => {
  const playground = await afterRun(page, 'treasure_chest = {"gold": 3}\ntreasure_map = "x"\n');
  await page.keyboard.press('Tab');
  await expect(playground.prompt).not.toBeFocused();
  await playground.prompt.click();

  await page.keyboard.type('treasure_c');
  await page.keyboard.press('Tab');
  await expect(playground.prompt).toHaveValue('treasure_chest');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('len(treas');
  await page.keyboard.press('Tab');
  const option = (name: RegExp) => playground.completions.getByRole('option', { name });
  await expect(playground.completions.getByRole('option')).toHaveCount(2);
  await expect(option(/treasure_chest/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  const active = await playground.prompt.getAttribute('aria-activedescendant');
  await expect(option(/treasure_map, variable/)).toHaveAttribute('id', active ?? '');
  await playground.expectAccessible();
  await page.keyboard.type('ure_c');
  await expect(playground.completions.getByRole('option')).toHaveText([/treasure_chest/]);
  await page.keyboard.press('Enter');
  await expect(playground.prompt).toHaveValue('len(treasure_chest');
  await expect(playground.completions).toHaveCount(0);

  await page.keyboard.type(').');
  await page.keyboard.press('Escape');
  await expect(playground.output).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(playground.prompt).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Run the line' })).toBeFocused();
});

test('names that a program invents do no harm in the list', async ({ page, problems }) => {
  const evil = '<img src=x onerror=alert(1)>';
  await page.route('**/api/complete', (route) =>
    route.fulfill({
      json: {
        start: 0,
        end: 1,
        items: [
          { label: `x${evil}`, kind: 'variable' },
          { label: 'x\nimport os', kind: 'variable' },
          { label: `x${'y'.repeat(5000)}`, kind: 'variable' },
          { label: 'x\u202eevil', kind: 'function' },
          ...Array.from({ length: 500 }, (_, at) => ({ label: `x${at}`, kind: 'property' })),
        ],
      },
    }),
  );
  const playground = await afterRun(page, 'pass\n');
  await page.keyboard.type('x');
  await page.keyboard.press('Tab');
  await expect(playground.completions.getByRole('option')).toHaveCount(200);
  await expect(playground.completions.getByText(`x${evil}`)).toBeVisible();
  await expect(playground.completions.locator('img')).toHaveCount(0);
  await expect(playground.completions).not.toContainText('import os');
  await page.getByRole('option', { name: 'x7, property' }).click();
  await expect(playground.prompt).toHaveValue('x7');
  await expect(playground.prompt).toBeFocused();
  expect(problems).toEqual([]);
});

test('an error is told under its line, and the program in the editor is not marked', async ({
  page,
}) => {
  const playground = await afterRun(page, 'x = 1\n');
  await enter(playground, '1 / 0');
  await expect(playground.output.getByText('ZeroDivisionError: division by zero')).toBeVisible();
  await expect(playground.status).toContainText('Failed · exit 1');
  await expect(page.locator('.run-mark')).toHaveCount(0);
  await expect(page.locator('#console [aria-live="polite"]').first()).toContainText(
    'ZeroDivisionError',
  );
  await enter(playground, 'x');
  await expect(page.locator('#console [aria-live="polite"]').first()).toHaveText('1');
});

test('a line may ask for input, be stopped, and what is entered meanwhile waits for its end', async ({
  page,
}) => {
  const playground = await afterRun(page, 'pass\n');
  await page.keyboard.type('name = input("Who? ")');
  await page.keyboard.press('Enter');
  await expect(playground.input).toBeFocused();
  await expect(playground.prompt).toBeHidden();
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await expect(playground.prompt).toBeFocused();
  await page.keyboard.type('import time; time.sleep(0.6); print("slept")');
  await page.keyboard.press('Enter');
  await page.keyboard.type('print("hello", name)');
  await page.keyboard.press('Enter');
  await expect(playground.output).toContainText('slept>>> print("hello", name)hello Ada');

  await page.keyboard.type('while True: pass');
  await page.keyboard.press('Enter');
  await expect(playground.status).toContainText('Running');
  await page.keyboard.press('Escape');
  await expect(playground.status).toContainText('Stopped by you');
  await enter(playground, 'name');
  await expect(playground.output.getByText("'Ada'", { exact: true })).toBeVisible();
});

test('a prompt that has begun anew says that the variables are gone', async ({ page }) => {
  const playground = await afterRun(page, 'const x = 5;\n', 'javascript');
  await enter(playground, 'x + 1');
  await expect(playground.output).toHaveText('> x + 16');
  await enter(playground, 'process.exit(0)');
  await enter(playground, 'typeof x');
  await expect(playground.output.getByText("'undefined'", { exact: true })).toBeVisible();
  await expect(playground.output).toContainText('The variables from before are gone');
  await page.keyboard.type('`a');
  await page.keyboard.press('Enter');
  await expect(playground.prompt).toHaveValue('`a\n');
});

test('the prompt works before any run, by its key, and clears by Ctrl+L', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+j');
  await expect(playground.prompt).toBeFocused();
  await enter(playground, '2 ** 10');
  await expect(playground.output).toHaveText('>>> 2 ** 101024');
  await page.keyboard.press('ControlOrMeta+l');
  await expect(playground.output).not.toContainText('1024');
  await page.keyboard.press('ControlOrMeta+j');
  await expect(playground.editor).toBeFocused();

  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type('go to the prompt');
  await page.keyboard.press('Enter');
  await expect(playground.prompt).toBeFocused();
});

test('code that is pasted with its marks runs without them', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = await afterRun(page, 'pass\n');
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      '>>> def twice(n):\n...     return 2 * n\n...\n>>> twice(21)\n42\n',
    ),
  );
  await page.keyboard.press('ControlOrMeta+v');
  await expect(playground.prompt).toHaveValue('def twice(n):\n    return 2 * n\n\ntwice(21)');
  await page.keyboard.press('Enter');
  await expect(playground.output.getByText('42', { exact: true })).toBeVisible();
});

test('the prompt stays in view while the reader is further up, and shows what it ran', async ({
  page,
}) => {
  const playground = await afterRun(page, 'for i in range(300): print("row", i)\n');
  await playground.output.evaluate((log) => log.scrollTo(0, 0));
  await expect(playground.output.getByText('row 0', { exact: true })).toBeVisible();
  await expect(playground.prompt).toBeInViewport({ ratio: 1 });
  await enter(playground, '"the end"');
  await expect(playground.output.getByText("'the end'", { exact: true })).toBeInViewport();
});

test('the prompt stands below the last line, however long the output', async ({ page }) => {
  const playground = await afterRun(page, 'for i in range(300): print("line", i)\n');
  const last = await playground.output.getByText('line 299', { exact: true }).boundingBox();
  const prompt = await playground.prompt.boundingBox();
  expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(prompt?.y ?? 0);
});
