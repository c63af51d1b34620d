/** In a room: students follow the teacher's stage, leave it, come back; notes on lines of their code. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { en } from '../lib/messages/en';
import { expect, test } from './fixtures';
import { RoomClient } from './room-client';
import { StudentPage, WallPage } from './room-pages';

const words = en.follow;
let contexts: BrowserContext[] = [];

test.afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
});

async function studentIn(
  { room }: RoomClient,
  nickname: string,
  browser: Browser,
  baseURL: string | undefined,
  options = {},
): Promise<StudentPage> {
  const context = await browser.newContext({ baseURL: baseURL ?? '', ...options });
  contexts.push(context);
  const student = new StudentPage(await context.newPage());
  await student.page.goto(room.url);
  await student.join(nickname);
  return student;
}

/** By the wall, as a teacher comes to it. */
async function stageOf({ room }: RoomClient, page: Page): Promise<Page> {
  await page.goto(room.wallUrl);
  const opening = page.context().waitForEvent('page');
  await page.getByRole('link', { name: words.teacher.present }).click();
  const stage = await opening;
  // Who is in the room already may follow before this looks.
  await expect(stage.getByText(/^\d+ follows?$/)).toBeVisible();
  return stage;
}

const live = ({ page }: StudentPage) => page.getByRole('region', { name: words.student.title });
const field = (student: StudentPage) =>
  live(student).getByRole('textbox', { name: words.student.code });

test('students follow what the teacher types and runs; who types goes on alone, and Escape leads back', async ({
  page,
  browser,
  baseURL,
}) => {
  const room = await RoomClient.open(baseURL);
  const ada = await studentIn(room, 'Ada', browser, baseURL);
  const stage = await stageOf(room, page);
  await expect(field(ada)).toHaveValue(/print\("Hello", name\)/);
  await expect(stage.getByText('1 follows')).toBeVisible();
  // Who comes later sees the same.
  const bob = await studentIn(room, 'Bob', browser, baseURL, {
    viewport: { width: 390, height: 844 },
  });
  await expect(field(bob)).toHaveValue(/print\("Hello", name\)/);
  await expect(stage.getByText('2 follow')).toBeVisible();

  await stage.getByRole('main').getByRole('textbox').fill('name = "class"\nprint("Hello", name)');
  await stage.keyboard.press('Escape');
  await stage.keyboard.press('r');
  for (const student of [ada, bob]) {
    await expect(field(student)).toHaveValue(/^name = "class"/);
    await expect(live(student)).toContainText('Hello class');
    await expect(live(student)).toContainText(words.student.phases.done);
  }
  expect((await new AxeBuilder({ page: bob.page }).analyze()).violations).toEqual([]);

  // What is typed goes into the student's own version, at the same place.
  await field(ada).press('Control+End');
  await ada.page.keyboard.type('!');
  await ada.page.keyboard.type('# mine');
  await expect(live(ada)).toHaveCount(0);
  await expect(ada.editor(1)).toHaveValue('name = "class"\nprint("Hello", name)!# mine');
  await expect(ada.page.getByText(words.student.own)).toBeVisible();
  await expect(stage.getByText('1 follows')).toBeVisible();
  await stage.getByRole('main').getByRole('textbox').fill('print("later")');
  await expect(field(bob)).toHaveValue('print("later")');
  await expect(ada.editor(1)).toHaveValue(/# mine$/);
  expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([]);
  await ada.page.keyboard.press('Escape');
  await expect(field(ada)).toHaveValue('print("later")');
  await expect(ada.editor(1)).toHaveValue(/# mine$/);
  await expect(stage.getByText('2 follow')).toBeVisible();

  // Other slides have other blocks; with the stage everything shown ends.
  await stage.keyboard.press('Escape');
  await stage.keyboard.press('PageDown');
  await expect(field(bob)).toHaveValue(/total = 1 \+ 2/);
  await stage.goto('/r');
  await expect(live(bob)).toHaveCount(0);
});

test('a note stands at its line, goes with it, and can be put away', async ({
  page,
  browser,
  baseURL,
}) => {
  const room = await RoomClient.open(baseURL);
  const ada = await studentIn(room, 'Ada', browser, baseURL);
  await page.goto(room.room.wallUrl);
  const wall = new WallPage(page);
  await wall.card('Ada').click();
  await ada.editor(1).fill('name = "Ada"\nprint("Hello", nam)');
  await expect(wall.codeOf('Ada')).toContainText('nam)');
  // By keyboard: one stop for all lines, then the arrows.
  await wall
    .panel('Ada')
    .getByRole('button', { name: /^Line 1: / })
    .focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const hostile = '<img src=x onerror=alert(1)> Look at the name';
  await page.getByLabel('Note on line 2').fill(hostile);
  await page.keyboard.press('Enter');
  await expect(wall.panel('Ada').getByText(hostile)).toBeVisible();

  const note = ada.page.getByRole('group', { name: words.notes.title });
  await expect(note).toContainText(`Line 2 ${hostile}`);
  await expect(ada.page.getByText(`A note from the teacher on line 2: ${hostile}`)).toBeAttached();
  expect((await new AxeBuilder({ page: ada.page }).analyze()).violations).toEqual([]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await ada.editor(1).fill('# new\nname = "Ada"\nprint("Hello", nam)');
  await expect(note).toContainText('Line 3');
  await expect(wall.codeOf('Ada')).toContainText('# new');
  await ada.page.reload();
  await expect(note).toContainText('Look at the name');
  await note.getByRole('button', { name: words.notes.dismiss }).click();
  await expect(note).toHaveCount(0);
  await expect(wall.panel('Ada').getByText(words.notes.seen)).toBeVisible();
  await ada.page.reload();
  await ada.bar.waitFor();
  await expect(ada.editor(1)).toHaveValue(/# new/);
  await expect(note).toHaveCount(0);
});
