import { expect, test } from './more-languages-page';

test('R and Java on a phone: their keys, a plot, nothing too wide', async ({
  page,
  playground,
}) => {
  await playground.open();
  await playground.language.selectOption('R');
  await playground.expectNoSidewaysScroll();
  await playground.run.tap();
  await expect(playground.status).toContainText('Finished', { timeout: 20_000 });
  await expect(playground.output.getByRole('button', { name: /Open larger$/ })).toBeVisible();
  await playground.expectNoSidewaysScroll();
  await playground.expectAccessible();

  await page.getByRole('tab', { name: 'Code' }).tap();
  await playground.language.selectOption('Java');
  await playground.run.tap();
  await expect(playground.output).toContainText('Welcome to the bay!', { timeout: 20_000 });
  await playground.expectNoSidewaysScroll();
  await playground.expectAccessible();
});
