/** A class: a teacher and three students in a room, on the real engine. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext } from '@playwright/test';
import { en } from '../lib/messages/en';
import { zh } from '../lib/messages/zh';
import { expect, test } from './fixtures';
import { endServers, serve } from './own-server';
import { bearer, CLASS_DEMO, CLASS_EXERCISE, RoomClient } from './room-client';
import { StudentPage, WallPage } from './room-pages';
import { SnippetAuthor } from './snippet-author';

const words = en.rooms;
let contexts: BrowserContext[] = [];

test.afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
  await endServers();
});

async function newStudent(browser: Browser, baseURL: string | undefined): Promise<StudentPage> {
  const context = await browser.newContext({ baseURL: baseURL ?? '' });
  contexts.push(context);
  return new StudentPage(await context.newPage());
}

test('a teacher opens a room from a demo, three students join, and the wall shows who is stuck', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow();
  const author = await SnippetAuthor.at(baseURL);
  const shared = await author.client.post('/api/snippets', {
    markdown: CLASS_DEMO + CLASS_EXERCISE,
  });
  const { id } = await shared.json();
  await page.goto(`/d/${id}`);
  await page.getByRole('button', { name: words.open.action }).click();
  const wall = new WallPage(page);
  await expect(page.getByText(words.wall.nobody)).toBeVisible();
  await expect(page.getByRole('img', { name: /^QR code of .*\/r\// })).toBeVisible();
  // The page may be projected: its address has no key.
  await expect(page).toHaveURL(/\/r\/[A-Z]{3}-[A-Z]{3}\/wall$/);
  const code = (await wall.code.textContent())?.match(/[A-Z]{3}-[A-Z]{3}/)?.[0] ?? '';

  const [ada, bob, zoe] = [
    await newStudent(browser, baseURL),
    await newStudent(browser, baseURL),
    await newStudent(browser, baseURL),
  ];
  await ada.page.goto('/r');
  await ada.page.getByRole('textbox', { name: words.enter.label }).fill(code.toLowerCase());
  await ada.page.getByRole('button', { name: words.enter.go }).click();
  await expect(ada.page.getByText(words.join.kept.who)).toBeVisible();
  await ada.join('Ada');
  await expect(ada.page.getByRole('main')).toBeFocused();
  for (const [student, nickname] of [
    [bob, 'Bob'],
    [zoe, 'Zoe'],
  ] as const) {
    await student.page.goto(`/r/${code}`);
    await student.join(nickname);
  }
  await expect(wall.cards).toHaveCount(3);

  await ada.run(1);
  await expect(wall.card('Ada')).toContainText('1 of 3 done');
  await ada.exercise.getByRole('textbox').fill('def double(n):\n    return n + n');
  await ada.exercise.getByRole('button', { name: en.activities.check }).click();
  await expect(wall.card('Ada')).toContainText('2 of 3 done');
  for (const student of [bob, zoe]) {
    await student.editor(1).fill('name = "x"\nprint("Hello", nam)');
    await student.run(1);
  }
  await expect(wall.errors).toContainText('2 people');
  await expect(wall.errors).toContainText('NameError in line 2');
  await expect(wall.card('Bob')).toContainText(words.wall.standing.failing);

  await wall.card('Bob').click();
  await expect(wall.codeOf('Bob')).toContainText('print("Hello", nam)');
  await expect(wall.panel('Bob')).toContainText("name 'nam' is not defined");
  await bob.editor(1).fill('print("nearly")');
  await expect(wall.codeOf('Bob')).toContainText('print("nearly")');
  await bob.run(1);
  await expect(wall.card('Bob')).toContainText('1 of 3 done');
  await expect(wall.errors).toHaveCount(0);

  await wall.card('Ada').click();
  await wall
    .panel('Ada')
    .getByRole('button', { name: /^double/ })
    .click();
  await expect(wall.codeOf('Ada')).toContainText('return n + n');

  await zoe.bar.getByRole('button', { name: words.bar.raise }).click();
  await expect(wall.card('Zoe')).toContainText(words.wall.standing.hand);
  await expect(wall.cards.first()).toContainText('Zoe');
  await expect(page).toHaveTitle(/^\(1\) /);
  await wall.card('Zoe').click();
  await wall.button(words.student.lowerHand).click();
  await expect(zoe.bar.getByRole('button', { name: words.bar.raise })).toBeVisible();

  await wall.panel('Zoe').getByRole('button', { name: words.student.remove }).click();
  await wall.button(words.student.removeYes).click();
  await expect(page.getByRole('main')).toBeFocused();
  await expect(zoe.page.getByRole('alert').filter({ hasText: words.out.title })).toBeVisible();
  await expect(wall.cards).toHaveCount(2);

  // A reload brings everything back, also what was written.
  await bob.page.reload();
  await expect(bob.editor(1)).toHaveValue('print("nearly")');
  await page.reload();
  await expect(wall.cards).toHaveCount(2);

  await wall.button(words.wall.end).click();
  await wall.button(words.wall.endYes).click();
  await expect(page.getByText(words.wall.ended)).toBeFocused();
  await expect(ada.page.getByRole('alert').filter({ hasText: words.over.title })).toBeVisible();
  const gone = await ada.page.goto(`/r/${code}`);
  expect(gone?.status()).toBe(404);
});

test('the teacher sees what is answered, not only whether it is right', async ({
  page,
  browser,
  baseURL,
}) => {
  const markdown = [
    '~~~python gaps=range\nfor i in {{range(3)}}:\n    print({{i}})\n~~~',
    '~~~text choice=type\nWhat is it?\n- [ ] a *number*\n- [x] a text\n~~~',
  ].join('\n\n');
  const room = await RoomClient.open(baseURL, markdown);
  const student = await newStudent(browser, baseURL);
  await student.page.goto(room.room.url);
  await student.join('Ada');
  const wall = new WallPage(page);
  await page.goto(room.room.wallUrl);
  await wall.card('Ada').click();
  await expect(wall.panel('Ada')).toContainText(words.student.noAnswer);
  await student.page.getByRole('textbox', { name: 'Gap 1 of 2' }).fill('list');
  await expect(wall.codeOf('Ada')).toContainText('for i in list:');
  await expect(wall.codeOf('Ada')).toContainText('print(____)');

  await student.page.getByRole('radio', { name: 'a number' }).check();
  const choice = student.page.getByRole('region', { name: en.activities.titles.choice });
  await choice.getByRole('button', { name: en.activities.check }).click();
  await wall.panel('Ada').getByRole('button', { name: /^type/ }).click();
  await expect(wall.codeOf('Ada')).toContainText('a *number*');
  await expect(wall.panel('Ada')).toContainText(words.wall.states.failed);
});

test('the server is killed and starts again: the room goes on', async ({ browser }) => {
  test.slow();
  const settings = { RUNBAY_SECRET: 'the-same-after-the-restart' };
  const first = await serve(settings);
  const room = await RoomClient.open(first.url);
  const student = await newStudent(browser, first.url);
  await student.page.goto(room.room.url);
  await student.join('Ada');
  const teacher = await newStudent(browser, first.url);
  await teacher.page.goto(room.room.wallUrl);
  const wall = new WallPage(teacher.page);
  await student.run(1);
  await expect(wall.card('Ada')).toContainText('1 of 2 done');

  first.child.kill('SIGKILL');
  await first.exit;
  await expect(student.bar).toContainText(words.link.lost);
  await expect(teacher.page.getByText(words.link.lostWall)).toBeVisible();
  await student.editor(1).fill('print("written while it was away")');
  const port = new URL(first.url).port;
  await serve({ ...settings, PORT: port, DATA_DIR: first.dataFolder });
  await expect(student.bar).toContainText(words.link.open, { timeout: 20_000 });
  await expect(teacher.page.getByText(words.link.open, { exact: true })).toBeVisible({
    timeout: 20_000,
  });
  await wall.card('Ada').click();
  await expect(wall.codeOf('Ada')).toContainText('written while it was away');
  await student.run(2);
  await expect(wall.card('Ada')).toContainText('2 of 2 done');
});

test('whatever students are called and write, the wall shows it as text, in both languages and by keyboard', async ({
  browser,
  baseURL,
}) => {
  const room = await RoomClient.open(baseURL);
  const evil = '<img src=x onerror=1>';
  const message = `</script><b>${'wide'.repeat(40)}\u202e`;
  for (const nickname of [evil, 'אבג \u0645\u0631\u062d\u0628\u0627', '李雷']) {
    const joined = await room.join(nickname);
    await room.report(joined, {
      items: [
        {
          item: 'b1',
          state: 'error',
          isRunning: false,
          tries: 3,
          error: { name: 'Error', message, line: 2 },
        },
        { item: '__proto__', state: 'ok', isRunning: false, tries: 1 },
      ],
      code: [{ item: 'b1', text: `x = 1\n${message}` }],
    });
    // Who has the room open is somebody who can be stuck.
    void room.client
      .request(`${room.path}/stream`, { headers: bearer(joined.token) })
      .catch(() => {});
  }
  const context = await browser.newContext({ baseURL: baseURL ?? '', locale: 'zh-CN' });
  contexts.push(context);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
  await page.goto(room.room.wallUrl);
  const wall = new WallPage(page, zh);
  await expect(wall.cards).toHaveCount(3);
  await expect(wall.errors).toContainText('3 人');
  await expect(wall.card(evil)).toContainText(zh.rooms.wall.standing.failing);
  for (const theme of ['light', 'dark', 'contrast']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await wall.card(evil).focus();
  await page.keyboard.press('Enter');
  await expect(wall.panel(evil).getByRole('heading', { name: evil })).toBeFocused();
  await expect(wall.codeOf(evil)).toContainText('</script><b>wide');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(wall.card(evil)).toBeFocused();
  await wall.code.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: zh.rooms.poster.title })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(wall.code).toBeFocused();
  expect(problems).toEqual([]);
});

test('the wall opens for nobody without its key', async ({ page, baseURL, allowProblem }) => {
  allowProblem(/status of 403/);
  const room = await RoomClient.open(baseURL);
  await page.goto(`${room.room.url}/wall`);
  await expect(page.getByRole('heading', { name: words.wall.noKey.title })).toBeVisible();
  await page.goto(`${room.room.url}/wall#key=${'x'.repeat(28)}`);
  await expect(page.getByRole('heading', { name: words.wall.wrongKey.title })).toBeVisible();
});
