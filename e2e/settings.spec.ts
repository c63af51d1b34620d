import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

class SettingsPanel {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  get dialog() {
    return this.page.getByRole('dialog', { name: 'Settings' });
  }
  async open() {
    await this.page.getByRole('button', { name: 'Settings', exact: true }).click();
    await expect(this.dialog).toBeVisible();
  }
  async close() {
    await this.dialog.getByRole('button', { name: 'Done' }).click();
    await expect(this.dialog).toBeHidden();
  }
  async choose(group: string, option: string) {
    const radio = this.dialog
      .getByRole('group', { name: group })
      .getByLabel(option, { exact: true });
    await radio.check();
  }
  toggle(name: string) {
    return this.dialog.getByRole('switch', { name });
  }
  slider(name: string) {
    return this.dialog.getByRole('slider', { name });
  }
}

const root = (page: Page) => page.locator('html');
const codeSize = (page: Page) => page.locator('.view-line').first();

/** The theme at each moment from the first script to the end, and what stood on the page when it was painted. */
async function watchFirstPaint(page: Page) {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    const note = () => {
      const { theme, panes } = document.documentElement.dataset;
      const said = `${theme} ${panes}`;
      if (document.body && seen.at(-1) !== said) seen.push(said);
    };
    // Before each frame: a flash that lasts one frame is seen too.
    const frame = () => {
      note();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
const seen = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);

test('the theme changes at once, everywhere, and is there before the first paint of the next visit', async ({
  page,
}) => {
  await watchFirstPaint(page);
  const playground = new PlaygroundPage(page);
  const settings = new SettingsPanel(page);
  await playground.open();
  expect(await seen(page)).toEqual(['light side']);
  await settings.open();
  await playground.expectAccessible();
  for (const [name, theme, ground] of [
    ['Dark', 'dark', 'rgb(22, 27, 30)'],
    ['High contrast', 'contrast', 'rgb(0, 0, 0)'],
    ['Light', 'light', 'rgb(245, 247, 247)'],
    ['Dark', 'dark', 'rgb(22, 27, 30)'],
  ] as const) {
    await settings.choose('Theme', name);
    await expect(root(page)).toHaveAttribute('data-theme', theme);
    await expect(page.locator('body')).toHaveCSS('background-color', ground);
  }
  await expect(page.locator('.monaco-editor').first()).toHaveCSS('color-scheme', /.*/);
  await expect(page.locator('.monaco-editor-background').first()).toHaveCSS(
    'background-color',
    'rgb(16, 20, 22)',
  );
  await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute(
    'content',
    '#161b1e',
  );
  await playground.expectAccessible();
  await settings.close();

  await page.reload();
  await playground.editorReady();
  expect(await seen(page)).toEqual(['dark side']);
  const html = await (await page.request.get('/')).text();
  const policy = (await page.request.get('/')).headers()['content-security-policy'];
  expect(policy).toContain("'nonce-");
  expect(html.indexOf('runbay.settings')).toBeLessThan(html.indexOf('<body'));
});

test('left to the system, the theme follows it: dark, more contrast, less motion', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await playground.open();
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(root(page)).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ contrast: 'more' });
  await expect(root(page)).toHaveAttribute('data-theme', 'contrast');
  await page.emulateMedia({ contrast: 'no-preference', reducedMotion: 'reduce' });
  await expect(root(page)).toHaveAttribute('data-theme', 'light');
  await expect(root(page)).toHaveAttribute('data-motion', 'reduced');

  const settings = new SettingsPanel(page);
  await settings.open();
  await settings.choose('Motion', 'Full');
  await expect(root(page)).toHaveAttribute('data-motion', 'full');
  await expect(settings.dialog).toHaveCSS('transition-duration', '0.16s');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await settings.choose('Motion', 'Reduced');
  await expect(settings.dialog).toHaveCSS('transition-duration', '0s');
  await page.reload();
  await expect(root(page)).toHaveAttribute('data-motion', 'reduced');
});

test('with less motion too, the last line printed stays above the prompt', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'for n in range(200):\n    print("line", n)\n' });
  await playground.runToEnd();
  const prompt = page.getByRole('textbox', { name: /^Prompt/ });
  await expect(prompt).toBeInViewport({ ratio: 1 });
  const line = await playground.output.getByText('line 199').boundingBox();
  const below = await prompt.boundingBox();
  expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
});

test('with colours that the system forces the program can be read', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'total = 1\n' });
  const ground = await page
    .locator('.full-editor .monaco-editor-background')
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor);
  const text = page.locator('.full-editor .view-line span').getByText('total').last();
  expect(await text.evaluate((element) => getComputedStyle(element).color)).not.toBe(ground);
});

