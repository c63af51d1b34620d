import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { en } from '../lib/messages/en';
import { expect, test } from './fixtures';
import { RoomClient } from './room-client';
import { StudentPage, WallPage } from './room-pages';

async function expectToFit(page: Page) {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
  }
}

test('a student joins on a phone, raises a hand and works; the teacher looks on one too', async ({
  page,
  browser,
  baseURL,
}) => {
  const room = await RoomClient.open(baseURL);
  const taken = await room.join('a-name-of-24-characters!');
  await room.report(taken, {
    items: [
      {
        item: 'b1',
        state: 'error',
        isRunning: false,
        tries: 1,
        error: { name: 'NameError', message: 'x'.repeat(300), line: 1 },
      },
    ],
    code: [{ item: 'b1', text: `print("${'long '.repeat(60)}")` }],
  });
  await page.goto(room.room.url);
  await expectToFit(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const student = new StudentPage(page);
  const nickname = page.getByRole('textbox', { name: en.rooms.join.nickname });
  await nickname.fill('Ada');
  await page.getByRole('button', { name: en.rooms.join.go, exact: true }).tap();
  await student.bar.getByRole('button', { name: en.rooms.bar.raise }).tap();
  await student.run(1);
  await expect(student.block(1)).toContainText('Hello Ada');
  await expectToFit(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const wall = new WallPage(await context.newPage());
  await wall.page.goto(room.room.wallUrl);
  await expect(wall.card('Ada')).toContainText(en.rooms.wall.standing.hand);
  await expectToFit(wall.page);
  expect((await new AxeBuilder({ page: wall.page }).analyze()).violations).toEqual([]);
  await wall.card('a-name').tap();
  await expect(wall.codeOf('a-name-of-24-characters!')).toContainText('long long');
  await expectToFit(wall.page);
  await wall.button(en.rooms.student.close).tap();
  await expect(wall.card('Ada')).toBeVisible();
  await context.close();
});
