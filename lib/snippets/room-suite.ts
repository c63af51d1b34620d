/** What the store does when it is full, on every database. */
import { describe, expect, it } from 'vitest';
import { KyselyStore } from './kysely-store';
import { migrate } from './migrations';
import type { Database } from './schema';
import { DRAFT } from './store-suite';

const KIB = 1024;
const PROGRAM_BYTES = 100 * KIB;

/** `open` gives a database as it is before the first start; `vacuum` does what the database does by itself, in its own time. */
export function roomSuite(
  name: string,
  open: () => Database | Promise<Database>,
  vacuum: (database: Database) => Promise<void> = async () => {},
): void {
  /** Random: Postgres compresses. */
  const program = () => {
    const code = Array.from({ length: PROGRAM_BYTES / 8 }, () =>
      Math.random().toString(36).slice(2, 10).padEnd(8, 'x'),
    ).join('');
    return { ...DRAFT, content: { ...DRAFT.content, code } };
  };

  describe(`a store in ${name} that may take so much and no more`, () => {
    it('refuses what is too much, reads and deletes on, and takes as much again after a deletion', async () => {
      const database = await open();
      await migrate(database);
      const { usedBytes: before } = await new KyselyStore(database).check();
      const room = 20 * PROGRAM_BYTES;
      const store = new KyselyStore(database, { limitBytes: before + room, reserveBytes: 0 });
      const made: { id: string; secret: string }[] = [];
      const fill = async () => {
        for (;;) made.push(await store.create(program()));
      };
      const full = {
        code: 'store_full',
        message: expect.stringContaining('can still be read and deleted'),
      };
      await expect(fill()).rejects.toMatchObject(full);
      const taken = made.length;
      expect(taken).toBeGreaterThan(10);
      expect(taken).toBeLessThanOrEqual(20);
      const usage = await store.check();
      expect(usage.usedBytes).toBeLessThanOrEqual(usage.limitBytes);
      const [first] = made as [(typeof made)[number], ...typeof made];
      const content = program().content;
      await expect(store.addRevision(first.id, first.secret, content)).rejects.toMatchObject(full);

      const found = await store.read(first.id);
      expect(found.kind === 'program' && found.code).toHaveLength(PROGRAM_BYTES);
      expect(await store.change(first.id, first.secret, { title: 'Still' })).toMatchObject({
        title: 'Still',
        latestRevision: 1,
      });
      // Once and again: what is freed is not lost bit by bit.
      for (let round = 0; round < 3; round += 1) {
        for (const { id, secret } of made.splice(0)) await store.delete(id, secret);
        await vacuum(database);
        await expect(fill()).rejects.toMatchObject(full);
        expect(made.length).toBeGreaterThanOrEqual(taken - 1);
      }
      await store.close();
    });

    it('takes as much again when what is in it has expired', async () => {
      const database = await open();
      await migrate(database);
      const { usedBytes: before } = await new KyselyStore(database).check();
      let nowMs = 1_000_000;
      const store = new KyselyStore(database, {
        limitBytes: before + 3 * PROGRAM_BYTES,
        reserveBytes: 0,
        now: () => nowMs,
      });
      const fill = async () => {
        for (;;) await store.create({ ...program(), expiresAtMs: nowMs + 1000 });
      };
      await expect(fill()).rejects.toMatchObject({ code: 'store_full' });
      nowMs += 1000;
      expect(await store.sweep()).toBeGreaterThan(0);
      await vacuum(database);
      await store.create(program());
      await store.close();
    });

    it('counts those who come together, too', async () => {
      const database = await open();
      await migrate(database);
      const { usedBytes: before } = await new KyselyStore(database).check();
      const limitBytes = before + 8 * PROGRAM_BYTES;
      const store = new KyselyStore(database, { limitBytes, reserveBytes: 0 });
      const all = await Promise.allSettled(
        Array.from({ length: 30 }, () => store.create(program())),
      );
      const taken = all.filter(({ status }) => status === 'fulfilled').length;
      expect(taken).toBeGreaterThan(3);
      expect(taken).toBeLessThanOrEqual(8);
      expect((await store.check()).usedBytes).toBeLessThanOrEqual(limitBytes + PROGRAM_BYTES);
      await store.close();
    });
  });
}