test('in high contrast all main texts have seven to one, and edges and focus are seen', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open({
    code: [
      'import sys  # a comment',
      'def half(n: int) -> float:',
      '    return n / 2',
      'print("plain", half(3), "\\x1b[30mblack\\x1b[31mred\\x1b[34mblue\\x1b[90mgrey\\x1b[0m")',
      'print("careful", file=sys.stderr)',
      'half("x")',
      '',
    ].join('\n'),
  });
  const settings = new SettingsPanel(page);
  await settings.open();
  await settings.choose('Theme', 'High contrast');
  await expectEnhanced(page);
  await settings.close();
  await playground.runToEnd();
  await expect(playground.output).toContainText('TypeError');
  await playground.expectAccessible();
  await expectEnhanced(page);
  await expect(page.locator('.pane-head').first()).toHaveCSS(
    'border-bottom-color',
    'rgb(169, 182, 180)',
  );
  await page.keyboard.press('Tab');
  await playground.run.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(playground.run).toHaveCSS('outline-color', 'rgb(255, 214, 10)');
});

async function expectEnhanced(page: Page) {
  const { violations, passes } = await new AxeBuilder({ page })
    .withRules(['color-contrast-enhanced'])
    .analyze();
  expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
  expect(passes.flatMap(({ nodes }) => nodes).length).toBeGreaterThan(10);
}

test('text sizes, tab width, wrapping and the minimap take effect and survive a reload', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open({
    code: `text = "${'long '.repeat(80)}"\nprint("word " * 60)\nfor x in "ab":\n    print(x)\n`,
  });
  await playground.runToEnd();
  const rows = playground.output.locator('.out-row');
  await expect(codeSize(page)).toHaveCSS('font-size', '14px');
  expect(await rows.count()).toBeGreaterThan(3);
  const lines = await page.locator('.view-line').count();

  const settings = new SettingsPanel(page);
  await settings.open();
  await settings.slider('Editor text size').focus();
  await page.keyboard.press('End');
  await expect(codeSize(page)).toHaveCSS('font-size', '24px');
  await settings.slider('Console text size').focus();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('End');
  await expect(rows.first()).toHaveCSS('font-size', '24px');
  await expect(rows.first()).toHaveCSS('height', '37px');
  await settings.toggle('Wrap long lines of output').click();
  await expect(rows).toHaveCount(3);
  await settings.choose('Wrap long lines of code', 'On');
  await expect.poll(() => page.locator('.view-line').count()).toBeGreaterThan(lines);
  await settings.toggle('Minimap').click();
  await expect(page.locator('.minimap')).toBeVisible();
  await settings.choose('Tab width', '8');
  await settings.close();

  const check = async () => {
    await expect(codeSize(page)).toHaveCSS('font-size', '24px');
    await expect(page.locator('.minimap')).toBeVisible();
    expect(await page.locator('.view-line').count()).toBeGreaterThan(lines);
    await playground.type('y');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await page.keyboard.type('x');
    await expect(page.getByText(/Ln 1, Col 10/)).toBeVisible();
  };
  await check();
  await playground.type(`print("word " * 60) # ${'long '.repeat(80)}`);
  await page.reload();
  await playground.editorReady();
  await playground.runToEnd();
  await expect(rows).toHaveCount(1);
  const sideways = await playground.output.evaluate((log) => log.scrollWidth - log.clientWidth);
  expect(sideways).toBeGreaterThan(500);
  await check();

  await settings.open();
  await settings.dialog.getByRole('button', { name: 'Reset to defaults' }).click();
  await expect(codeSize(page)).toHaveCSS('font-size', '14px');
  await expect(page.locator('.minimap')).toBeHidden();
  await settings.close();
  await page.reload();
  await playground.editorReady();
  await expect(codeSize(page)).toHaveCSS('font-size', '14px');
});

