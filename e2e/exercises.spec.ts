import AxeBuilder from '@axe-core/playwright';
import { ExercisesPage, shareExercises } from './exercises-page';
import { expect, test } from './fixtures';

test('a learner is told what is not right, and passes; a reload loses nothing', async ({
  page,
  request,
}) => {
  const path = await shareExercises(request);
  const demo = new ExercisesPage(page);
  await page.goto(path);
  const { exercise, code, cases } = demo;
  await expect(exercise).toContainText('Not tried yet');
  await expect(exercise.getByText('and 3 hidden cases')).toBeVisible();
  await expect(
    exercise.getByText('There is a solution to see once you have passed.'),
  ).toBeVisible();

  await code.fill('def double(n):\n    print(n * FACTOR)');
  await demo.check(exercise);
  await expect(
    exercise.getByRole('status').filter({ hasText: 'Not yet: 0 of 4 are right.' }),
  ).toBeVisible();
  await expect(cases).toHaveCount(4);
  await expect(cases.nth(0)).toContainText('Expected4');
  await expect(cases.nth(2)).toContainText('below zero');
  await expect(cases.nth(2)).toContainText('Does it print the value instead of returning it?');
  await expect(cases.nth(2)).toContainText('Printed besides-1414');

  await exercise.getByRole('button', { name: 'Hint' }).click();
  await expect(exercise.getByText('Which operator multiplies?')).toBeVisible();
  await expect(exercise.getByText('It is *.')).toHaveCount(0);
  await exercise.getByRole('button', { name: 'Next hint' }).click();
  // There is no further hint, so its button has gone.
  await expect(exercise.getByRole('listitem').filter({ hasText: 'It is *.' })).toBeFocused();

  await code.fill('def double(n):\n    return n * FACTOR');
  await expect(cases).toHaveCount(0);
  await code.press('Shift+Enter');
  await expect(exercise.getByText('Passed. All 4 cases are right.')).toBeVisible();
  await exercise.getByRole('button', { name: 'Show a solution' }).click();
  await expect(exercise.getByText('# the solution')).toBeVisible();
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations).toEqual([]);

  await page.reload();
  await expect(code).toHaveValue('def double(n):\n    return n * FACTOR');
  await expect(exercise.getByText('Passed. All 4 cases are right.')).toBeVisible();
  await exercise.getByRole('button', { name: 'Start again' }).click();
  await expect(code).toHaveValue('def double(n):\n    ...');
});

test('what an exercise prints shows where it stands, after what it needs', async ({
  page,
  request,
}) => {
  const demo = new ExercisesPage(page);
  await page.goto(await shareExercises(request));
  await demo.code.fill('print(FACTOR * 21)');
  await demo.code.press('Control+Enter');
  await expect(demo.exercise.locator('.run-console')).toContainText('42');
});

test('nothing that a reader is sent holds an answer', async ({ page, request }) => {
  const path = await shareExercises(request);
  const bodies: Promise<string>[] = [];
  page.on('response', (response) => bodies.push(response.text().catch(() => '')));
  const demo = new ExercisesPage(page);
  await page.goto(path);
  await demo.check(demo.exercise);
  await expect(demo.cases).toHaveCount(4);
  await demo.gaps.getByRole('textbox').first().fill('x');
  await demo.check(demo.gaps);
  await expect(demo.gaps.getByText('Not yet: 0 of 2 are right.')).toBeVisible();
  const all = (await Promise.all(bodies)).join('\n');
  expect(all).toContain('double(-707)');
  for (const form of ['.md', '.json', '.html', '.ipynb', '.txt']) {
    bodies.push(request.get(`${path}${form}`).then((answer) => answer.text()));
  }
  const id = path.slice(3);
  bodies.push(request.get(`/api/snippets/${id}`).then((answer) => answer.text()));
  const everything = (await Promise.all(bodies)).join('\n');
  for (const secret of ['-1414', 'abab', '# the solution', 'range(3)', 'texts are put together']) {
    expect(everything, secret).not.toContain(secret);
  }
});

