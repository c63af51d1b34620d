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

test('a line is dragged by its grip with a finger', async ({ page, request }) => {
  const demo = new ExercisesPage(page);
  await page.goto(await shareExercises(request));
  const [first, ...others] = await demo.lines.allInnerTexts();
  const grips = demo.order.locator('.order-grip');
  await grips.first().scrollIntoViewIfNeeded();
  await demo.order.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const centre = async (at: number) => {
    const box = await grips.nth(at).boundingBox();
    if (!box) throw new Error('There is no such line.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const scrolledTo = await page.evaluate(() => scrollY);
  const finger = await page.context().newCDPSession(page);
  const touch = (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: { x: number; y: number }[],
  ) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [await centre(0)]);
  for (const at of [1, 2, 3]) {
    await touch('touchMove', [await centre(at)]);
    // One line further each time, below those that it has passed.
    await expect(demo.lines.nth(at)).toHaveText(first ?? '');
  }
  await touch('touchEnd', []);
  await expect(demo.lines).toHaveText([...others, first ?? '']);
  expect(await page.evaluate(() => scrollY)).toBe(scrolledTo);
});
