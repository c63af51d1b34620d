/** A disk without room, and files that are taken away while a server has them open. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { KyselyStore, type StoreOptions } from './kysely-store';
import { migrate } from './migrations';
import { openSqlite } from './sqlite';
import type { SnippetDraft } from './store';
import { DRAFT } from './store-suite';

const folder = mkdtempSync(join(tmpdir(), 'runbay-full-'));
const mounted = join(folder, 'mounted');
let isMounted = false;
let store: KyselyStore | undefined;
afterEach(async () => {
  await store?.close();
  store = undefined;
  if (isMounted) execFileSync('umount', [mounted]);
  isMounted = false;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Shares one after the other until it is refused, and gives what was taken. */
async function fill(full: KyselyStore, draft: SnippetDraft, message: string) {
  const made: { id: string; secret: string }[] = [];
  const creating = async () => {
    for (;;) made.push(await full.create(draft));
  };
  await expect(creating()).rejects.toMatchObject({
    code: 'store_full',
    message: expect.stringContaining(message),
  });
  return made;
}

const LARGE = { ...DRAFT, content: { ...DRAFT.content, code: 'x'.repeat(200_000) } };

/** Why there can be no small disk here; undefined where there is one now. */
function mountDisk(mib: number): string | undefined {
  mkdirSync(mounted, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mib}m`, 'tmpfs', mounted], {
      stdio: 'pipe',
    });
    isMounted = true;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function opened(file: string, options: StoreOptions = {}) {
  const database = openSqlite(file);
  await migrate(database);
  return new KyselyStore(database, options);
}

it('a full disk refuses with a reason, loses nothing that was answered, and takes more when there is room', async (context) => {
  const reason = mountDisk(6);
  if (reason !== undefined) {
    console.warn(`A full disk is not tested: no small one can be mounted: ${reason}`);
    context.skip();
  }
  store = await opened(join(mounted, 'snippets.sqlite'), { reserveBytes: 0 });
  const ballast = join(mounted, 'ballast');
  writeFileSync(ballast, Buffer.alloc(1024 * 1024));
  const made = await fill(store, LARGE, 'is full');
  // The last pages are enough for small ones, until SQLite itself has no more.
  made.push(...(await fill(store, DRAFT, 'is')));
  expect(made.length).toBeGreaterThan(5);
  const all = async (from: KyselyStore) => {
    for (const { id } of made) expect(await from.read(id)).toMatchObject({ id, title: 'Hello' });
  };
  await all(store);

  rmSync(ballast);
  // It is measured once a second.
  const emptied = store;
  made.push(await vi.waitFor(() => emptied.create(DRAFT), 5000));
  await store.close();
  store = await opened(join(mounted, 'snippets.sqlite'), { reserveBytes: 0 });
  await all(store);
});

it('on a disk that is almost full nothing more is taken, and so there is room to delete', async (context) => {
  const reason = mountDisk(24);
  if (reason !== undefined) context.skip();
  store = await opened(join(mounted, 'snippets.sqlite'));
  const made = await fill(store, LARGE, 'disk of this server is almost full');
  made.push(...(await fill(store, DRAFT, 'disk of this server is almost full')));
  expect((await store.check()).isFull).toBe(true);
  for (const { id, secret } of made) await store.delete(id, secret);
  for (const { id } of made) expect(await store.find(id)).toMatchObject({ reason: 'deleted' });
});

it('nothing is acknowledged while the file is not in its place, and it goes on when it is back', async () => {
  const inFolder = join(folder, 'away');
  const file = join(inFolder, 'snippets.sqlite');
  store = await opened(file);
  const { id } = await store.create(DRAFT);
  renameSync(inFolder, `${inFolder}-elsewhere`);
  await expect(store.create(DRAFT)).rejects.toMatchObject({ code: 'store_unavailable' });
  await expect(store.check()).rejects.toMatchObject({ code: 'store_unavailable' });
  // Another server's file, or a copy from a backup, is not the one that is written to.
  const other = await opened(file);
  await expect(store.create(DRAFT)).rejects.toMatchObject({ code: 'store_unavailable' });
  await other.close();
  rmSync(inFolder, { recursive: true });
  renameSync(`${inFolder}-elsewhere`, inFolder);
  await store.create(DRAFT);
  expect(await store.read(id)).toMatchObject({ id });
  rmSync(`${file}-wal`);
  await expect(store.create(DRAFT)).rejects.toMatchObject({ code: 'store_unavailable' });
});
