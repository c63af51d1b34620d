import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Keys for code' });
const key = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });

test('a program is written with the keys of the bar, which leaves the focus in the program', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: '\n' });
  await expect(bar(page)).toBeHidden();
  await playground.editor.tap();
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('for n in range');
  await key(page, 'Type ()').tap();
  await page.keyboard.type('3');
  await key(page, 'Cursor right').tap();
  await key(page, 'Type :').tap();
  await page.keyboard.press('Enter');
  await page.keyboard.type('print');
  await key(page, 'Type ()').tap();
  await key(page, 'Type ""').tap();
  await page.keyboard.type('tap');
  await key(page, 'Cursor right').tap();
  await page.keyboard.type(', n');
  await expect(playground.editor).toHaveValue('for n in range(3):\n    print("tap", n)');
  await expect(playground.editor).toBeFocused();

  await key(page, 'Outdent').tap();
  await expect(playground.editor).toHaveValue('for n in range(3):\nprint("tap", n)');
  await key(page, 'Undo').tap();
  await expect(playground.editor).toHaveValue('for n in range(3):\n    print("tap", n)');
  await key(page, 'Redo').tap();
  await key(page, 'Indent').tap();
  await expect(playground.editor).toHaveValue('for n in range(3):\n    print("tap", n)');
  await playground.expectAccessible();

  await key(page, 'Run').tap();
  await expect(playground.output).toHaveText('tap 0tap 1tap 2');
  await expect(bar(page)).toBeHidden();
});

test('brackets go around what is selected, and the keys are those of the language', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await page.setViewportSize({ width: 320, height: 568 });
  await playground.open({ code: 'a + b', language: 'javascript' });
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await key(page, 'Type ()').tap();
  await key(page, 'Type ``').tap();
  await expect(playground.editor).toHaveValue('(`a + b`)');
  await expect(key(page, 'Type ;')).toHaveCount(1);
  await expect(key(page, 'Type #')).toHaveCount(0);
  const small = await bar(page).evaluate((element) =>
    [...element.querySelectorAll('button')]
      .map((button) => button.getBoundingClientRect())
      .filter(({ width, height }) => width < 40 || height < 44),
  );
  expect(small).toEqual([]);
});

test('the page ends where the on-screen keyboard begins', async ({ page }) => {
  await page.addInitScript(() => {
    // A browser that lays its keyboard over the page: only the visual viewport becomes smaller.
    const viewport = Object.assign(new EventTarget(), {
      height: window.innerHeight,
      offsetTop: 0,
      scale: 1,
    });
    Object.defineProperty(window, 'visualViewport', { value: viewport });
  });
  const playground = new PlaygroundPage(page);
  await playground.open({ code: `${'pass\n'.repeat(60)}last = 1` });
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  const setKeyboard = (heightPx: number) =>
    page.evaluate((height) => {
      const viewport = window.visualViewport as unknown as EventTarget & { height: number };
      viewport.height = window.innerHeight - height;
      viewport.dispatchEvent(new Event('resize'));
    }, heightPx);
  await setKeyboard(336);
  const bottom = async () => {
    const box = await bar(page).boundingBox();
    return Math.round((box?.y ?? 0) + (box?.height ?? 0));
  };
  await expect.poll(bottom).toBe(844 - 336);
  await expect(page.locator('.plain-lines code').last()).toBeInViewport();
  await setKeyboard(0);
  await expect.poll(bottom).toBe(844);
});

test('the bar is reached by a keyboard too', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'x' });
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(key(page, 'Indent')).toBeFocused();
  await page.keyboard.press('End');
  await expect(key(page, 'Run')).toBeFocused();
  await page.keyboard.press('Home');
  for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowRight');
  await expect(key(page, 'Type :')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(playground.editor).toHaveValue('x:');
  await expect(playground.editor).toBeFocused();
});
