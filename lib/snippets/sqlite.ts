/** SQLite in a file, by Node's own module. */
import 'server-only';
import { mkdirSync, statSync } from 'node:fs';
import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type QueryResult,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  sql,
} from 'kysely';
import { DiskSync, ReplacedError } from './disk-sync';
import type { Database, Tables } from './schema';

/** How long one process waits for another that writes. */
const BUSY_MS = 5000;
/** Of that within SQLite, where this process does nothing else meanwhile; then between two tries, where it does. */
const BUSY_AT_ONCE_MS = 10;
const BUSY_PAUSE_MS = 10;
/** Statements are few, since queries are; the bound is for those that are not. */
const STATEMENTS_KEPT = 100;

/** BUSY, LOCKED, READONLY, IOERR, CANTOPEN: the low byte of SQLite's result codes. */
const UNAVAILABLE = new Set([5, 6, 8, 10, 14]);
const BUSY = 5;
const FULL = 13;
/** Of the system. */
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT']);

/** Pages on the free list are used again before the file grows. */
const USED = sql<{ bytes: number }>`
  select (page_count - freelist_count) * page_size as bytes
  from pragma_page_count, pragma_freelist_count, pragma_page_size`;

/**
 * Opens the file, or makes it, readable by its owner alone.
 *
 * What is answered is on the disk and survives a power cut. SQLite itself would wait for the disk at each
 * commit (synchronous=FULL) and hold up all that this process does. So it does not wait (NORMAL), and
 * `flush` does, in the log beside the file, where commits stand one after the other.
 *
 * secure_delete: what is deleted is overwritten.
 */
export function openSqlite(file: string, { busyMs = BUSY_MS } = {}): Database {
  const raw = openFile(file, busyMs);
  const close = () => raw.isOpen && raw.close();
  // The last one to close tidies up the log beside the file.
  process.once('exit', close);
  const queries = new Kysely<Tables>({ dialect: new NodeSqliteDialect(raw, busyMs) });
  const { ino } = statSync(file);
  const requireInPlace = async () => {
    // It may have been deleted, or another one put in its place.
    if ((await stat(file)).ino !== ino) throw new ReplacedError(`${file} is another file now`);
  };
  const sync = new DiskSync(`${file}-wal`, requireInPlace);
  return {
    queries,
    flush: () => sync.flush(),
    requireInPlace,
    // Its transactions begin as writers, and there is one writer.
    lockOthersOut: async () => {},
    isUnavailable: (error) =>
      UNAVAILABLE.has(resultCodeOf(error) & 0xff) ||
      error instanceof ReplacedError ||
      (error instanceof Error && 'syscall' in error),
    isFull: (error) =>
      (resultCodeOf(error) & 0xff) === FULL ||
      (error instanceof Error && 'code' in error && NO_SPACE.has(String(error.code))),
    async usedBytes() {
      const { rows } = await USED.execute(queries);
      return rows[0]?.bytes ?? 0;
    },
    async freeBytes() {
      const { bavail, bsize } = await statfs(dirname(file));
      return bavail * bsize;
    },
    async scrub() {
      // Old pages stand in the log until it is emptied; a reader in another process puts that off.
      await sql`pragma wal_checkpoint(truncate)`.execute(queries);
    },
    async close() {
      process.off('exit', close);
      await sync.close();
      await queries.destroy();
      // Kysely closes only what it has used.
      close();
    },
  };
}

function openFile(file: string, busyMs: number): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const raw = new DatabaseSync(file, {
    timeout: BUSY_AT_ONCE_MS,
    enableForeignKeyConstraints: true,
  });
  const began = performance.now();
  for (;;) {
    try {
      // The change to WAL does not wait for its turn as other statements do.
      raw.exec('PRAGMA journal_mode=WAL');
      break;
    } catch (error) {
      if (!isBusy(error) || performance.now() - began > busyMs) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
  raw.exec('PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON');
  return raw;
}

function resultCodeOf(error: unknown): number {
  if (!(error instanceof Error) || !('errcode' in error)) return 0;
  return typeof error.errcode === 'number' ? error.errcode : 0;
}

const isBusy = (error: unknown) => (resultCodeOf(error) & 0xff) === BUSY;

/** Kysely's dialect for SQLite, with each statement prepared once and transactions that take their turn when they begin. */
class NodeSqliteDialect extends SqliteDialect {
  readonly #raw: DatabaseSync;
  readonly #busyMs: number;
  readonly #database: ReturnType<typeof preparing>;

  constructor(raw: DatabaseSync, busyMs: number) {
    const database = preparing(raw);
    super({ database });
    this.#raw = raw;
    this.#busyMs = busyMs;
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#raw, this.#database, this.#busyMs);
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #raw: DatabaseSync;
  readonly #busyMs: number;

  constructor(raw: DatabaseSync, database: ReturnType<typeof preparing>, busyMs: number) {
    super({ database });
    this.#raw = raw;
    this.#busyMs = busyMs;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new PatientConnection(await super.acquireConnection(), this.#busyMs);
  }

  /** One that begins as a reader and writes later fails at once where another has written meanwhile. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** SQLite itself rolls back where the disk is full. A second time would be an error that hides the first. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** Tries again while another process writes, so that this one goes on with all else. */
class PatientConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #busyMs: number;

  constructor(connection: DatabaseConnection, busyMs: number) {
    this.#connection = connection;
    this.#busyMs = busyMs;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const began = performance.now();
    for (;;) {
      try {
        return await this.#connection.executeQuery<R>(query);
      } catch (error) {
        if (!isBusy(error) || performance.now() - began > this.#busyMs) throw error;
        await sleep(BUSY_PAUSE_MS);
      }
    }
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#connection.streamQuery<R>(query, chunkSize);
  }
}

function preparing(raw: DatabaseSync) {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => raw.close(),
    prepare(sql: string): SqliteStatement {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      if (statements.size >= STATEMENTS_KEPT) statements.clear();
      const statement = raw.prepare(sql);
      const made: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (values) => statement.all(...(values as SQLInputValue[])),
        run: (values) => statement.run(...(values as SQLInputValue[])),
        iterate: (values) => statement.iterate(...(values as SQLInputValue[])),
      };
      statements.set(sql, made);
      return made;
    },
  };
}
