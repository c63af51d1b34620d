import { randomBytes } from 'node:crypto';
import { FilesPage } from './files-page';
import { expect, test } from './fixtures';

let files: FilesPage;

test.beforeEach(({ page }) => {
  files = new FilesPage(page);
});

test('main.py imports helper.py; an error there is marked there, and the traceback leads to it', async ({
  page,
}) => {
  await files.open({ code: 'import helper\nprint(helper.half(8))\n' });
  await files.newFile('helper.py');
  await expect(files.editor).toBeFocused();
  await page.keyboard.insertText('def half(n):\n    return n / 2\n');
  await files.expectAccessible();
  await files.runToEnd();
  await expect(files.output.getByText('4.0')).toBeVisible();

  await files.type('def half(n):\n    return n / 0\n');
  await files.tab('main.py').click();
  await files.runToEnd();
  await expect(files.output.getByText('ZeroDivisionError: division by zero')).toBeVisible();
  await expect(page.locator('.run-mark-error')).toHaveCount(0);
  await expect(files.tab('helper.py')).toHaveAccessibleName(/line 2 is marked/);
  await files.output.getByRole('link', { name: 'helper.py", line 2' }).click();
  await expect(files.tab('helper.py')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.run-mark-error')).toHaveCount(1);
  await expect(page.getByText('Ln 2,')).toBeVisible();
});

test('JavaScript imports and requires, TypeScript imports TypeScript', async ({ page }) => {
  const sources = {
    'lib/add.js': 'export const add = (a, b) => a + b;\n',
    'old.cjs': 'module.exports = { twice: (n) => 2 * n };\n',
    'shape.ts':
      'export interface Shape { side: number }\nexport const area = (s: Shape): number => s.side ** 2;\n',
  };
  await files.openWith(sources, {
    language: 'javascript',
    code: "import { add } from './lib/add.js';\nconsole.log('sum', add(20, 22));\n",
  });
  await files.runToEnd();
  await expect(files.output.getByText('sum 42')).toBeVisible();
  await files.type("const { twice } = require('./old.cjs');\nconsole.log('twice', twice(21));\n");
  await files.runToEnd();
  await expect(files.output.getByText('twice 42')).toBeVisible();

  await files.language.selectOption('TypeScript');
  await expect(files.tab('main.ts')).toHaveAttribute('aria-selected', 'true');
  await files.type("import { area } from './shape.ts';\nconsole.log('area', area({ side: 6 }));\n");
  await files.runToEnd();
  await expect(files.output.getByText('area 36')).toBeVisible();
  await expect(page.locator('.squiggly-error')).toHaveCount(0);
});

test('a CSV that is dropped becomes a file of the program, and the page writes how to read it', async ({
  page,
}) => {
  await files.open({ code: '' });
  await files.drop([{ name: 'cities.csv', content: 'city,people\nUlm,128928\nGera,93634\n' }], () =>
    expect(page.getByText('Add to the program')).toBeVisible(),
  );
  await expect(page.getByText('Add to the program')).toBeHidden();
  await expect(files.tab('cities.csv')).toBeVisible();
  await expect(files.notice).toContainText('cities.csv is here.');
  await expect(files.notice).toContainText('open("cities.csv")');
  await files.expectAccessible();
  await files.notice.getByRole('button', { name: 'Insert at the cursor' }).click();
  await expect(files.editor).toBeFocused();
  await files.runToEnd();
  await expect(files.output.getByText('2 rows')).toBeVisible();
});

test('what is no text goes to the session, is read there, and comes back as it went', async ({
  page,
}) => {
  const bytes = randomBytes(3_000_000);
  await files.open({
    code: 'import hashlib\nprint(hashlib.sha256(open("noise.bin", "rb").read()).hexdigest())\n',
  });
  await page.keyboard.press('ControlOrMeta+b');
  await files.upload([{ name: 'noise.bin', content: bytes }]);
  await expect(files.session.getByText('noise.bin')).toBeVisible();
  await expect(files.tab('noise.bin')).toHaveCount(0);
  await files.runToEnd();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  await expect(files.output.getByText(Buffer.from(digest).toString('hex'))).toBeVisible();
  expect((await files.download('noise.bin', 'link')).equals(bytes)).toBe(true);
  await files.expectAccessible();
});

test('a file is renamed and removed by keyboard, and what was removed comes back', async ({
  page,
}) => {
  await files.openWith({ 'a.py': 'x = 1\n', 'b.py': 'x = 2\n' });
  await files.tab('main.py').focus();
  await page.keyboard.press('End');
  await expect(files.tab('b.py')).toBeFocused();
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'New name of b.py' });
  await expect(field).toBeFocused();
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is a file of this name already.')).toBeVisible();
  await files.expectAccessible();
  await field.fill('lib/tools.py');
  await page.keyboard.press('Enter');
  await expect(files.tab('lib/tools.py')).toHaveAttribute('aria-selected', 'true');
  await expect(files.editor).toBeFocused();

  await files.tab('lib/tools.py').focus();
  await page.keyboard.press('Delete');
  await expect(files.tab('lib/tools.py')).toHaveCount(0);
  await expect(files.tab('main.py')).toBeFocused();
  await expect(files.notice).toContainText('lib/tools.py was removed.');
  await files.expectAccessible();
  await files.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(files.tab('lib/tools.py')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.view-lines')).toContainText('x = 2');

  // In the editor they go from file to file.
  await files.editor.focus();
  await page.keyboard.press('Control+PageDown');
  await expect(files.tab('main.py')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+PageUp');
  await expect(files.tab('lib/tools.py')).toHaveAttribute('aria-selected', 'true');
});

test('each file keeps its own history', async ({ page }) => {
  await files.openWith({ 'a.txt': 'one\n' }, { code: 'main\n' });
  await files.tab('a.txt').click();
  await expect(files.editor).toBeFocused();
  await page.keyboard.insertText('typed-');
  await files.tab('main.py').click();
  await expect(page.locator('.view-lines')).toHaveText('main');
  await expect(files.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.view-lines')).toHaveText('main');
  await files.tab('a.txt').click();
  await expect(page.locator('.view-lines')).toHaveText('typed-one');
  await expect(files.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('.view-lines')).toHaveText('one');
});

test('what a program writes appears, is downloaded, renamed, kept, removed and put back', async ({
  page,
}) => {
  await files.open({ code: 'open("out.txt", "w").write("written by the program")\n' });
  await page.keyboard.press('ControlOrMeta+b');
  await expect(files.session).toContainText('Nothing yet.');
  await expect(files.session).toContainText('10 minutes after the last use');
  await files.runToEnd();
  await expect(files.session.getByText('out.txt')).toBeVisible();
  expect((await files.download('out.txt', 'link')).toString()).toBe('written by the program');
  await files.expectAccessible();

  await files.session.getByRole('button', { name: 'Rename out.txt' }).click();
  await page.keyboard.type('result');
  await page.keyboard.press('Enter');
  await expect(files.session.getByText('result.txt')).toBeVisible();

  await files.act('result.txt', 'Remove');
  await expect(files.session).toContainText('Nothing yet.');
  await expect(files.pane.getByRole('heading', { name: 'Files' })).toBeFocused();
  await files.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(files.session.getByText('result.txt')).toBeVisible();

  await files.act('result.txt', 'Keep');
  await expect(files.tab('result.txt')).toHaveAttribute('aria-selected', 'true');
  await expect(files.session.getByText('result.txt')).toHaveCount(0);
  await expect(page.locator('.view-lines')).toContainText('written by the program');
});

test('a program that changes one of its files is told of, and its version can be taken', async ({
  page,
}) => {
  await files.openWith(
    { 'log.csv': 'n\n1\n' },
    {
      code: 'with open("log.csv", "a") as f:\n    f.write("2\\n")\nprint(open("log.csv").read().split())\n',
    },
  );
  await files.runToEnd();
  await expect(files.tab('log.csv')).toHaveAccessibleName(/changed by the program/);
  await files.runToEnd();
  await expect(files.output.getByText("['n', '1', '2']")).toBeVisible();
  await files.tab('log.csv').click();
  await expect(page.getByText('The program changed log.csv in the session.')).toBeVisible();
  await files.expectAccessible();
  await page.getByRole('button', { name: "Take the program's version" }).click();
  await expect(page.locator('.view-lines')).toHaveText(/n\s*1\s*2/);
  await expect(page.getByText('The program changed log.csv')).toBeHidden();
  await files.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.view-lines')).toHaveText(/^n\s*1\s*$/);
});

test('a reload keeps the files of the program, a clean start drops those of the session', async ({
  page,
}) => {
  await files.openWith(
    { 'keep.py': 'kept = True\n' },
    { code: 'open("made.txt", "w").write("x")\n' },
  );
  await page.keyboard.press('ControlOrMeta+b');
  await files.runToEnd();
  await expect(files.session.getByText('made.txt')).toBeVisible();
  await files.tab('keep.py').click();
  await page.reload();
  await expect(files.tab('keep.py')).toHaveAttribute('aria-selected', 'true');
  await expect(files.session.getByText('made.txt')).toBeVisible();
  await page.getByRole('button', { name: 'Start clean' }).click();
  await expect(files.session).toContainText('Nothing yet.');
  await expect(files.tab('keep.py')).toBeVisible();
  expect((await files.download('keep.py', 'button')).toString()).toBe('kept = True\n');
});

test('names that are taken are asked about, once for all', async ({ page }) => {
  await files.openWith({ 'data.csv': 'old\n', 'same.csv': 'same\n' });
  const given = [
    { name: 'data.csv', content: 'new\n' },
    { name: 'same.csv', content: 'same\n' },
  ];
  const dialog = page.getByRole('dialog');
  await files.drop(given);
  await expect(dialog).toContainText('data.csv is there already');
  await expect(dialog).not.toContainText('same.csv');
  await files.expectAccessible();
  await dialog.getByRole('button', { name: 'Keep both' }).click();
  await expect(dialog).toBeHidden();
  await expect(files.tab('data-2.csv')).toBeVisible();

  await files.drop(given);
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(files.notice).toContainText('data.csv has a new text.');
  await files.tab('data.csv').click();
  await expect(page.locator('.view-lines')).toHaveText('new');
  await files.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('.view-lines')).toHaveText('old');

  await files.drop(given);
  // Before it is there nobody could mean it.
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('.view-lines')).toHaveText('old');
});

