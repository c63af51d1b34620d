/** Lessons: found, done, and kept. */
import { connect } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { en } from '../lib/messages/en';
import { expect, test } from './fixtures';

const words = en.learn;
const LESSON = '/learn/python/decisions-and-loops';

const axe = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
};

test('a lesson is found by a word, begun, and gone on with after a reload', async ({ page }) => {
  await page.goto('/learn');
  await expect(page.getByRole('listitem').filter({ has: page.getByRole('heading') })).toHaveCount(
    12,
  );
  await page.getByRole('searchbox', { name: words.search }).fill('elif');
  await expect(page.getByText('1 lesson', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\?q=elif$/);
  await page.getByRole('link', { name: 'Decisions and loops' }).click();
  await expect(page).toHaveURL(new RegExp(`${LESSON}$`));

  const contents = page.getByRole('navigation', { name: words.lesson.contents });
  await expect(contents.getByText('0 of 9 done')).toBeVisible();
  const block = page.getByRole('group', { name: 'Block 1: Python' });
  await block.getByRole('button', { name: en.demo.run, exact: true }).click();
  await expect(block.getByText('The boats go out.', { exact: true })).toBeVisible();
  await expect(contents.getByText('1 of 9 done')).toBeVisible();

  await page.reload();
  await expect(contents.getByText('1 of 9 done')).toBeVisible();
  await page.getByRole('button', { name: words.lesson.finish }).click();
  await expect(page.getByText(words.lesson.finished)).toBeVisible();
  await page.getByRole('button', { name: words.lesson.reopen }).click();

  await page.goto('/learn');
  await expect(page.getByText(words.states.begun, { exact: true })).toBeVisible();
  const goOn = page.getByRole('link', { name: words.goOn });
  await expect(goOn).toContainText('1 of 9 done');
  await goOn.click();
  await expect(page).toHaveURL(new RegExp(`${LESSON}#b1$`));
  await expect(block).toBeInViewport();
  await page.getByRole('link', { name: words.lesson.next }).click();
  await expect(page).toHaveURL(/\/learn\/python\/functions$/);
});

test('a lesson is finished when its exercises are passed, and forgotten with its answers', async ({
  page,
}) => {
  await page.goto('/learn/python/first-steps');
  const choice = page.getByRole('region', { name: en.activities.titles.choice });
  await choice.getByRole('radio', { name: '24' }).check();
  await choice.getByRole('button', { name: en.activities.check }).click();
  await expect(choice.getByText('stays the number that it is')).toBeVisible();

  const exercise = page.getByRole('region', { name: en.activities.titles.exercise });
  await exercise
    .getByRole('textbox', { name: 'Your code, Python' })
    .fill('h = int(input())\np = int(input())\nprint(f"Please pay {12 * h + 2 * p} euros.")');
  await exercise.getByRole('button', { name: en.activities.check }).click();
  await expect(exercise.getByText('Passed. All 4 cases are right.')).toBeVisible();
  await expect(page.getByText(words.lesson.finished)).toBeVisible();

  await page.reload();
  await expect(page.getByText(words.lesson.finished)).toBeVisible();
  await page.goto('/learn');
  await expect(page.getByText('1 of 6 finished')).toBeVisible();
  await page.getByRole('button', { name: words.forget }).click();
  await expect(page.getByText('1 of 6 finished')).toHaveCount(0);
  await page.goto('/learn/python/first-steps');
  const contents = page.getByRole('navigation', { name: words.lesson.contents });
  await expect(contents.getByText('0 of 9 done')).toBeVisible();
  await expect(choice.getByRole('radio', { name: '24' })).not.toBeChecked();
});

test('what was done can be forgotten, and that can be undone', async ({ page }) => {
  await page.addInitScript(() => {
    if (localStorage.length > 0) return;
    const lesson = {
      slug: 'python/functions',
      blocks: ['b1'],
      passed: [],
      at: 'b1',
      lastAtMs: 1,
      isFinished: true,
    };
    localStorage.setItem('runbay.lessons', JSON.stringify({ version: 1, lessons: [lesson] }));
  });
  await page.goto('/learn');
  await expect(page.getByText('1 of 6 finished')).toBeVisible();
  await page.getByRole('button', { name: words.forget }).click();
  await expect(page.getByText(words.forgotten)).toBeVisible();
  await expect(page.getByText('1 of 6 finished')).toHaveCount(0);
  await page.getByRole('button', { name: words.undo }).click();
  await expect(page.getByText('1 of 6 finished')).toBeVisible();
});

test('the lessons are one link away from the playground', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: en.console.empty.lessons }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title);
});

