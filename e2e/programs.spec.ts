import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './fixtures';
import { ProgramsPage } from './programs-page';

let programs: ProgramsPage;

test.beforeEach(({ page }) => {
  programs = new ProgramsPage(page);
});

test('a new program makes a draft of the old one, which is found, renamed, removed and opened', async ({
  page,
}) => {
  const { words } = programs;
  await programs.openWith({ 'data.csv': 'a,b\n' }, { code: '# whale watching\nprint(1)\n' });
  await page.keyboard.press('ControlOrMeta+o');
  await programs.dialog.getByRole('button', { name: words.make.new }).click();
  await expect(programs.notice).toContainText(words.opened.ownIsKept);
  await expect(programs.tab('data.csv')).toHaveCount(0);
  await programs.type('print("second")\n');

  await programs.openList();
  await programs.expectAccessible();
  await expect(programs.list).toContainText('# whale watching');
  await expect(programs.list).toContainText('Python · Draft');
  await programs.dialog.getByRole('button', { name: 'Rename # whale watching' }).click();
  await page.keyboard.type('Whales');
  await page.keyboard.press('Enter');
  const whales = programs.list.getByRole('button', { name: 'Open Whales' });
  await expect(whales).toBeVisible();

  const search = programs.dialog.getByRole('textbox', { name: words.search });
  await search.fill('zebra');
  await expect(programs.dialog.getByText(words.none)).toBeVisible();
  await search.fill('python watching');
  await expect(programs.dialog.getByText('1 program')).toBeVisible();
  await search.fill('');

  await programs.dialog.getByRole('button', { name: 'Remove Whales' }).click();
  await expect(whales).toHaveCount(0);
  await programs.dialog.getByRole('button', { name: words.undo }).click();
  await whales.click();
  await expect(programs.dialog).toHaveCount(0);
  await expect(programs.notice).toContainText('“Whales” is open.');
  await expect(programs.tab('data.csv')).toBeVisible();
  await programs.runToEnd();
  await expect(programs.output).toHaveText(/1/);

  // What was written meanwhile is a draft in its turn.
  await programs.openList();
  await expect(programs.list).toContainText('print("second")');
  await expect(programs.list).not.toContainText('Whales');
});

test('what was typed just before the tab was closed is there', async ({ page, context }) => {
  await programs.open({ code: 'print(1)\n' });
  await programs.type('last = "words"\n');
  await page.close({ runBeforeUnload: true });
  const next = new ProgramsPage(await context.newPage());
  await next.open();
  await expect(next.code).toContainText('last = "words"');
});

test('drafts go to the larger room when there are many, and are all there', async ({ page }) => {
  await page.addInitScript(() => {
    if (window !== window.top || sessionStorage.getItem('drafts')) return;
    sessionStorage.setItem('drafts', 'yes');
    for (let index = 0; index < 30; index++) {
      const draft = { id: `d${index}`, language: 'python', code: `n = ${index}`, keptAtMs: index };
      localStorage.setItem(`runbay.draft.d${index}`, JSON.stringify(draft));
    }
  });
  await programs.open({ code: 'print("mine")\n' });
  await page.keyboard.press('ControlOrMeta+o');
  await programs.dialog.getByRole('button', { name: programs.words.make.new }).click();
  await expect
    .poll(() =>
      page.evaluate(
        () => Object.keys(localStorage).filter((key) => key.startsWith('runbay.draft.')).length,
      ),
    )
    .toBe(20);
  await programs.openList();
  await expect(programs.list.getByRole('listitem')).toHaveCount(31);
  await programs.dialog.getByRole('button', { name: 'Remove n = 0', exact: true }).click();
  await expect(programs.list.getByRole('listitem')).toHaveCount(30);
  await programs.dialog.getByRole('button', { name: programs.words.undo }).click();
  await expect(programs.list.getByRole('listitem')).toHaveCount(31);
});

test('where the browser has no room it says so, and what was written stays in the page', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (window !== window.top) return;
    localStorage.setItem('other', 'x'.repeat(5 * 1024 * 1024 - 400));
  });
  await programs.open();
  await programs.type(`print("kept")\n# ${'y'.repeat(2000)}\n`);
  await expect(programs.otherTab).toContainText(programs.words.noRoom.text);
  await programs.runToEnd();
  await expect(programs.output).toContainText('kept');
});

test('the program is downloaded as a file, a zip and a notebook', async ({ page }) => {
  await programs.openWith({ 'lib/ä.txt': 'more\n' }, { code: 'print("mine")\n' });
  await programs.openList();
  const saved = async (name: string) => {
    const download = page.waitForEvent('download');
    await programs.dialog.getByRole('button', { name, exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const file = await saved(programs.words.save.file);
  expect(file.name).toBe('main.py');
  expect(file.bytes.toString()).toBe('print("mine")\n');
  const zip = await saved(programs.words.save.zip);
  const packed = unzipSync(zip.bytes);
  expect(Object.keys(packed)).toEqual(['main.py', 'lib/ä.txt', 'README.md']);
  expect(strFromU8(packed['main.py'] ?? new Uint8Array())).toBe('print("mine")\n');
  const notebook = await saved(programs.words.save.notebook);
  expect(notebook.name).toBe('main.ipynb');
  expect(JSON.parse(notebook.bytes.toString())).toMatchObject({ nbformat: 4 });
});

test('a shared program is a zip too, and its files lie within it whatever they are called', async ({
  page,
  baseURL,
}) => {
  const made = await page.request.post('/api/snippets', {
    data: {
      language: 'python',
      code: 'print(open("C:a.txt").read())\n',
      files: [
        { path: 'C:a.txt', text: 'a' },
        { path: 'データ/x.csv', text: 'b' },
      ],
      stdin: 'typed',
      timeoutS: 5,
      title: 'Odd names!',
    },
    headers: { Origin: baseURL ?? '' },
  });
  const { id } = await made.json();
  const answer = await page.request.get(`/s/${id}.zip`);
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/zip',
    'content-disposition': 'attachment; filename="odd-names.zip"',
    'x-content-type-options': 'nosniff',
  });
  const packed = unzipSync(await answer.body());
  expect(Object.keys(packed)).toEqual([
    'main.py',
    'C_a.txt',
    'データ/x.csv',
    'input.txt',
    'README.md',
  ]);
  expect(strFromU8(packed['README.md'] ?? new Uint8Array())).toContain(`<${baseURL}/s/${id}>`);
});

test('everything is in the palette', async ({ page }) => {
  await programs.open();
  for (const label of Object.entries(programs.words.actions).flatMap(([key, text]) =>
    key.endsWith('Words') ? [] : [text],
  )) {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type(label);
    await expect(page.getByRole('option', { name: label })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});
