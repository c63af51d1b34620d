import { FilesPage } from './files-page';
import { expect, test } from './fixtures';

test('files on a phone: a sheet over the page, tabs over the editor', async ({ page }) => {
  const files = new FilesPage(page);
  await files.open({
    code: 'import helper\nprint(helper.word)\nopen("out.txt", "w").write("x")\n',
  });
  const show = page.getByRole('button', { name: 'Show the files' });
  await show.tap();
  await expect(files.program).toBeVisible();
  await files.expectNoSidewaysScroll();
  await files.expectAccessible();

  await files.pane.getByRole('button', { name: 'New file' }).tap();
  await page.keyboard.type('helper.py');
  await page.keyboard.press('Enter');
  await expect(files.pane).toBeHidden();
  await expect(files.tab('helper.py')).toHaveAttribute('aria-selected', 'true');
  await files.type('word = "from a phone"\n');
  await files.expectNoSidewaysScroll();
  await files.expectAccessible();

  await files.run.tap();
  await expect(files.output.getByText('from a phone')).toBeVisible();
  await show.tap();
  await files.pane.getByRole('button', { name: 'Actions for out.txt' }).tap();
  await expect(files.pane.getByRole('link', { name: 'Download out.txt' })).toBeVisible();
  await files.expectAccessible();
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('#files button, #files a, .file-head button')]
      .map((element) => ({ html: element.outerHTML, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0 && (box.height < 40 || box.width < 40))
      .map(({ html }) => html),
  );
  expect(small).toEqual([]);

  await files.pane.getByRole('button', { name: 'helper.py', exact: true }).tap();
  await expect(files.pane).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Code' })).toHaveAttribute('aria-selected', 'true');
});

test('files fit on 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  const files = new FilesPage(page);
  await files.openWith({ 'a-rather-long-name-of-a-folder/and-of-a-file.py': '', 'b.py': '' });
  await files.expectNoSidewaysScroll();
  await page.getByRole('button', { name: 'Show the files' }).tap();
  await expect(files.program.getByRole('listitem')).toHaveCount(3);
  await files.expectNoSidewaysScroll();
  await files.drop([{ name: `${'long'.repeat(30)}.csv`, content: 'x' }]);
  await expect(files.notice).toContainText('This name is too long.');
  await files.expectNoSidewaysScroll();
  await files.expectAccessible();
});
