/** A demo is written, shared, changed, and taken away as a file. */
import { readFile } from 'node:fs/promises';
import { en } from '../lib/messages/en';
import { fill } from '../lib/messages/messages';
import { expect, test } from './fixtures';
import { WritingPage } from './writing-page';

const words = en.writing;
const DEMO = `# Tides

Text with **words**.

\`\`\`python run
print("high", 1 + 1)
\`\`\`

\`\`\`text note
Only for the speaker.
\`\`\`
`;

test('a demo is written, run, shared, and changed under its link', async ({ page }) => {
  const writing = new WritingPage(page);
  await writing.open();
  await writing.write(DEMO);
  await expect(writing.preview.getByRole('heading', { name: 'Tides' })).toBeVisible();
  await writing.preview.getByRole('button', { name: en.demo.run, exact: true }).click();
  await expect(writing.preview.getByRole('log')).toContainText('high 2');
  await writing.expectAccessible();

  await writing.share.click();
  await expect(writing.dialog.getByLabel(en.share.dialog.titleLabel)).toHaveValue('Tides');
  await writing.expectAccessible();
  await writing.dialog.getByRole('button', { name: en.share.dialog.share, exact: true }).click();
  const link = writing.dialog.getByLabel(en.share.links.link, { exact: true });
  await expect(link).toHaveValue(/\/d\/[a-z0-9]{16}$/, { timeout: 20_000 });
  await expect(page).toHaveURL(/\/d\/[a-z0-9]{16}\/edit#edit=[a-z0-9]+$/);
  await writing.dialog.getByRole('link', { name: words.dialog.open }).click();
  await expect(page.getByRole('heading', { name: 'Tides', level: 1 })).toBeVisible();
  await expect(page.getByText('Only for the speaker.')).toHaveCount(0);

  await page.getByRole('link', { name: words.page.edit, exact: true }).first().click();
  await writing.ready();
  await writing.write(DEMO.replace('Text with', 'Better text with'));
  await page.keyboard.press('ControlOrMeta+s');
  await writing.dialog.getByRole('button', { name: en.sharing.revision.save }).click();
  await expect(writing.dialog).toContainText(fill(en.sharing.saved.revision, { number: 2 }), {
    timeout: 20_000,
  });
  await writing.dialog.getByRole('link', { name: words.dialog.open }).click();
  await expect(page.getByText('Better text with')).toBeVisible();
});

test('nothing is lost by a reload, nor where two tabs write the same', async ({
  page,
  context,
}) => {
  const writing = new WritingPage(page);
  await writing.open();
  await writing.write('# First');
  await page.reload();
  await expect(writing.preview.getByRole('heading', { name: 'First' })).toBeVisible();
  await expect(writing.notice).toBeEmpty();

  const other = new WritingPage(await context.newPage());
  await other.open();
  await expect(other.notice).toContainText(words.drafts.startNew);
  await other.write('# Second');
  await page.bringToFront();
  await writing.ready();
  await writing.write('# First, better');
  await expect(writing.notice).toContainText(words.drafts.otherTab);
  await page.getByRole('button', { name: words.files.button, exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Second' })).toBeVisible();
  await page.keyboard.press('Escape');
  await other.page.reload();
  await expect(other.preview.getByRole('heading', { name: 'Second' })).toBeVisible();
});

test('mistakes are told with their lines, and blocks are inserted where one is', async ({
  page,
}) => {
  const writing = new WritingPage(page);
  await writing.open();
  await writing.write('# Title\n\n```python rnu\n1\n```\n\n```python check=twice\n2\n```\n');
  await page.getByText('2 remarks').click();
  const list = page.getByRole('list', { name: words.problems.label });
  await expect(list).toContainText('“rnu” means nothing here. Is “run” meant?');
  await list.getByRole('button', { name: 'Line 7' }).click();
  await expect(writing.source).toBeFocused();
  await writing.expectAccessible();
  await writing.choose(words.insert.button, words.insert.kinds.choice);
  await expect(writing.preview).toContainText(words.insert.samples.question);
  await expect(writing.source).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(writing.preview).not.toContainText(words.insert.samples.question);
});

test('a notebook is opened, and what is none is refused', async ({ page }) => {
  const writing = new WritingPage(page);
  await writing.open();
  const opens = async (name: string, text: string) => {
    const chooser = page.waitForEvent('filechooser');
    await writing.choose(words.files.button, words.files.open);
    await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(text) });
  };
  const outputs = [
    { output_type: 'stream', name: 'stdout', text: '1\n' },
    { output_type: 'display_data', data: { 'text/html': '<script>top.hacked = 1</script>' } },
  ];
  const cells = [
    { cell_type: 'markdown', source: '# Notebook\n\n<img src=x onerror="top.hacked = 1">' },
    { cell_type: 'code', source: 'print(1)', outputs },
  ];
  await opens('a.ipynb', JSON.stringify({ cells, nbformat: 4 }));
  await expect(writing.preview.getByRole('heading', { name: 'Notebook' })).toBeVisible();
  await expect(writing.notice).toContainText('2 outputs were left out');
  await writing.notice.getByRole('button', { name: words.files.keepOutputs }).click();
  await expect(writing.preview.getByRole('group', { name: en.demo.expected })).toHaveText('1');
  await opens('b.ipynb', '{"cells":');
  await expect(writing.notice).toContainText(en.programs.refusals.notebook_damaged);
  await expect(writing.preview.getByRole('heading', { name: 'Notebook' })).toBeVisible();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
});

test('a web page of a demo works from the disk and asks nobody', async ({ page, context }) => {
  const writing = new WritingPage(page);
  await writing.open();
  await writing.write(DEMO.replace('**words**', '![far](https://example.org/a.png)'));
  await writing.preview.getByRole('button', { name: en.demo.run, exact: true }).click();
  await expect(writing.preview.getByRole('log')).toContainText('high 2');
  const download = page.waitForEvent('download');
  await writing.choose(words.files.button, words.files.html);
  const file = await (await download).path();
  const html = await readFile(file, 'utf8');
  expect(html).not.toContain('Only for the speaker.');
  const saved = await context.newPage();
  const asked: string[] = [];
  saved.on('request', (request) => asked.push(request.url()));
  await saved.setContent(html);
  await expect(saved.getByRole('heading', { name: 'Tides' })).toBeVisible();
  await expect(saved.locator('figure.output')).toContainText('high 2');
  expect(asked).toEqual([]);
});