test('time stamps stand beside the output, and are no part of it', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({
    code: 'import time\nprint("first")\ntime.sleep(0.5)\nprint("word " * 60)\n',
  });
  await playground.runToEnd();
  const settings = new SettingsPanel(page);
  const first = playground.output.locator('.out-row').first();
  const shown = () => first.evaluate((row) => getComputedStyle(row, '::after').content);
  expect(await shown()).toBe('none');
  await settings.open();
  await settings.toggle('Time stamps').click();
  await settings.close();
  expect(await shown()).toMatch(/^"0\.\d\d"$/);
  await playground.expectAccessible();
  await page.reload();
  await playground.runToEnd();
  const rows = playground.output.locator('.out-row');
  expect(await shown()).toMatch(/^"0\.\d\d"$/);
  const at = async (row: number) => Number(await rows.nth(row).getAttribute('data-time'));
  // Not half a second: the page counts from when it is told of the start, and may be busy then.
  expect((await at(1)) - (await at(0))).toBeGreaterThan(0.1);
  await expect(rows.nth(2)).toHaveAttribute('data-wrapped');
  await expect(rows.nth(2)).not.toHaveAttribute('data-time');
  const fits = await rows.nth(1).evaluate((row) => row.scrollWidth <= row.clientWidth);
  expect(fits).toBe(true);
  await expect(playground.output).not.toContainText(/0\.\d\d/);
});

test('settings are in the palette', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.locator('body').click({ position: { x: 400, y: 20 } });
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search commands' }).fill('high contrast');
  await page.keyboard.press('Enter');
  await expect(root(page)).toHaveAttribute('data-theme', 'contrast');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search commands' }).fill('open the settings');
  await page.keyboard.press('Enter');
  await expect(new SettingsPanel(page).dialog).toBeVisible();
});

test('the plain text editor: indents, lets Tab go, runs by key, and says which line failed', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("before")\n' });
  const settings = new SettingsPanel(page);
  await settings.open();
  await settings.choose('Plain text editor', 'On');
  await settings.close();
  await expect(page.locator('.monaco-editor')).toHaveCount(0);
  await page.reload();
  const field = page.getByRole('textbox', { name: /^Code editor, Python, plain text/ });
  await expect(field).toHaveValue('print("before")\n');
  await expect(page.locator('.monaco-editor')).toHaveCount(0);

  await field.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('for n in (2, 0):\nprint(1 / n)\n');
  await expect(field).toHaveValue('for n in (2, 0):\n    print(1 / n)\n    ');
  await page.keyboard.press('Shift+Tab');
  await expect(field).toHaveValue('for n in (2, 0):\n    print(1 / n)\n');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Tab');
  await expect(field).toHaveValue('    for n in (2, 0):\n        print(1 / n)\n');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(field).toHaveValue('for n in (2, 0):\n    print(1 / n)\n');

  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(playground.status).toContainText('Failed · exit 1');
  const words = page.getByText('Line 2: ZeroDivisionError');
  await expect(words).toBeVisible();
  await expect(field).toHaveAccessibleDescription(/Line 2 ?: ZeroDivisionError: division by zero/);
  await expect(page.locator('.plain-lines .run-mark-error')).toHaveCount(1);
  await playground.expectAccessible();
  await page.getByRole('button', { name: 'Line 2' }).click();
  await expect(field).toBeFocused();
  await expect(page.getByText('Ln 2, Col 1')).toBeVisible();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(field).not.toBeFocused();
  await expect(field).toHaveValue('for n in (2, 0):\n    print(1 / n)\n');
});

test('panes are stacked, swapped and resized, each arrangement with its own share, and stay so', async ({
  page,
}) => {
  await watchFirstPaint(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  const separator = page.getByRole('separator', { name: 'Resize editor and console' });
  const box = async (name: string) => {
    const found = await page.getByRole('region', { name, exact: true }).boundingBox();
    if (!found) throw new Error(`${name} is not on the page.`);
    return found;
  };
  await separator.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(separator).toHaveAttribute('aria-valuenow', '50');
  expect((await box('Editor')).width).toBeCloseTo(720, -1);

  await page.getByRole('button', { name: 'Stack the panes' }).click();
  await expect(separator).toHaveAttribute('aria-orientation', 'horizontal');
  await expect(separator).toHaveAttribute('aria-valuenow', '55');
  await separator.focus();
  await page.keyboard.press('End');
  expect((await box('Console')).y).toBeGreaterThan((await box('Editor')).y);
  await page.getByRole('button', { name: 'Swap the panes' }).click();
  await expect(separator).toHaveAttribute('aria-valuenow', '45');
  expect((await box('Console')).y).toBeLessThan((await box('Editor')).y);
  const middle = await separator.boundingBox();
  if (!middle) throw new Error('The separator is not on the page.');
  await page.mouse.move(middle.x + 300, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 300, middle.y + 100);
  await page.mouse.up();
  const dragged = Number(await separator.getAttribute('aria-valuenow'));
  expect(dragged).toBeGreaterThan(52);

  await page.reload();
  await playground.editorReady();
  expect(await seen(page)).toEqual(['light stacked-swapped']);
  await expect(separator).toHaveAttribute('aria-valuenow', String(dragged));
  await page.getByRole('button', { name: 'Swap the panes' }).click();
  await expect(separator).toHaveAttribute('aria-valuenow', '80');
  await page.getByRole('button', { name: 'Put the panes side by side' }).click();
  await expect(separator).toHaveAttribute('aria-valuenow', '50');
  await separator.focus();
  await page.keyboard.press('Enter');
  await expect(separator).toHaveAttribute('aria-valuenow', '55');
  await separator.press('Home');
  await separator.dblclick();
  await expect(separator).toHaveAttribute('aria-valuenow', '55');
});

test('nothing moves on a page that was left in another arrangement and theme', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
    localStorage.setItem(
      'runbay.settings',
      JSON.stringify({
        version: 1,
        theme: 'contrast',
        editorFontSizePx: 20,
        consoleFontSizePx: 18,
        wordWrap: 'on',
        panes: 'stacked',
        consoleFirst: true,
        shares: { side: 55, 'side-swapped': 45, stacked: 55, 'stacked-swapped': 30 },
      }),
    );
  });
  await watchFirstPaint(page);
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.waitForTimeout(500);
  expect(await seen(page)).toEqual(['contrast stacked-swapped']);
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.02);
});

