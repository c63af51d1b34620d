/** What rooms promise on every database. Each database's test file calls it with a way to open an empty one. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSecret } from '@/lib/snippets/id';
import { migrate } from '@/lib/snippets/migrations';
import type { Database } from '@/lib/snippets/schema';
import { EVERYBODY, type RoomReport, TEACHER } from './contract';
import { RoomStore } from './room-store';

const HOUR_MS = 3600 * 1000;
const DEMO = { demo: 'd/256789bcdfghjkmn', revision: 3, title: 'Squares' };
const FAILED: RoomReport = {
  items: [
    {
      item: 'b1',
      state: 'error',
      isRunning: false,
      tries: 2,
      error: { name: 'NameError', message: 'a\u0000b', line: 4 },
    },
  ],
};

export function roomStoreSuite(name: string, open: () => Database | Promise<Database>): void {
  describe(`rooms in ${name}`, () => {
    let database: Database;
    let now = 1_800_000_000_000;
    const storeWith = (options: { roomsLimit?: number; peopleLimit?: number } = {}) =>
      new RoomStore(database, { now: () => now, roomsLimit: 1000, ...options });
    let store: RoomStore;
    let code: string;
    let secret: string;

    beforeAll(async () => {
      database = await open();
      await migrate(database);
      store = storeWith();
    });
    beforeEach(async () => {
      ({ code, secret } = await store.open(DEMO));
    });
    afterAll(() => database?.close());

    const rowsOf = async (room: string, ids: string[] = []) => {
      const { queries } = database;
      const inRoom = (table: 'room_people' | 'room_messages') =>
        queries.selectFrom(table).selectAll().where('room_code', '=', room).execute();
      return [
        ...(await inRoom('room_people')),
        ...(await inRoom('room_messages')),
        ...(await queries.selectFrom('rooms').selectAll().where('code', '=', room).execute()),
        ...(await queries
          .selectFrom('room_texts')
          .selectAll()
          .where('person_id', 'in', ['', ...ids])
          .execute()),
      ];
    };

    it('has a code to be told, and a key that only the teacher has', async () => {
      expect(code).toMatch(/^[B-Z]{6}$/);
      expect(await store.head(code)).toEqual({
        code,
        ...DEMO,
        createdAtMs: now,
        endsAtMs: now + 23 * HOUR_MS,
        isLocked: false,
      });
      expect(await store.holder(code, secret)).toEqual({ role: 'teacher' });
      await expect(store.holder(code, newSecret())).rejects.toMatchObject({ code: 'not_in_room' });
      await expect(store.holder('BBBBBB', secret)).rejects.toMatchObject({ code: 'room_over' });
      expect(JSON.stringify(await rowsOf(code))).not.toContain(secret);
    });

    it('a student joins by a nickname that nobody else has, and tells what comes of the blocks', async () => {
      const { id, token } = await store.join(code, 'Ada');
      await expect(store.join(code, 'ADA')).rejects.toMatchObject({ code: 'nickname_taken' });
      now += 1000;
      await store.join(code, 'Eda');
      expect(await store.holder(code, token)).toEqual({ role: 'student', id });
      expect(await store.report(code, token, FAILED)).toBe(id);
      await store.report(code, token, { code: [{ item: 'b1', text: 'x\u0000 = 漢' }], hand: true });
      const [ada, eda] = await store.students(code);
      expect(ada).toMatchObject({
        id,
        nickname: 'Ada',
        isHere: true,
        at: 'b1',
        failingSinceMs: now,
        handAtMs: now,
        codeVersion: 1,
        items: [{ ...FAILED.items?.[0], changedAtMs: now }],
      });
      expect(eda).toMatchObject({ nickname: 'Eda', items: [] });
      expect((await store.student(code, id)).code).toEqual([{ item: 'b1', text: 'x\u0000 = 漢' }]);
      expect(await store.me(code, id)).toMatchObject({ nickname: 'Ada', code: [{ item: 'b1' }] });
      expect(JSON.stringify(await rowsOf(code))).not.toContain(token);
    });

    it('holds so many and refuses the next in words; whoever leaves makes place', async () => {
      const small = storeWith({ peopleLimit: 2 });
      const { id } = await small.join(code, 'a');
      await small.join(code, 'b');
      const refusal = { code: 'room_full', message: 'This room is full: it holds 2 people.' };
      await expect(small.join(code, 'c')).rejects.toMatchObject(refusal);
      await small.remove(code, id);
      await small.join(code, 'c');
    });

    it('of those who come at once as many get in as there is place for', async () => {
      const small = storeWith({ peopleLimit: 5 });
      const joins = Array.from({ length: 12 }, (_, at) => small.join(code, `n${at}`));
      const settled = await Promise.allSettled(joins);
      expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
      expect(await store.students(code)).toHaveLength(5);
    });

    it('opens no more rooms than it may', async () => {
      const open = (await database.queries.selectFrom('rooms').select('code').execute()).length;
      const small = storeWith({ roomsLimit: open + 1 });
      await small.open(DEMO);
      await expect(small.open(DEMO)).rejects.toMatchObject({ code: 'rooms_full' });
    });

    it('with a closed door lets nobody in, and those within stay', async () => {
      const { token } = await store.join(code, 'Ada');
      expect(await store.setLocked(code, true)).toMatchObject({ isLocked: true });
      await expect(store.join(code, 'Eda')).rejects.toMatchObject({ code: 'room_locked' });
      await store.report(code, token, FAILED);
      await store.setLocked(code, false);
      await store.join(code, 'Eda');
    });

    it('keeps 32 KiB of code of one student, and what was there before stays', async () => {
      const { id, token } = await store.join(code, 'Ada');
      await store.report(code, token, { code: [{ item: 'b1', text: 'x'.repeat(30_000) }] });
      const more = { code: [{ item: 'b2', text: 'y'.repeat(3000) }] };
      await expect(store.report(code, token, more)).rejects.toMatchObject({ code: 'too_large' });
      expect((await store.student(code, id)).code).toHaveLength(1);
      await store.report(code, token, { code: [{ item: 'b1', text: 'x' }] });
      await store.report(code, token, more);
    });

    it('a removed student is gone with all that was known, and the key opens nothing', async () => {
      const { id, token } = await store.join(code, 'Ada');
      await store.report(code, token, { code: [{ item: 'b1', text: 'x' }] });
      await store.send(code, { from: TEACHER, to: id, kind: 'note', key: 'b1:1', data: 'see' });
      await store.remove(code, id);
      await expect(store.report(code, token, FAILED)).rejects.toMatchObject({
        code: 'not_in_room',
      });
      await expect(store.holder(code, token)).rejects.toMatchObject({ code: 'not_in_room' });
      expect(await rowsOf(code, [id])).toMatchObject([{ secret_hash: expect.any(String) }]);
      await expect(
        store.send(code, { from: TEACHER, to: id, kind: 'note', data: 1 }),
      ).rejects.toMatchObject({ code: 'not_found' });
    });

    it('nobody reaches a student of another room', async () => {
      const other = await store.open(DEMO);
      const { id, token } = await store.join(other.code, 'Eda');
      await expect(store.student(code, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(store.remove(code, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(store.report(code, token, FAILED)).rejects.toMatchObject({
        code: 'not_in_room',
      });
      await expect(store.holder(code, other.secret)).rejects.toMatchObject({ code: 'not_in_room' });
    });

    it('keeps the latest message of a key for those whom it is for', async () => {
      const ada = await store.join(code, 'Ada');
      const eda = await store.join(code, 'Eda');
      const send = (to: string, key: string | undefined, data: unknown, from = TEACHER) =>
        store.send(code, { from, to, kind: 'note', ...(key === undefined ? {} : { key }), data });
      await send(EVERYBODY, 'now', 1);
      await send(EVERYBODY, 'now', 2);
      await send(EVERYBODY, undefined, 'gone with the wind');
      await send(ada.id, 'b1:1', { text: 'for Ada' });
      await send(TEACHER, 'q', 'from Eda', eda.id);
      const dataFor = async (id: string) =>
        (await store.messages(code, { role: 'student', id })).map(({ data }) => data);
      expect(await dataFor(ada.id)).toEqual([2, { text: 'for Ada' }]);
      expect(await dataFor(eda.id)).toEqual([2]);
      const all = await store.messages(code, { role: 'teacher' });
      expect(all.map(({ from, data }) => [from, data])).toEqual([
        [TEACHER, 2],
        [TEACHER, { text: 'for Ada' }],
        [eda.id, 'from Eda'],
      ]);
      await send(ada.id, 'b1:1', null);
      expect(await dataFor(ada.id)).toEqual([2]);
    });

    it('tells in its pulse what others have changed', async () => {
      const { id, token } = await store.join(code, 'Ada');
      const before = await store.pulse(code);
      await store.report(code, token, FAILED);
      await store.send(code, { from: TEACHER, to: EVERYBODY, kind: 'note', key: 'k', data: 1 });
      const after = await store.pulse(code);
      expect(after?.people[0]?.version).toBeGreaterThan(before?.people[0]?.version ?? 0);
      expect(after?.messagesVersion).toBeGreaterThan(before?.messagesVersion ?? 0);
      expect(await store.messagesSince(code, before?.messagesVersion ?? 0)).toHaveLength(1);
      await store.setHere(code, [id], false);
      expect((await store.pulse(code))?.people).toMatchObject([{ id, isHere: false }]);
      await store.setHere(code, [id], true);
      now += 46_000;
      expect((await store.students(code))[0]?.isHere).toBe(false);
    });

    it('is over when nobody has done anything for four hours', async () => {
      const { token } = await store.join(code, 'Ada');
      now += 3.9 * HOUR_MS;
      await store.report(code, token, FAILED);
      now += 3.9 * HOUR_MS;
      await store.head(code);
      now += 0.2 * HOUR_MS;
      await expect(store.head(code)).rejects.toMatchObject({ code: 'room_over' });
      await expect(store.report(code, token, FAILED)).rejects.toMatchObject({ code: 'room_over' });
      await expect(store.join(code, 'Eda')).rejects.toMatchObject({ code: 'room_over' });
      expect(await store.pulse(code)).toBeUndefined();
    });

    it('waits for its class overnight, and within 24 hours nothing of it is left, however busy it was', async () => {
      now += 14 * HOUR_MS;
      const { id, token } = await store.join(code, 'Ada');
      await store.report(code, token, { code: [{ item: 'b1', text: 'x' }] });
      await store.send(code, { from: TEACHER, to: EVERYBODY, kind: 'note', key: 'k', data: 1 });
      for (let hours = 14; hours < 23; hours += 1) {
        await store.report(code, token, FAILED);
        now += HOUR_MS;
      }
      await expect(store.report(code, token, FAILED)).rejects.toMatchObject({ code: 'room_over' });
      expect(await rowsOf(code, [id])).toHaveLength(4);
      expect(await store.sweep()).toBeGreaterThanOrEqual(1);
      expect(await rowsOf(code, [id])).toEqual([]);
    });

    it('ends at once with all that is in it', async () => {
      const { id, token } = await store.join(code, 'Ada');
      await store.report(code, token, { code: [{ item: 'b1', text: 'x' }] });
      await store.send(code, { from: TEACHER, to: EVERYBODY, kind: 'note', key: 'k', data: 1 });
      await store.end(code);
      expect(await rowsOf(code, [id])).toEqual([]);
      await expect(store.holder(code, secret)).rejects.toMatchObject({ code: 'room_over' });
      expect(await store.countOpen([code])).toBe(0);
    });
  });
}
