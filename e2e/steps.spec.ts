/** Seeing a program run: in the playground, by a link, at a shared program. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeProgram } from '../lib/share/fragment';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

const PROGRAM = `total = 0
for i in [1, 2]:
    total += i
names = ['<b>Ada</b>']
same = names
print(total)
`;

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Step by step' });
const said = (page: Page) =>
  dialog(page)
    .getByRole('status')
    .filter({ hasText: /^Step / });

async function open(page: Page, code: string): Promise<void> {
  await new PlaygroundPage(page).open({ code });
  await page.getByRole('button', { name: 'Step through' }).click();
}

test('keys go through the steps, and each step is told', async ({ page }) => {
  await open(page, PROGRAM);
  await expect(said(page)).toHaveText('Step 1 of 10: the program begins. Next is line 1.');
  await page.keyboard.press('ArrowRight');
  await expect(said(page)).toHaveText('Step 2 of 10, line 1: total is 0. Next is line 2.');
  await page.keyboard.press('PageDown');
  await expect(said(page)).toHaveText(
    'Step 10 of 10, line 6: the main program ends, it printed 3.',
  );
  await page.keyboard.press('Home');
  await expect(said(page)).toContainText('Step 1 of 10');
  await page.keyboard.press('End');
  await expect(said(page)).toContainText('Step 10 of 10');
  await page.keyboard.press('ArrowLeft');
  await expect(dialog(page).getByRole('slider', { name: 'Step' })).toHaveValue('9');
  await expect(dialog(page).getByRole('region', { name: 'Output so far' })).not.toContainText('3');

  // The list that stands for the drawing.
  const memory = dialog(page).getByRole('region', { name: 'Variables and objects' });
  await expect(memory.getByText("same: leads to ['<b>Ada</b>']")).toBeAttached();
  await expect(memory.locator('.react-flow__edge')).toHaveCount(2);
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations).toEqual([]);
});

test('a key that is pressed as soon as the panel is there counts', async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.steps-panel')) return;
      observer.disconnect();
      const key = new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true });
      document.body.dispatchEvent(key);
    }).observe(document, { childList: true, subtree: true });
  });
  await open(page, PROGRAM);
  await expect(said(page)).toContainText('Step 2 of 10');
});

test('a variable leads from change to change, a line to where it is next', async ({ page }) => {
  await open(page, PROGRAM);
  await expect(said(page)).toContainText('Step 1 of 10');
  await dialog(page).getByRole('combobox', { name: 'Go by the changes of' }).selectOption('total');
  const next = dialog(page).getByRole('button', { name: 'Next change' });
  for (const change of ['total is 0', 'total changed from 0 to 1', 'total changed from 1 to 3']) {
    await next.click();
    await expect(said(page)).toContainText(change);
  }
  await next.click();
  await expect(dialog(page).getByText('There is no further change of total.')).toBeVisible();

  const line = dialog(page).getByRole('button', { name: 'Go to the next step at line 6' });
  await line.click();
  await expect(said(page)).toContainText('Next is line 6.');
  await expect(line).toHaveAttribute('aria-current', 'step');
  await dialog(page).getByText('same = names').click();
  await expect(said(page)).toContainText('Next is line 5.');
});

test('input is asked for before a program that reads it is recorded', async ({ page }) => {
  await open(page, 'name = input("Name? ")\nprint(name)\n');
  await expect(dialog(page).getByText('Nobody can type while it is recorded')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Input for the recording' }).fill('Ada\n');
  await dialog(page).getByRole('button', { name: 'Record' }).click();
  await expect(said(page)).toContainText('Step 1 of 3');
  await dialog(page).getByRole('button', { name: 'Last step' }).click();
  await expect(dialog(page).getByRole('region', { name: 'Output so far' })).toContainText(
    'Name? Ada',
  );
});

test('a link leads to a step, once its reader lets the program run', async ({ page }) => {
  const program = {
    language: 'javascript' as const,
    code: 'let n = 1;\nn += 1;\nn;',
    files: [],
    timeoutS: 10,
  };
  const recorded: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/steps')) recorded.push(request.url());
  });
  await page.goto(`/?step=3${await writeProgram(program)}`);
  await expect(dialog(page).getByText('This link leads to step 3')).toBeVisible();
  expect(recorded).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Record' }).click();
  await expect(said(page)).toHaveText(
    'Step 3 of 4, line 2: n changed from 1 to 2. Next is line 3.',
  );
});

test('a shared program is stepped through, and its address names the step', async ({
  page,
  request,
}) => {
  const made = await request.post('/api/snippets', {
    data: { code: PROGRAM, language: 'python', title: 'Steps' },
  });
  const { id } = (await made.json()) as { id: string };
  await page.goto(`/s/${id}?step=4`);
  await dialog(page).getByRole('button', { name: 'Record' }).click();
  await expect(said(page)).toContainText('Step 4 of 10, line 3: total changed from 0 to 1.');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Step through' }).click();
  await expect(said(page)).toContainText('Step 1 of 10');
});

test('what cannot be recorded is refused in a sentence', async ({ request }) => {
  const answer = async (data: unknown, headers = {}) => {
    const response = await request.post('/api/steps', { data, headers });
    const { code, field, steps, cut } = await response.json();
    return { status: response.status(), code, field, steps: steps?.length, cut };
  };
  expect(await answer({ code: 'x = 1', language: 'cobol' })).toMatchObject({
    status: 400,
    field: 'language',
  });
  expect(await answer({ code: 1, language: 'python' })).toMatchObject({
    status: 400,
    field: 'code',
  });
  expect(await answer({ code: '', language: 'python', context: 'continue' })).toMatchObject({
    status: 400,
  });
  expect(
    await answer({ code: '', language: 'python' }, { Origin: 'http://elsewhere.example' }),
  ).toMatchObject({ status: 403 });
  expect(await answer({ code: 'while True: pass', language: 'python', timeoutS: 1 })).toMatchObject(
    {
      status: 200,
      cut: expect.stringMatching(/steps|time/),
    },
  );
});

test('a program whose time ends shows its calls and variables', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({
    code: 'names = ["Ada"]\ndef spin(n):\n    while True:\n        n = 5\nspin(3)\n',
    timeoutS: 1,
  });
  await playground.run.click();
  await page.getByText('Where it was when it was stopped').click();
  const memory = page.getByRole('region', { name: 'Variables and objects' });
  await expect(memory.getByText("names: leads to ['Ada']")).toBeAttached();
  await expect(memory.locator('.react-flow__node')).toHaveCount(4);
});
