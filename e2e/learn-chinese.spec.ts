/** Lessons in the language of their reader. */
import { zh } from '../lib/messages/zh';
import { expect, test } from './fixtures';

test.use({ locale: 'zh-CN' });

const words = zh.learn;

test('who reads Chinese does a lesson in Chinese, and goes on in English', async ({ page }) => {
  await page.goto('/learn');
  await expect(page.getByRole('link', { name: '递归', exact: true })).toHaveAttribute(
    'lang',
    'zh-Hans',
  );
  // Nothing is marked as being in another language.
  await expect(page.getByText('英语')).toHaveCount(0);
  await page.getByRole('link', { name: '第一步' }).first().click();
  await expect(page).toHaveURL(/\/learn\/python\/first-steps$/);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText('第一步');

  const exercise = page.getByRole('region', { name: zh.activities.titles.exercise });
  const code = exercise.getByRole('textbox', { name: '您的代码' });
  await code.fill('h = int(input())\np = int(input())\nprint(f"请付 {12 * h + 2 * p} 元")');
  await exercise.getByRole('button', { name: zh.activities.check }).click();
  await expect(exercise.getByText('4 个用例全部正确')).toBeVisible();
  const contents = page.getByRole('navigation', { name: words.lesson.contents });
  await expect(contents.getByText('已做 1 / 9')).toBeVisible();

  await page.getByRole('link', { name: 'English', exact: true }).click();
  await expect(page).toHaveURL(/\/first-steps\?lang=en$/);
  await expect(title).toContainText('First steps');
  await expect(contents.getByText('已做 1 / 9')).toBeVisible();
  await expect(code).toHaveValue(/Please pay/);
  // What is shown to a class is what stands here, and so are the lessons that follow.
  await expect(page.getByRole('link', { name: zh.present.present })).toHaveAttribute(
    'href',
    '/present/learn/en/python/first-steps',
  );
  await page.getByRole('link', { name: words.lesson.next }).click();
  await expect(title).toContainText('Decisions and loops');
  await page.getByRole('link', { name: '中文', exact: true }).click();
  await expect(title).toContainText('判断与循环');
});
