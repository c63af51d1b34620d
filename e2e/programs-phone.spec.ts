import { expect, test } from './fixtures';
import { ProgramsPage } from './programs-page';

test('own programs are kept and opened on a phone', async ({ page }) => {
  const programs = new ProgramsPage(page);
  await programs.open({ code: '# on the way\nprint(1)\n' });
  await page.setViewportSize({ width: 320, height: 640 });
  await programs.expectNoSidewaysScroll();
  await programs.openList();
  await programs.dialog.getByRole('button', { name: programs.words.make.new }).tap();
  await expect(programs.notice).toContainText(programs.words.opened.new);
  await programs.openList();
  await programs.expectNoSidewaysScroll();
  await programs.expectAccessible();
  const open = programs.list.getByRole('button', { name: 'Open # on the way' });
  const { height = 0 } = (await open.boundingBox()) ?? {};
  expect(height).toBeGreaterThanOrEqual(40);
  await open.tap();
  await expect(programs.notice).toContainText('is open.');
});