test('what cannot be taken is said in a sentence each, and the rest is taken', async ({ page }) => {
  await files.open({ code: '' });
  await files.drop([
    { name: 'big.bin', content: Buffer.alloc(16 * 1024 * 1024 + 1) },
    { name: 'a\\b.txt', content: 'x' },
    { name: `${'x'.repeat(101)}`, content: 'x' },
    { name: 'good.txt', content: 'x' },
  ]);
  await expect(files.notice).toContainText('big.bin It is too large. A file may have 16 MiB.');
  await expect(files.notice).toContainText('This name is too long.');
  await expect(files.notice.getByRole('listitem')).toHaveCount(3);
  await expect(files.tab('good.txt')).toBeVisible();
  await files.expectAccessible();
  await files.notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('It is too large.')).toBeHidden();

  // The program itself, dropped, is the program; what stood there is kept.
  await files.type('print("mine")\n');
  await files.drop([{ name: 'main.js', content: 'console.log("dropped");\n' }]);
  await expect(files.tab('main.js')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.view-lines')).toContainText('dropped');
});

test('hostile names are shown as text, each with its own direction', async ({ page }) => {
  const names = [
    '<img src=x onerror=alert(1)>.txt',
    '\u202Egnp.exe',
    '__proto__',
    ' spaces  in it.txt',
  ];
  await files.open({
    code: `for name in ${JSON.stringify(names)}:\n    open(name, "w").write("x")\n`,
  });
  await page.keyboard.press('ControlOrMeta+b');
  await files.runToEnd();
  await expect(files.session.getByRole('listitem')).toHaveCount(4);
  await expect(files.session.getByText('<img src=x onerror=alert(1)>.txt')).toBeVisible();
  await expect(files.session.getByText('‹U+202E›gnp.exe')).toBeVisible();
  await expect(page.locator('#files img')).toHaveCount(0);
  await files.act('__proto__', 'Keep');
  await expect(files.tab('__proto__')).toHaveAttribute('aria-selected', 'true');
  await files.act('<img src=x onerror=alert(1)>.txt', 'Keep');
  await expect(files.tab('<img src=x onerror=alert(1)>.txt')).toBeVisible();
  await files.runToEnd();
  await page.emulateMedia({ colorScheme: 'dark' });
  await files.expectAccessible();
});

