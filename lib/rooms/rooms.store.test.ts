import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '@/lib/snippets/migrations';
import type { Database } from '@/lib/snippets/schema';
import { openSqlite } from '@/lib/snippets/sqlite';
import { EVERYBODY, type Joined, TEACHER } from './contract';
import { RoomStore } from './room-store';
import { Rooms } from './rooms';
import { eventsOf, ListenerDouble } from './testing/listener-double';

const folder = mkdtempSync(join(tmpdir(), 'runbay-hub-'));
let database: Database;
let rooms: Rooms;
let code: string;
const errors: unknown[] = [];
let leaves: (() => void)[] = [];

beforeAll(async () => {
  database = openSqlite(join(folder, 'snippets.sqlite'));
  await migrate(database);
  rooms = new Rooms(new RoomStore(database), (error) => errors.push(error));
});
beforeEach(async () => {
  ({ code } = await rooms.open({ demo: 'd/x', title: 'x' }));
});
afterEach(async () => {
  for (const leave of leaves) leave();
  leaves = [];
  await rooms.end(code).catch(() => {});
  expect(errors).toEqual([]);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function wall(): Promise<ListenerDouble> {
  const listener = new ListenerDouble();
  leaves.push(await rooms.enter(code, { role: 'teacher' }, listener));
  return listener;
}

async function pageOf({ id }: Joined): Promise<ListenerDouble> {
  const listener = new ListenerDouble();
  leaves.push(await rooms.enter(code, { role: 'student', id }, listener));
  return listener;
}

const ok = (item: string, tries = 1) => ({
  items: [{ item, state: 'ok' as const, isRunning: false, tries }],
});

describe('in a room', () => {
  it('the wall is told everything first, then what changes', async () => {
    const ada = await rooms.join(code, 'Ada');
    const teacher = await wall();
    expect(eventsOf(teacher, 'hello')).toMatchObject([
      { role: 'teacher', room: { code }, students: [{ nickname: 'Ada', items: [] }] },
    ]);
    await rooms.report(code, ada.token, ok('b1'));
    await teacher.until(() => teacher.names.includes('students'));
    expect(eventsOf(teacher, 'students').at(-1)).toMatchObject({
      changed: [{ id: ada.id, items: [{ item: 'b1', state: 'ok' }] }],
      gone: [],
    });
  });

  it('many reports at once are few events, each of which has only what changed', async () => {
    const people: Joined[] = [];
    for (let at = 0; at < 40; at += 1) people.push(await rooms.join(code, `s${at}`));
    const teacher = await wall();
    const before = teacher.events.length;
    for (let tries = 1; tries <= 5; tries += 1) {
      await Promise.all(people.map(({ token }) => rooms.report(code, token, ok('b1', tries))));
    }
    await teacher.until(() =>
      eventsOf(teacher, 'students').some(({ changed }) =>
        changed.some(({ id, items }) => id === people[39]?.id && items[0]?.tries === 5),
      ),
    );
    expect(teacher.events.length - before).toBeLessThan(30);
    const told = eventsOf(teacher, 'students').flatMap(({ changed }) => changed);
    expect(told.length).toBeLessThan(200);
  });

  it('a wall that does not keep up is told later, of the latest only', async () => {
    const ada = await rooms.join(code, 'Ada');
    const teacher = await wall();
    teacher.isReady = false;
    const before = teacher.events.length;
    for (let tries = 1; tries <= 20; tries += 1)
      await rooms.report(code, ada.token, ok('b1', tries));
    teacher.isReady = true;
    await teacher.until(() => teacher.events.length > before);
    const last = eventsOf(teacher, 'students').at(-1);
    expect(last?.changed).toMatchObject([{ items: [{ tries: 20 }] }]);
    expect(teacher.events.length - before).toBeLessThan(5);
  });

  it('a student is told of nobody else, whatever happens', async () => {
    const ada = await rooms.join(code, 'Ada');
    const page = await pageOf(ada);
    const zoe = await rooms.join(code, 'Zoe-the-other');
    await pageOf(zoe);
    await rooms.report(code, zoe.token, {
      code: [{ item: 'b1', text: 'code-of-zoe' }],
      hand: true,
    });
    await rooms.report(code, zoe.token, ok('b1'));
    const toTeacher = { from: zoe.id, to: TEACHER, kind: 'reply' };
    await rooms.send(code, { ...toTeacher, data: 'reply-of-zoe' });
    await rooms.send(code, { ...toTeacher, key: 'k', data: 'kept-of-zoe' });
    await rooms.send(code, {
      from: TEACHER,
      to: zoe.id,
      kind: 'note',
      key: 'n',
      data: 'note-for-zoe',
    });
    await rooms.send(code, { from: TEACHER, to: EVERYBODY, kind: 'end', data: 'last' });
    await page.until(() => eventsOf(page, 'message').some(({ data }) => data === 'last'));
    const again = await pageOf(ada);
    const told = JSON.stringify([page.events, again.events]);
    expect(told).not.toMatch(/zoe/i);
    expect(told).not.toContain(zoe.id);
    expect(page.names).toEqual(['hello', 'message']);
  });

  it('messages reach whom they are for, kept ones also who comes later', async () => {
    const ada = await rooms.join(code, 'Ada');
    const [teacher, page] = [await wall(), await pageOf(ada)];
    await rooms.send(code, { from: TEACHER, to: ada.id, kind: 'note', key: 'b1:2', data: 'see' });
    await rooms.send(code, { from: ada.id, to: TEACHER, kind: 'reply', data: 'thanks' });
    expect(eventsOf(page, 'message')).toMatchObject([{ from: TEACHER, kind: 'note', data: 'see' }]);
    expect(eventsOf(teacher, 'message').at(-1)).toMatchObject({ from: ada.id, data: 'thanks' });
    const later = await pageOf(ada);
    expect(eventsOf(later, 'hello')[0]?.messages).toMatchObject([{ key: 'b1:2', data: 'see' }]);
  });

  it('who closes the page is away, who opens it is there', async () => {
    const ada = await rooms.join(code, 'Ada');
    const listener = new ListenerDouble();
    const leave = await rooms.enter(code, { role: 'student', id: ada.id }, listener);
    const teacher = await wall();
    expect(eventsOf(teacher, 'hello')[0]).toMatchObject({ students: [{ isHere: true }] });
    leave();
    const isHere = () => eventsOf(teacher, 'students').at(-1)?.changed[0]?.isHere;
    await teacher.until(() => isHere() === false);
    await pageOf(ada);
    await teacher.until(() => isHere() === true);
  });

  it('a removed student is told so, and the wall loses the row', async () => {
    const ada = await rooms.join(code, 'Ada');
    const [teacher, page] = [await wall(), await pageOf(ada)];
    await rooms.remove(code, ada.id);
    expect([page.isClosed, page.names.at(-1)]).toEqual([true, 'removed']);
    await teacher.until(() =>
      eventsOf(teacher, 'students').some(({ gone }) => gone.includes(ada.id)),
    );
  });

  it('everybody is told of its end, and of a closed door', async () => {
    const ada = await rooms.join(code, 'Ada');
    const [teacher, page] = [await wall(), await pageOf(ada)];
    await rooms.setLocked(code, true);
    expect(eventsOf(page, 'room')).toMatchObject([{ isLocked: true }]);
    await rooms.end(code);
    for (const { isClosed, names } of [teacher, page]) {
      expect([isClosed, names.at(-1)]).toEqual([true, 'ended']);
    }
    expect(rooms.load).toEqual({ rooms: 0, streams: 0 });
  });

  it('the fourth tab of a student takes the place of the first', async () => {
    const ada = await rooms.join(code, 'Ada');
    const pages = [await pageOf(ada), await pageOf(ada), await pageOf(ada), await pageOf(ada)];
    expect(pages.map(({ isClosed }) => isClosed)).toEqual([true, false, false, false]);
    expect(pages[0]?.names.at(-1)).toBe('replaced');
  });
});