test('without a script lessons are found and read whole', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/learn');
  await page.getByRole('searchbox', { name: words.search }).fill('recursion');
  await page.getByRole('searchbox', { name: words.search }).press('Enter');
  await expect(page).toHaveURL(/\?q=recursion$/);
  await page.getByRole('link', { name: 'Recursion', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Recursion');
  await expect(page.getByText('Cast off!').last()).toBeVisible();
  await expect(page.locator('.snippet-note')).toHaveText(words.lesson.needsScript);
  await page.getByRole('link', { name: words.lesson.next }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Files, errors and a plot');
  await expect(page.getByRole('img', { name: 'Figure size' })).toBeVisible();
  expect((await page.goto('/learn/python/nothing'))?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: words.missing.title })).toBeVisible();
  await context.close();
});

test('axe finds nothing, light and dark', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of ['/learn', '/learn/javascript/first-steps']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await axe(page);
    }
  }
});

/** As it stands, without the order that browsers and `fetch` bring into a path. */
function rawGet(baseURL: string, path: string): Promise<string> {
  const { hostname, port, host } = new URL(baseURL);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

test('no way leads to what a lesson keeps from its readers', async ({ request, baseURL }) => {
  const html = await (await request.get(LESSON)).text();
  const build = /"b":"([\w-]+)"|\\"b\\":\\"([\w-]+)\\"/.exec(html)?.slice(1).find(Boolean) ?? 'x';
  const file = 'lessons/python/decisions-and-loops.md';
  const paths = [
    `/${file}`,
    '/lessons/python/decisions-and-loops.json',
    '/lessons/python/decisions-and-loops.zh.md',
    `/${file.toUpperCase()}`,
    '/Lessons/python/decisions-and-loops.md',
    `//${file}`,
    `/.//${file}`,
    `/\\${file.replaceAll('/', '\\')}`,
    `/${file.replaceAll('/', '%2f')}`,
    `/%6c${file.slice(1)}`,
    `/%256c${file.slice(1)}`,
    `/${file.replace('.md', '%2emd')}`,
    `/${file}?a=1`,
    `/${file}/`,
    `/learn/../${file}`,
    `/api/../${file}`,
    `/api/%2e%2e/${file}`,
    `/frame/../${file}`,
    `/_next/static/../../${file}`,
    `/_next/static/..%2f..%2f${file}`,
    `/_next/data/${build}/${file}.json`,
    `/_next/data/${build}/${file}`,
    `/_next/image?url=%2f${file}&w=64&q=75`,
    `/public/${file}`,
    LESSON,
    `${LESSON}.md`,
    `${LESSON}/markdown`,
  ];
  for (const path of paths) {
    const answer = await rawGet(baseURL ?? '', path);
    const [status] = answer.split('\r\n');
    if (!path.startsWith(LESSON))
      expect([path, status]).toEqual([path, expect.stringMatching(/ (404|308|307|400) /)]);
    // A hidden case, the solution that is held, the right order, and why a choice is right.
    expect(answer, path).not.toContain('exactly 6 is too much');
    expect(answer, path).not.toContain('good = good + 1');
    expect(answer, path).not.toMatch(
      /for wind in \[3, 7, 2, 5, 6, 4, 1\]:\s+if wind < 6:\s+days = days \+ 1/,
    );
  }
  const open = await rawGet(baseURL ?? '', `${LESSON}.md`);
  expect(open).toContain('content-type: text/markdown');
  expect(open).toContain('## Your turn: the board on the jetty');
});