test('the pane is remembered, and everything is in the palette', async ({ page }) => {
  await files.openWith({ 'a.py': '', 'b.py': '' });
  await files.editor.focus();
  await page.keyboard.press('ControlOrMeta+b');
  await expect(files.pane).toBeVisible();
  await expect(files.program.getByRole('listitem')).toHaveCount(3);
  await page.reload();
  await expect(files.program.getByRole('listitem')).toHaveCount(3);
  await files.pane.getByRole('button', { name: 'New file' }).focus();
  await page.keyboard.press('Escape');
  await expect(files.program).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Show the files' })).toBeFocused();

  const command = async (words: string) => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  };
  await command('Open b.py');
  await expect(files.tab('b.py')).toHaveAttribute('aria-selected', 'true');
  await command('Remove all files of the program');
  await expect(files.tab('b.py')).toHaveCount(0);
  await expect(files.notice).toContainText('2 files were removed.');
  await files.notice.getByRole('button', { name: 'Undo' }).click();
  await expect(files.tab('a.py')).toBeVisible();
  await command('Show or hide the files');
  await expect(files.pane).toBeVisible();
});

test('the plain editor has the files too', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('runbay.settings', JSON.stringify({ version: 1, plainEditor: 'on' })),
  );
  await files.openWith({ 'data.txt': 'from the file' }, { code: 'print(1)\n' });
  await files.tab('data.txt').click();
  await expect(files.editor).toHaveValue('from the file');
  await files.editor.fill('changed');
  await files.tab('main.py').click();
  await expect(files.editor).toHaveValue('print(1)\n');
  await page.keyboard.press('ControlOrMeta+b');
  await files.act('data.txt', 'Use');
  await expect(files.editor).toHaveValue(/^with open\("data.txt"/);
  await expect(files.editor).toBeFocused();
  await files.tab('data.txt').click();
  await expect(files.editor).toHaveValue('changed');
});
