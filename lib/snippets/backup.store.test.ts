/** The two ways to copy a database in use that docs/deploy.md names, and back again. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RoomStore } from '@/lib/rooms/room-store';
import { KyselyStore } from './kysely-store';
import { migrate } from './migrations';
import { openDatabase } from './testing/open-database';
import { postgresProgram, startPostgres, whyNoPostgres } from './testing/postgres-server';

const HOOKS = new URL('../../scripts/typescript-hooks.mjs', import.meta.url).pathname;
const WRITER = new URL('./testing/writer.ts', import.meta.url).pathname;
const BACKUP = new URL('../../scripts/backup.mjs', import.meta.url).pathname;

let folder: string;
let writer: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runbay-backup-'));
});
afterEach(async () => {
  if (writer?.exitCode === null && writer.signalCode === null) {
    writer.kill('SIGKILL');
    await once(writer, 'close');
  }
  rmSync(folder, { recursive: true, force: true });
});

interface Made {
  id: string;
  secret: string;
}

/** Shares programs until it is stopped; gives those that are acknowledged so far, once they are some. */
async function writeTo(place: string): Promise<{ made: () => Made[]; stop(): Promise<void> }> {
  let said = '';
  const child = spawn(process.execPath, ['--import', HOOKS, WRITER, place, '4'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  writer = child;
  const made = () =>
    [...said.matchAll(/^made (\S+) (\S+) \d+$/gm)].map(([, id = '', secret = '']) => ({
      id,
      secret,
    }));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      said += text;
      if (made().length >= 50) resolve();
    });
    child.once('exit', () => reject(new Error('The writer ended by itself.')));
  });
  return {
    made,
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}

async function openRoom(place: string): Promise<void> {
  const database = openDatabase(place);
  await migrate(database);
  await new RoomStore(database, { roomsLimit: 5 }).open({ title: 'A class', demo: 'python/first' });
  await database.close();
}

async function rowsOf(place: string, ids: string[]) {
  const { queries, close } = openDatabase(place);
  const all = async (table: 'snippets' | 'revisions', key: 'id' | 'snippet_id') => {
    const rows = await queries.selectFrom(table).selectAll().execute();
    return rows
      .filter((row) => ids.includes(String(Reflect.get(row, key))))
      .map((row) => JSON.stringify(row))
      .sort();
  };
  const rooms = await queries.selectFrom('rooms').selectAll().execute();
  const found = {
    snippets: await all('snippets', 'id'),
    revisions: await all('revisions', 'snippet_id'),
    rooms: rooms.length,
  };
  await close();
  return found;
}

/** What was there before the copy began is in it as it is in the original, and work goes on with it. */
async function expectWhole(source: string, restored: string, before: Made[]): Promise<void> {
  // Those whose revision had been acknowledged too: later ones may have got it after the copy.
  const ids = before.slice(0, -10).map(({ id }) => id);
  const [was, is] = [await rowsOf(source, ids), await rowsOf(restored, ids)];
  expect(is.snippets).toEqual(was.snippets);
  expect(is.revisions).toEqual(was.revisions);
  expect(is.revisions).toHaveLength(ids.length * 2);
  expect(was.rooms).toBe(1);
  expect(is.rooms).toBe(0);
  const database = openDatabase(restored);
  await migrate(database);
  const store = new KyselyStore(database);
  const [{ id, secret }] = before as [Made];
  expect(await store.read(id)).toMatchObject({ id, revision: 2 });
  expect((await store.change(id, secret, { title: 'Restored' })).title).toBe('Restored');
  await store.close();
}

it('`npm run backup` copies SQLite while it is written to, without rooms, and the copy takes its place', async () => {
  const place = join(folder, 'snippets.sqlite');
  await openRoom(place);
  const { made, stop } = await writeTo(place);
  const before = made();
  const copy = join(folder, 'copy.sqlite');
  execFileSync(process.execPath, [BACKUP, copy], {
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
    stdio: 'pipe',
  });
  await stop();
  const restored = join(folder, 'elsewhere', 'snippets.sqlite');
  mkdirSync(join(folder, 'elsewhere'));
  copyFileSync(copy, restored);
  await expectWhole(place, restored, before);
});

const noPostgres = whyNoPostgres();

it.skipIf(noPostgres !== undefined)(
  `pg_dump copies Postgres while it is written to, and pg_restore brings it back${noPostgres === undefined ? '' : `: ${noPostgres}`}`,
  async () => {
    const server = await startPostgres(['fsync=off']);
    try {
      const place = await server.newDatabase();
      await openRoom(place);
      const { made, stop } = await writeTo(place);
      const before = made();
      const dump = join(folder, 'runbay.dump');
      const run = (program: string, ...args: string[]) =>
        execFileSync(postgresProgram(program), args, { stdio: 'pipe' });
      run('pg_dump', '-Fc', '--exclude-table-data=room*', `--file=${dump}`, `--dbname=${place}`);
      await stop();
      const restored = await server.newDatabase();
      run('pg_restore', '--no-owner', '--exit-on-error', `--dbname=${restored}`, dump);
      await expectWhole(place, restored, before);
    } finally {
      await server.stop();
    }
  },
);
