import type { Page } from '@playwright/test';
import { zh } from '../lib/messages/zh';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

const root = (page: Page) => page.locator('html');
const languageChoice = (page: Page, group: string) => page.getByRole('group', { name: group });

test.describe('a visitor whose browser wishes Chinese', () => {
  test.use({ locale: 'zh-CN' });

  test('gets a Chinese page, and runs a program in it', async ({ page }) => {
    const playground = new PlaygroundPage(page, zh);
    await playground.open({ code: 'name = input("你好？ ")\nprint("你好，", name)\n' });
    await expect(root(page)).toHaveAttribute('lang', 'zh-Hans');
    await expect(page).toHaveTitle(/编程环境/);
    await expect(playground.status).toHaveText('就绪');
    await playground.expectAccessible();

    const spoken = playground.console.locator('[aria-live="polite"]');
    await playground.run.click();
    await expect(playground.status).toHaveText('等待输入');
    await expect(spoken.getByText('程序正在等待输入。你好？')).toBeAttached();
    await playground.input.fill('小明');
    await playground.input.press('Enter');
    await expect(playground.status).toHaveText(/^已完成 · 退出代码 0 · [\d.]+ 秒 · CPU /);
    await expect(spoken.getByText(/^已完成，用时 [\d.]+ 秒。$/)).toBeAttached();
    await expect(playground.output).toContainText('你好， 小明');
    await playground.expectAccessible();
  });

  test('reads why a program was ended, which the server says in English', async ({ page }) => {
    const playground = new PlaygroundPage(page, zh);
    await playground.open({ code: 'while True:\n    pass\n', timeoutS: 1 });
    await playground.runToEnd();
    await expect(playground.status).toHaveText(/^运行 1 秒后停止：当时正在运行第 [12] 行 · /);
  });

  test('finds commands and examples by Chinese and by English words', async ({ page }) => {
    const playground = new PlaygroundPage(page, zh);
    await playground.open();
    await page.keyboard.press('ControlOrMeta+k');
    const palette = page.getByRole('dialog', { name: '命令' });
    const search = palette.getByRole('combobox');
    await search.fill('clear console');
    await expect(palette.getByRole('option').first()).toHaveText('清空控制台');
    await search.fill('浏览');
    await expect(palette.getByRole('option').first()).toHaveText('浏览示例');
    await playground.expectAccessible();
    await search.press('Enter');

    const gallery = page.getByRole('dialog', { name: '示例' });
    await gallery.getByRole('combobox').fill('汉诺');
    await expect(gallery.getByRole('option')).toHaveCount(1);
    await gallery.getByRole('combobox').fill('hanoi');
    const hanoi = gallery.getByRole('option').first();
    await expect(hanoi).toContainText('汉诺塔');
    await expect(hanoi).toContainText('递归 · 初级');
    await playground.expectAccessible();
  });

  test('has Chinese in the editor’s own menus', async ({ page }) => {
    const playground = new PlaygroundPage(page, zh);
    await playground.open();
    await playground.editor.focus();
    await page.keyboard.press('ControlOrMeta+f');
    await expect(page.getByRole('textbox', { name: '查找' })).toBeVisible();
  });

  test('finds a Chinese page where there is none', async ({ page, allowProblem }) => {
    allowProblem(/404/);
    await page.goto('/nowhere');
    await expect(page.getByRole('heading', { name: '这里没有页面' })).toBeVisible();
    await expect(page).toHaveTitle('找不到页面 · Runbay');
  });
});

test('the language is changed while a program runs: nothing of it is lost, and the choice is kept', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page);
  await playground.open({ code: 'print("hello", input("Name? "))\n' });
  await playground.run.click();
  await expect(playground.status).toHaveText('Waiting for input');
  await playground.type('print("changed")\n');
  await page.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await languageChoice(page, 'Language of the page').getByLabel('简体中文').check();

  const inChinese = new PlaygroundPage(page, zh);
  await expect(languageChoice(page, '界面语言').getByLabel('简体中文')).toBeChecked();
  await expect(root(page)).toHaveAttribute('lang', 'zh-Hans');
  await expect(page).toHaveTitle(/编程环境/);
  await inChinese.expectAccessible();
  await page.getByRole('button', { name: '完成' }).click();
  await expect(inChinese.status).toHaveText('等待输入');
  await inChinese.input.fill('Ada');
  await inChinese.input.press('Enter');
  await expect(inChinese.status).toContainText('已完成');
  await expect(inChinese.output).toContainText('hello Ada');
  await expect(page.locator('.view-lines')).toContainText('print("changed")');
  expect(await page.evaluate(() => 'notReloaded' in globalThis)).toBe(true);

  await page.reload();
  await inChinese.editorReady();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog', { name: '命令' }).getByRole('combobox').fill('interface');
  await page.getByRole('option', { name: '界面语言：跟随浏览器' }).click();
  await expect(playground.run).toBeVisible();
  await expect(root(page)).toHaveAttribute('lang', 'en');
  expect(await page.context().cookies()).not.toContainEqual(
    expect.objectContaining({ name: 'runbay_locale' }),
  );
});
