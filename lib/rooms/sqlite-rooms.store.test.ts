import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { migrate } from '@/lib/snippets/migrations';
import { openSqlite } from '@/lib/snippets/sqlite';
import { RoomStore } from './room-store';
import { roomStoreSuite } from './room-store-suite';

const folder = mkdtempSync(join(tmpdir(), 'runbay-rooms-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

roomStoreSuite('SQLite', () => openSqlite(join(folder, 'suite', 'snippets.sqlite')));

it('what was in a room stands in no byte of the files when it has ended, and is there after a restart before', async () => {
  const inFolder = join(folder, 'scrubbed');
  const file = join(inFolder, 'snippets.sqlite');
  const bytes = () =>
    Buffer.concat(readdirSync(inFolder).map((name) => readFileSync(join(inFolder, name))));
  const first = openSqlite(file);
  await migrate(first);
  const before = new RoomStore(first);
  const { code } = await before.open({ demo: 'learn/x', title: 'x' });
  const { token } = await before.join(code, 'Nick-of-Ada');
  await before.report(code, token, { code: [{ item: 'b1', text: 'secret-code '.repeat(900) }] });
  await first.close();

  const second = openSqlite(file);
  const after = new RoomStore(second);
  expect(await after.students(code)).toMatchObject([{ nickname: 'Nick-of-Ada', codeVersion: 1 }]);
  expect(bytes().includes('secret-code')).toBe(true);
  await after.end(code);
  expect(bytes().includes('secret-code')).toBe(false);
  expect(bytes().includes('Nick-of-Ada')).toBe(false);
  await second.close();
});

it('a backup has no rooms in it', async () => {
  const inFolder = join(folder, 'backed-up');
  const database = openSqlite(join(inFolder, 'snippets.sqlite'));
  await migrate(database);
  const store = new RoomStore(database);
  const { code } = await store.open({ demo: 'learn/x', title: 'Title-of-room' });
  const { token } = await store.join(code, 'Nick-of-Ada');
  await store.report(code, token, { code: [{ item: 'b1', text: 'secret-code '.repeat(900) }] });
  const copy = join(folder, 'backup.sqlite');
  execFileSync(process.execPath, ['scripts/backup.mjs', copy], {
    env: { ...process.env, DATA_DIR: inFolder, DATABASE_URL: '' },
  });
  const bytes = readFileSync(copy);
  for (const word of ['Nick-of-Ada', 'secret-code', 'Title-of-room']) {
    expect(bytes.includes(word)).toBe(false);
  }
  expect(await store.students(code)).toHaveLength(1);
  await database.close();
});
