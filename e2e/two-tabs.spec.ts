import { expect, test } from './fixtures';
import { ProgramsPage } from './programs-page';

test('two tabs that edit lose nothing: each keeps its own, and is told of the other', async ({
  page,
  context,
}) => {
  const one = new ProgramsPage(page);
  await one.open();
  await one.type('print("from one")\n');
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('runbay.tab') !== null))
    .toBe(true);

  const two = new ProgramsPage(await context.newPage());
  await two.open();
  await expect(two.code).toContainText('from one');
  await two.type('print("from two")\n');
  await expect(one.otherTab).toContainText(one.words.otherTab.text);
  await one.type('print("from one, later")\n');
  await expect(two.otherTab).toContainText(two.words.otherTab.text);

  for (const [tab, text] of [
    [one, 'from one, later'],
    [two, 'from two'],
  ] as const) {
    await tab.page.reload();
    await tab.editorReady();
    await expect(tab.code).toContainText(text);
  }
  await one.openList();
  await expect(one.list).toContainText('print("from two")');
  await expect(one.list).toContainText(one.words.kinds.tab);
  await two.page.close({ runBeforeUnload: true });
  await one.page.reload();
  await one.openList();
  await expect(one.list).toContainText(one.words.kinds.closed_tab);
  await one.list.getByRole('button', { name: 'Open print("from two")' }).click();
  await expect(one.code).toContainText('from two');
  await one.openList();
  await expect(one.list).toContainText('print("from one, later")');
});

test('a program opened in one tab changes nothing in another', async ({ page, context }) => {
  const one = new ProgramsPage(page);
  await one.openWith({ 'helper.py': 'x = 1\n' }, { code: 'import helper\nprint(helper.x)\n' });
  const two = new ProgramsPage(await context.newPage());
  await two.open();
  await two.page.keyboard.press('ControlOrMeta+o');
  await two.dialog.getByRole('button', { name: two.words.make.new }).click();
  await two.type('print("other")\n');
  await expect(one.tab('helper.py')).toBeVisible();
  await one.page.reload();
  await one.editorReady();
  await one.runToEnd();
  await expect(one.output).toContainText('1');
});

test('the version of the other tab can be taken, and one’s own stays as a draft', async ({
  page,
  context,
}) => {
  const one = new ProgramsPage(page);
  await one.open();
  await one.type('print("from one")\n');
  const two = new ProgramsPage(await context.newPage());
  await two.open();
  await two.type('print("from two")\n');
  await one.otherTab.getByRole('button', { name: one.words.otherTab.take }).click();
  await expect(one.code).toContainText('from two');
  await one.openList();
  await expect(one.list).toContainText('print("from one")');
});
