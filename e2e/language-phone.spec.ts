import { zh } from '../lib/messages/zh';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './playground-page';

test.use({ locale: 'zh-CN' });

test('Chinese on a narrow phone: everything fits, is accessible, and has room for a finger', async ({
  page,
}) => {
  const playground = new PlaygroundPage(page, zh);
  await page.setViewportSize({ width: 320, height: 640 });
  await playground.open({ code: 'input("姓名？ ")\n' });
  await playground.expectNoSidewaysScroll();
  await playground.expectAccessible();

  await playground.run.tap();
  await expect(playground.input).toBeFocused();
  await playground.expectNoSidewaysScroll();
  await page.getByRole('button', { name: '结束输入' }).tap();
  await expect(playground.status).toContainText('运行失败 · 退出代码 1');
  await playground.expectNoSidewaysScroll();
  await playground.expectAccessible();

  await page.getByRole('button', { name: '设置' }).tap();
  await expect(page.getByRole('dialog', { name: '设置' })).toBeVisible();
  await playground.expectNoSidewaysScroll();
  await playground.expectAccessible();
  await page.getByRole('button', { name: '完成' }).tap();

  await page.getByRole('button', { name: '示例' }).tap();
  await expect(
    page.getByRole('dialog', { name: '示例' }).getByRole('option').first(),
  ).toBeVisible();
  await playground.expectNoSidewaysScroll();
  await playground.expectAccessible();
});
