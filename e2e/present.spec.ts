/** Presenting: the stage, steered as by a clicker, and the window that only the speaker sees. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { SnippetCreated } from '../lib/snippets/contract';
import { expect, test } from './fixtures';
import { SnippetAuthor } from './snippet-author';

const DEMO = `# Loops

What a computer does best.

\`\`\`text note
Ask who has ever been bored.
\`\`\`

## Counting

\`\`\`python run
for n in range(3):
    print("line", n)
\`\`\`

\`\`\`text note
SECRET-OF-THE-SPEAKER: let them guess first.
\`\`\`

And once more:

\`\`\`python run
print("n is", n)
\`\`\`

## The end
`;

let author: SnippetAuthor;
let demo: SnippetCreated;

test.beforeAll(async ({ baseURL }) => {
  author = await SnippetAuthor.at(baseURL);
  const response = await author.client.post('/api/snippets', { markdown: DEMO, title: 'Loops' });
  demo = (await response.json()) as SnippetCreated;
  expect(response.status, JSON.stringify(demo)).toBe(201);
});
test.afterAll(() => author.remove(demo));
test.use({ viewport: { width: 1024, height: 768 } });

const slide = (page: Page) => page.getByRole('main');

async function open(page: Page): Promise<void> {
  await page.goto(`/present/d/${demo.id}`);
  // A script is there.
  await expect(page.getByRole('button', { name: 'Next slide', exact: true })).toBeEnabled();
  await expect(slide(page)).toHaveAccessibleName('Slide 1 of 4: Loops');
  await expect(page.locator('.stage[data-look="daylight"]')).toBeVisible();
}

test('a clicker goes through the slides, and one key runs the block', async ({ page }) => {
  await open(page);
  await page.keyboard.press('PageDown');
  await expect(slide(page)).toHaveAccessibleName('Slide 2 of 4: Counting');
  await expect(page.getByText('line 2')).toHaveCount(0);
  await page.keyboard.press('r');
  await expect(page.getByText('line 2')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(slide(page)).toHaveAccessibleName('Slide 3 of 4: Counting');
  // The context is the document's.
  await page.keyboard.press('r');
  await expect(page.getByText('n is 2')).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(page.getByText('line 2')).toBeVisible();
  await page.keyboard.press('End');
  await expect(slide(page)).toHaveAccessibleName('Slide 4 of 4: The end');
  await page.reload();
  await expect(slide(page)).toHaveAccessibleName('Slide 4 of 4: The end');
});

test('who types keeps the keys, except those of the clicker', async ({ page }) => {
  await open(page);
  await page.keyboard.press('PageDown');
  const field = slide(page).getByRole('textbox');
  await field.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# b r f ');
  await expect(field).toHaveValue(/^# b r f /);
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: /^The picture is dark/ })).toBeVisible();
  await page.keyboard.press('PageDown');
  // What comes back is what was there.
  await expect(slide(page)).toHaveAccessibleName('Slide 2 of 4: Counting');
  await slide(page).getByRole('textbox').click();
  await page.keyboard.press('PageDown');
  await expect(slide(page)).toHaveAccessibleName('Slide 3 of 4: Counting');
});

test('lines are marked by keys and by their numbers', async ({ page }) => {
  await open(page);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+J');
  await expect(page.getByText('Lines 1 to 2 are marked')).toBeAttached();
  const lines = slide(page).locator('.snippet-line');
  const ground = (at: number) =>
    lines.nth(at).evaluate((line) => getComputedStyle(line).backgroundColor);
  const marked = await ground(0);
  expect(await ground(1)).toBe(marked);
  await page.keyboard.press('m');
  await expect.poll(() => ground(0)).not.toBe(marked);
  const box = await lines.nth(1).boundingBox();
  await page.mouse.click((box?.x ?? 0) + 12, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect(page.getByText('Line 2 is marked')).toBeAttached();
  expect(await ground(1)).toBe(marked);
  expect(await ground(0)).not.toBe(marked);
});

test('the speaker’s window has the notes, the next slide and a clock, and steers the stage', async ({
  page,
  context,
}) => {
  await page.addInitScript(
    ([id, secret]) => {
      const share = { id, title: '', language: 'python', secret, sharedAtMs: 1, kind: 'demo' };
      localStorage.setItem('runbay.shares', JSON.stringify({ version: 1, shares: [share] }));
    },
    [demo.id, demo.secret],
  );
  await open(page);
  const opening = context.waitForEvent('page');
  await page.keyboard.press('n');
  const speaker = await opening;
  await expect(speaker.getByText('Ask who has ever been bored.')).toBeVisible();
  await speaker.getByRole('button', { name: 'Next slide', exact: true }).click();
  await expect(slide(page)).toHaveAccessibleName('Slide 2 of 4: Counting');
  await expect(speaker.getByText('SECRET-OF-THE-SPEAKER')).toBeVisible();
  await expect(speaker.getByRole('region', { name: 'Coming up' })).toContainText('And once more');
  await speaker.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText('line 2')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(speaker.getByText('No notes to this slide.')).toBeVisible();
  await speaker.getByLabel('Minutes planned').fill('45');
  await speaker.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(speaker.getByText(/^4[45]:\d\d$/)).toBeVisible();
  expect((await new AxeBuilder({ page: speaker }).analyze()).violations).toEqual([]);
  // Nothing of it is in the audience's window, in no form.
  expect(await page.content()).not.toContain('SECRET-OF-THE-SPEAKER');
  const raw = await page.request.get(`/present/d/${demo.id}`);
  expect(await raw.text()).not.toContain('SECRET-OF-THE-SPEAKER');
});

test('to others the notes are closed, and the stage is accessible in each of its colours', async ({
  page,
  allowProblem,
}) => {
  // The server's answer to a wrong secret.
  allowProblem(/status of 403/);
  await page.goto(`/present/d/${demo.id}?notes`);
  await expect(page.getByText(/^The notes are shown to the author only\./)).toBeVisible();
  await page.getByLabel('Edit link').fill(`${page.url()}#edit=aaaaaaaaaaaaaaaa`);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^That is not the edit link/)).toBeVisible();
  await page.getByLabel('Edit link').fill(`https://example.org${demo.editUrl}`);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ask who has ever been bored.')).toBeVisible();
  await open(page);
  await page.keyboard.press('PageDown');
  for (const look of ['daylight', 'night', 'page']) {
    await expect(page.locator(`.stage[data-look="${look}"]`)).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.keyboard.press('c');
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys on the stage' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('what is not there cannot be presented', async ({ request }) => {
  expect((await request.get('/present/d/nothing')).status()).toBe(404);
  expect((await request.get('/present/elsewhere')).status()).toBe(404);
});
