import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test.describe('on a phone', () => {
  test('Run goes to the output, and the code is one tap away', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({ code: 'print("from a phone")\n' });
    await expect(page.getByRole('tab', { name: 'Code' })).toHaveAttribute('aria-selected', 'true');
    await expect(playground.console).toBeHidden();
    await playground.expectNoSidewaysScroll();
    await playground.expectAccessible();

    await playground.run.tap();
    await expect(page.getByRole('tab', { name: 'Output' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(playground.output.getByText('from a phone')).toBeVisible();
    await expect(playground.status).toContainText('Finished · exit 0');
    await playground.expectNoSidewaysScroll();
    await playground.expectAccessible();

    await page.getByRole('tab', { name: 'Code' }).tap();
    await expect(playground.editor).toBeAttached();
    await expect(playground.console).toBeHidden();
  });

  test('input is answered in place, one prompt after the other', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({
      code: 'a = input("First number: ")\nb = input("Second number: ")\nprint("sum", int(a) + int(b))\n',
    });
    await playground.run.tap();
    await expect(playground.input).toBeFocused();
    await playground.input.fill('2');
    await page.getByRole('button', { name: 'Send' }).tap();
    await expect(playground.output).toContainText('Second number:');
    await expect(playground.input).toBeFocused();
    await playground.expectAccessible();
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await expect(playground.output.getByText('sum 5')).toBeVisible();
  });

  test('what is tapped is at least 40 pixels high', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({ code: 'input("Go on? ")\n' });
    await playground.run.tap();
    await expect(playground.input).toBeFocused();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, [role="tab"], [role="combobox"], input')]
        .filter((element) => !element.closest('.monaco-editor, [aria-hidden="true"]'))
        .filter((element) => (element as HTMLInputElement).type !== 'range')
        .map((element) => ({ html: element.outerHTML, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && (box.height < 40 || box.width < 40))
        .map(({ html }) => html),
    );
    expect(small).toEqual([]);
  });

  test('long lines are broken, an error is told and marked', async ({ page }) => {
    const playground = new PlaygroundPage(page);
    await playground.open({ code: 'print("word " * 60)\nraise ValueError("too long")\n' });
    await playground.runToEnd();
    await playground.expectNoSidewaysScroll();
    await expect(playground.output.getByText('ValueError: too long')).toBeVisible();
    await page.getByRole('tab', { name: 'Code' }).tap();
    await expect(page.locator('.run-mark-error')).toHaveCount(1);
    await playground.expectNoSidewaysScroll();
  });

  test('everything fits on 320 pixels', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    const playground = new PlaygroundPage(page);
    await playground.open({
      code: 'print("small")\ninput("A rather long question, is it not? ")\n',
    });
    await playground.expectNoSidewaysScroll();
    await playground.run.tap();
    await expect(playground.input).toBeVisible();
    await playground.expectNoSidewaysScroll();
    for (const control of [
      playground.run,
      playground.stop,
      playground.language,
      playground.input,
    ]) {
      await expect(control).toBeInViewport({ ratio: 1 });
    }
    await playground.expectAccessible();
  });
});
