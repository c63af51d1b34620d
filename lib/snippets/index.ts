/** The server's store: in Postgres where DATABASE_URL is set, else in a SQLite file. */
import 'server-only';
import { join } from 'node:path';
import { config } from '@/lib/config';
import { log } from '@/lib/log';
import { remember } from '@/lib/remember';
import { watchFilling } from './filling';
import { KyselyStore } from './kysely-store';
import { migrate } from './migrations';
import type { Database } from './schema';
import { openSqlite } from './sqlite';
import type { SnippetStore } from './store';

const SWEEP_EVERY_MS = 60_000;

export interface OpenedStore {
  store: SnippetStore;
  /** Where it is, in words for the operator; without a password. */
  place: string;
}

interface OpenedDatabase {
  database: Database;
  place: string;
}

/** Opened at the first call, with its tables brought up to date and what has expired swept from then on. */
export function openedStore(): Promise<OpenedStore> {
  return remember('snippets', open);
}

export async function snippets(): Promise<SnippetStore> {
  return (await openedStore()).store;
}

/** The same for all that is kept, with its tables brought up to date. */
export function openedDatabase(): Promise<OpenedDatabase> {
  return remember('database', async () => {
    const opened = await openDatabase();
    const { database, place } = opened;
    try {
      await migrate(database);
    } catch (error) {
      await database.close().catch(() => {});
      throw new Error(`Snippets cannot be kept: ${place} could not be used: ${reasonOf(error)}`, {
        cause: error,
      });
    }
    return opened;
  });
}

async function open(): Promise<OpenedStore> {
  const { database, place } = await openedDatabase();
  const store = new KyselyStore(database, { limitBytes: config().snippetsLimitBytes });
  const watch = watchFilling((facts, sentence) => log().warn(facts, sentence));
  const sweep = async () => {
    try {
      await store.sweep();
      watch(await store.check());
    } catch (err) {
      log().error({ err }, 'expired snippets could not be removed');
    }
  };
  await sweep();
  setInterval(sweep, SWEEP_EVERY_MS).unref();
  return { store, place };
}

async function openDatabase(): Promise<OpenedDatabase> {
  const { databaseUrl, dataFolder } = config();
  if (databaseUrl !== undefined) {
    const { openPostgres } = await import('./postgres');
    const onError = (err: unknown) => log().warn({ err }, 'a database connection broke');
    const { host, pathname } = new URL(databaseUrl);
    const place = `the Postgres database ${pathname.slice(1)} at ${host}`;
    return { database: openPostgres(databaseUrl, onError), place };
  }
  const file = join(dataFolder, 'snippets.sqlite');
  try {
    return { database: openSqlite(file), place: `the file ${file}` };
  } catch (error) {
    throw new Error(
      `Snippets cannot be kept: the file ${file} could not be opened: ${reasonOf(error)}. DATA_DIR names a folder that this user can write to.`,
      { cause: error },
    );
  }
}

/** Errors of several addresses tried have no message of their own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map(reasonOf).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
