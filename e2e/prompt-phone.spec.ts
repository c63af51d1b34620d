import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test('the prompt is used by taps: a line, a block, a completion', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'treasure_chest = 40\nprint("ready")\n' });
  await playground.run.tap();
  await expect(playground.status).toContainText('Finished');
  await playground.prompt.tap();
  const send = page.getByRole('button', { name: 'Run the line' });
  const complete = page.getByRole('button', { name: 'Complete', exact: true });
  for (const control of [playground.prompt, send, complete]) {
    await expect(control).toBeInViewport({ ratio: 1 });
  }
  // Smaller letters make a phone enlarge the page.
  expect(
    await playground.prompt.evaluate((field) =>
      Number.parseFloat(getComputedStyle(field).fontSize),
    ),
  ).toBeGreaterThanOrEqual(16);
  await expect(playground.prompt).toHaveAttribute('enterkeyhint', 'send');

  await page.keyboard.insertText('treasure_c');
  await complete.tap();
  await expect(playground.prompt).toHaveValue('treasure_chest');
  await page.keyboard.insertText(' + 2');
  await send.tap();
  await expect(playground.output.getByText('42', { exact: true })).toBeVisible();
  await expect(playground.prompt).toBeFocused();

  await page.keyboard.insertText('if treasure_chest:');
  await expect(playground.prompt).toHaveAttribute('enterkeyhint', 'enter');
  // What a keyboard on the screen does where it names no key.
  await playground.prompt.evaluate((field) =>
    field.dispatchEvent(
      new InputEvent('beforeinput', { inputType: 'insertLineBreak', cancelable: true }),
    ),
  );
  await page.keyboard.insertText('print("rich")');
  await expect(playground.prompt).toHaveValue('if treasure_chest:\n    print("rich")');
  await playground.expectAccessible();
  await playground.expectNoSidewaysScroll();
  await send.tap();
  await expect(playground.output.getByText('rich', { exact: true })).toBeVisible();
});

test('the list of completions is tapped, on a window as high as beside a keyboard', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 420 });
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'for i in range(60): print("row", i)\n' });
  await playground.run.tap();
  await expect(playground.output.getByText('row 59', { exact: true })).toBeVisible();
  await playground.prompt.tap();
  await page.keyboard.insertText('ra');
  await page.getByRole('button', { name: 'Complete', exact: true }).tap();
  const option = playground.completions.getByRole('option', { name: /^range/ });
  await option.scrollIntoViewIfNeeded();
  await expect(playground.completions).toBeInViewport({ ratio: 1 });
  await playground.expectAccessible();
  await option.tap();
  await expect(playground.prompt).toHaveValue('range');
  await expect(playground.prompt).toBeInViewport({ ratio: 1 });
  await playground.expectNoSidewaysScroll();
});