test('lines are put in order by keyboard, and told', async ({ page, request }) => {
  const demo = new ExercisesPage(page);
  await page.goto(await shareExercises(request));
  const right = ['total = 0', 'for n in [1, 2, 3]:', 'total += n', 'print(total)'];
  for (const [place, text] of right.entries()) {
    const handle = demo.order.getByRole('button', {
      name: new RegExp(`^Line \\d of 4: ${text.replace(/[[\]()+]/g, '\\$&')}`),
    });
    await expect(handle).toBeEnabled();
    await handle.focus();
    const at = Number(/^Line (\d)/.exec((await handle.getAttribute('aria-label')) ?? '')?.[1]) - 1;
    await page.keyboard.press('Space');
    await expect(handle).toHaveAttribute('aria-pressed', 'true');
    for (let step = at; step > place; step -= 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Space');
    await expect(
      demo.order.getByText(`Put down: ${text}. It is line ${place + 1} of 4.`),
    ).toBeAttached();
    await expect(handle).toBeFocused();
  }
  await expect(demo.lines).toHaveText(right);
  await demo.check(demo.order);
  await expect(demo.order.getByText('not all are as far in as they should be')).toBeVisible();
  await demo.order.getByRole('button', { name: 'Line 3 of 4' }).press('ArrowRight');
  await demo.order.getByRole('button', { name: 'Check', exact: true }).press('Enter');
  await expect(demo.order.getByText('Right, all lines are in order.')).toBeVisible();
});

test('lines are put in order by mouse', async ({ page, request }) => {
  const demo = new ExercisesPage(page);
  await page.goto(await shareExercises(request));
  const rows = demo.order.getByRole('listitem');
  const [first, second] = [
    await demo.lines.nth(0).textContent(),
    await demo.lines.nth(1).textContent(),
  ];
  await rows.nth(0).scrollIntoViewIfNeeded();
  const from = await rows.nth(0).locator('code').boundingBox();
  const to = await rows.nth(1).locator('code').boundingBox();
  if (!from || !to) throw new Error('no lines');
  await page.mouse.move(from.x + 20, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, to.y + to.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(demo.lines.nth(0)).toHaveText(second ?? '');
  await expect(demo.lines.nth(1)).toHaveText(first ?? '');
});

test('gaps are filled, an answer is chosen and a guess is compared, by keyboard alone', async ({
  page,
  request,
}) => {
  const demo = new ExercisesPage(page);
  await page.goto(await shareExercises(request));
  const first = demo.gaps.getByRole('textbox', { name: 'Gap 1 of 2' });
  await expect(first).toBeEnabled();
  await first.focus();
  await page.keyboard.type('range( 3 )');
  await page.keyboard.press('Enter');
  await page.keyboard.type('j');
  await page.keyboard.press('Enter');
  await expect(demo.gaps.getByText('Not yet: 1 of 2 are right.')).toBeVisible();
  await expect(demo.gaps.getByRole('textbox', { name: 'Gap 2 of 2, not right' })).toBeFocused();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('i');
  await page.keyboard.press('Enter');
  await expect(demo.gaps.getByText('Right, all gaps are filled.')).toBeVisible();

  await demo.choice.getByRole('button', { name: 'Check', exact: true }).press('Enter');
  await expect(demo.choice.getByText('Choose an answer first.')).toBeVisible();
  await demo.choice.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await demo.choice.getByRole('button', { name: 'Check', exact: true }).press('Enter');
  await expect(demo.choice.getByText('Why: a number needs no quotes')).toBeVisible();
  await demo.choice.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await demo.choice.getByRole('button', { name: 'Check', exact: true }).press('Enter');
  await expect(demo.choice.getByText('Why: texts are put together')).toBeVisible();

  const block = page.getByRole('group', { name: 'Block 2: Python' });
  await block.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await expect(block.getByRole('textbox', { name: 'Your guess' })).toBeFocused();
  await page.keyboard.type('0\n2\n5');
  await block.getByRole('button', { name: 'Run and compare' }).press('Enter');
  await expect(block.locator('[data-verdict="different"]')).toBeVisible();
  await block.getByRole('button', { name: 'Guess again' }).press('Enter');
  await block.getByRole('textbox', { name: 'Your guess' }).fill('0\n2\n4');
  await block.getByRole('button', { name: 'Run and compare' }).press('Enter');
  await expect(block.locator('[data-verdict="same"]')).toBeVisible();
});

test('without a script task and code can be read', async ({ browser, request, baseURL }) => {
  const path = await shareExercises(request);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    ...(baseURL ? { baseURL } : {}),
  });
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByText('Write double(n), which gives')).toBeVisible();
  await expect(page.getByText('def double(n):')).toBeVisible();
  await expect(page.getByText('total += n')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check' })).toHaveCount(0);
  await context.close();
});