test('a pane can have all the room, and Run brings the console back', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("seen")\n' });
  await page.getByRole('button', { name: 'Maximise the console' }).click();
  await expect(playground.editor).toBeHidden();
  await playground.expectAccessible();
  await playground.runToEnd();
  await expect(playground.output.getByText('seen')).toBeVisible();
  await page.getByRole('button', { name: 'Show both panes' }).click();
  await expect(page.getByRole('region', { name: 'Editor' })).toBeVisible();

  await page.getByRole('button', { name: 'Maximise the editor' }).click();
  await expect(playground.console).toBeHidden();
  await playground.run.click();
  await expect(playground.console).toBeVisible();
});

test('settings by keyboard alone: opened, changed, closed, and the focus goes back', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  const settings = new SettingsPanel(page);
  await playground.open();
  await playground.editor.focus();
  await page.keyboard.press('ControlOrMeta+,');
  await expect(settings.dialog).toBeVisible();
  const chosen = settings.dialog.getByRole('radio', { name: 'System' }).first();
  await expect(settings.dialog.locator(':focus')).toHaveCount(1);
  for (let i = 0; i < 4 && !(await chosen.evaluate((el) => el === document.activeElement)); i++)
    await page.keyboard.press('Tab');
  await expect(chosen).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Escape');
  await expect(settings.dialog).toBeHidden();
  await expect(playground.editor).toBeFocused();
});

test('Escape closes the settings and leaves a running program alone', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  const settings = new SettingsPanel(page);
  await playground.open({ code: 'input("Go on? ")\nprint("went on")\n' });
  await playground.run.click();
  await expect(playground.input).toBeFocused();
  await settings.open();
  await page.keyboard.press('Escape');
  await expect(settings.dialog).toBeHidden();
  await playground.input.fill('yes');
  await page.keyboard.press('Enter');
  await expect(playground.output).toContainText('went on');
});

test('another tab shows a change at once', async ({ page, context }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const other = await context.newPage();
  await new PlaygroundPage(other).open();
  const settings = new SettingsPanel(other);
  await settings.open();
  await settings.choose('Theme', 'High contrast');
  await expect(root(page)).toHaveAttribute('data-theme', 'contrast');
});

test('settings that are broken do no harm', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem(
      'runbay.settings',
      JSON.stringify({ version: 1, theme: '"><b>', editorFontSizePx: 9000, shares: null }),
    );
  });
  const playground = new PlaygroundPage(page);
  await playground.open();
  await expect(root(page)).toHaveAttribute('data-theme', 'light');
  await expect(codeSize(page)).toHaveCSS('font-size', '14px');
});

test.describe('on every width', () => {
  for (const width of [640, 768, 800, 1024, 1440, 2560, 3840]) {
    test(`the page and its settings fit on ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: Math.round(width * 0.6) });
      const playground = new PlaygroundPage(page);
      await playground.open();
      await playground.expectNoSidewaysScroll();
      const settings = new SettingsPanel(page);
      await settings.open();
      await playground.expectNoSidewaysScroll();
      await playground.expectAccessible();
      const rootPx = await root(page).evaluate((html) =>
        Number.parseFloat(getComputedStyle(html).fontSize),
      );
      const scale = width >= 3200 ? 1.5 : width >= 2400 ? 1.125 : 1;
      expect(rootPx).toBe(16 * scale);
      await expect(codeSize(page)).toHaveCSS('font-size', `${Math.round(14 * scale)}px`);
    });
  }
});
