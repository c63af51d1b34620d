import AxeBuilder from '@axe-core/playwright';
import { ExercisesPage, shareExercises } from './exercises-page';
import { expect, test } from './fixtures';

test.use({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true });

test('every activity fits a small phone and is answered by touch', async ({ page, request }) => {
  const demo = new ExercisesPage(page);
  await page.goto(await shareExercises(request));
  await demo.code.fill('def double(n):\n    return 2 * n');
  await demo.exercise.getByRole('button', { name: 'Check', exact: true }).tap();
  await expect(demo.exercise.getByText('Passed. All 4 cases are right.')).toBeVisible();
  const [first, second] = await demo.lines.allInnerTexts();
  await demo.order.getByRole('button', { name: `Move down: ${first}` }).tap();
  await expect(demo.lines.nth(0)).toHaveText(second ?? '');
  await demo.choice.getByText('"42"', { exact: true }).tap();
  await demo.choice.getByRole('button', { name: 'Check', exact: true }).tap();
  await expect(demo.choice.getByText('texts are put together')).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations).toEqual([]);
});
