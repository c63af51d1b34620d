import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it, vi } from 'vitest';
import { KyselyStore } from './kysely-store';
import { migrate } from './migrations';
import { processesSuite } from './processes-suite';
import { roomSuite } from './room-suite';
import { openSqlite } from './sqlite';
import { DRAFT, storeSuite } from './store-suite';

const folder = mkdtempSync(join(tmpdir(), 'runbay-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
processesSuite('SQLite', () => {
  count += 1;
  return join(folder, `processes-${count}`, 'snippets.sqlite');
});

storeSuite('SQLite', () => openSqlite(join(folder, 'suite', 'snippets.sqlite')));

roomSuite('SQLite', () => {
  count += 1;
  return openSqlite(join(folder, `room-${count}`, 'snippets.sqlite'));
});

async function opened(file: string, busyMs?: number) {
  const database = openSqlite(file, { busyMs });
  await migrate(database);
  return new KyselyStore(database);
}

const bytesOf = (inFolder: string) =>
  Buffer.concat(readdirSync(inFolder).map((name) => readFileSync(join(inFolder, name))));

it('a SQLite store is a file for its owner alone, and is there again after it was closed', async () => {
  const file = join(folder, 'reopened', 'deeper', 'snippets.sqlite');
  const before = await opened(file);
  const { id } = await before.create(DRAFT);
  await before.close();
  expect(statSync(join(folder, 'reopened', 'deeper')).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(folder, 'reopened', 'deeper'))).toEqual(['snippets.sqlite']);
  const after = await opened(file);
  expect((await after.read(id)).title).toBe('Hello');
  await after.close();
});

it('what was deleted or has expired stands in no byte of the files', async () => {
  const inFolder = join(folder, 'scrubbed');
  const store = await opened(join(inFolder, 'snippets.sqlite'));
  const marked = (mark: string) => ({
    ...DRAFT,
    title: `title ${mark}`,
    content: { ...DRAFT.content, code: `${mark} `.repeat(5000) },
  });
  const deleted = await store.create(marked('word-one'));
  const expired = await store.create({ ...marked('word-two'), expiresAtMs: 1 });
  const kept = await store.create(marked('word-three'));
  expect(bytesOf(inFolder).includes('word-one')).toBe(true);
  await store.delete(deleted.id, deleted.secret);
  expect(bytesOf(inFolder).includes('word-one')).toBe(false);
  expect(await store.sweep()).toBe(1);
  expect(bytesOf(inFolder).includes('word-two')).toBe(false);
  expect(bytesOf(inFolder).includes(expired.id)).toBe(true);
  expect(bytesOf(inFolder).includes('word-three')).toBe(true);
  expect(bytesOf(inFolder).includes(kept.secret)).toBe(false);
  await store.close();
});

it('while another program holds the file the store says that it cannot be reached, and then goes on', async () => {
  const file = join(folder, 'held', 'snippets.sqlite');
  const store = await opened(file, 50);
  const other = new DatabaseSync(file, { timeout: 0 });
  other.exec('BEGIN IMMEDIATE');
  const unavailable = { code: 'store_unavailable', retryAfterS: 5 };
  await expect(store.create(DRAFT)).rejects.toMatchObject(unavailable);
  other.exec('ROLLBACK');
  other.close();
  await store.create(DRAFT);
  await store.close();
});

it('who waits for another program holds up nothing else, and is served when that has done', async () => {
  const file = join(folder, 'shared', 'snippets.sqlite');
  const store = await opened(file, 20_000);
  const other = new DatabaseSync(file, { timeout: 0 });
  other.exec('BEGIN IMMEDIATE');
  let isMade = false;
  const creation = store.create(DRAFT).then(() => (isMade = true));
  // Of a process that stood still there would be no turns.
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  expect(isMade).toBe(false);
  other.exec('ROLLBACK');
  other.close();
  await creation;
  await store.close();
});

it('nothing is answered before it is on the disk, and many wait for the disk together', async () => {
  const database = openSqlite(join(folder, 'synced', 'snippets.sqlite'));
  await migrate(database);
  let reachDisk = () => {};
  const disk = new Promise<void>((resolve) => (reachDisk = resolve));
  const store = new KyselyStore({ ...database, flush: () => disk });
  let isAnswered = false;
  const creation = store.create(DRAFT).then((made) => {
    isAnswered = true;
    return made;
  });
  await vi.waitFor(async () => {
    const rows = await database.queries.selectFrom('snippets').select('id').execute();
    expect(rows).toHaveLength(1);
  });
  await new Promise(setImmediate);
  expect(isAnswered).toBe(false);
  reachDisk();
  await creation;
  // Those that come while one runs share the next.
  const calls = [database.flush(), ...[1, 2, 3].map(() => database.flush())];
  expect(new Set(calls).size).toBe(1);
  await Promise.all(calls);
  await store.close();
});

/** What the first released version made, word for word: no later one may expect anything else of it. */
const FIRST_TABLES = `
CREATE TABLE migrations (name text PRIMARY KEY, applied_at_ms bigint NOT NULL);
INSERT INTO migrations VALUES ('001-snippets', 1);
CREATE TABLE snippets (
  id text PRIMARY KEY, secret_hash text NOT NULL, title text NOT NULL, visibility text NOT NULL,
  created_at_ms bigint NOT NULL, expires_at_ms bigint, latest_revision integer NOT NULL, parent_id text,
  parent_revision integer, version integer NOT NULL, gone text, gone_at_ms bigint
);
CREATE TABLE revisions (
  snippet_id text NOT NULL REFERENCES snippets (id), number integer NOT NULL, created_at_ms bigint NOT NULL,
  language text NOT NULL, timeout_s double precision NOT NULL, content text NOT NULL, receipt text,
  PRIMARY KEY (snippet_id, number)
);`;

it('a database of the first version is brought up to date at its opening, and nothing of it is lost', async () => {
  const [now, first] = [join(folder, 'now', 'snippets.sqlite'), join(folder, 'first.sqlite')];
  const made = await opened(now);
  const { id, secret } = await made.create(DRAFT);
  await made.close();
  const old = new DatabaseSync(first);
  old.exec(FIRST_TABLES);
  old.exec(`ATTACH '${now}' AS now;
    INSERT INTO snippets SELECT * FROM now.snippets; INSERT INTO revisions SELECT * FROM now.revisions;`);
  old.close();

  const store = await opened(first);
  expect(await store.read(id)).toMatchObject({ title: DRAFT.title, ...DRAFT.content });
  await store.delete(id, secret);
  await expect(store.read(id)).rejects.toMatchObject({ code: 'gone' });
  await store.create(DRAFT);
  await store.close();
  const database = new DatabaseSync(first);
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  expect(tables.map(({ name }) => name)).toContain('rooms');
  database.close();
});
