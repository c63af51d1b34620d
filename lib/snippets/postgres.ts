/** Postgres, for several copies of the server. */
import 'server-only';
import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely';
import { DatabaseError, Pool, types } from 'pg';
import type { Database, Tables } from './schema';

const CONNECTIONS = 10;
const CONNECT_MS = 5000;
const QUERY_MS = 15_000;
/** Any number that no other program of the same database locks. */
const MIGRATION_LOCK = 7_286_229;
const BIGINT = 20;

/** Classes of SQLSTATE: connection, resources, intervention of an operator, system; and a server that only reads. */
const UNAVAILABLE = /^(08|53|57|58)|^25006$/;

const DISK_FULL = '53100';

/** With indices, and with what rows have left that are gone. */
const FILES = sql<{ bytes: number }>`
  select pg_total_relation_size('snippets') + pg_total_relation_size('revisions') as bytes`;

/** Rows as they are stored, compressed, with what Postgres and the indices add to each. */
const ROWS = sql<{ bytes: number }>`
  select (select count(*) * 256 from snippets) + (
    select coalesce(sum(256 + pg_column_size(content) + coalesce(pg_column_size(receipt), 0)), 0)::bigint
    from revisions) as bytes`;

/** `onError` hears of connections that broke while nobody used them. */
export function openPostgres(url: string, onError: (error: unknown) => void): Database {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    application_name: 'runbay',
    types: {
      // Times and counts, all far below 2^53; by default pg gives them as text.
      getTypeParser: (type, format) =>
        Number(type) === BIGINT ? Number : types.getTypeParser(type, format),
    },
  });
  pool.on('error', onError);
  const queries = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const bytesOf = async (query: RawBuilder<{ bytes: number }>) =>
    (await query.execute(queries)).rows[0]?.bytes ?? 0;
  return {
    queries,
    // A commit is answered when it is on the disk.
    flush: async () => {},
    requireInPlace: async () => {},
    async lockOthersOut(transaction) {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
    },
    isUnavailable,
    isFull: (error) => error instanceof DatabaseError && error.code === DISK_FULL,
    async usedBytes(limitBytes) {
      const taken = await bytesOf(FILES);
      // Vacuum makes room within the files, and seldom makes them smaller.
      return taken < limitBytes || limitBytes === 0 ? taken : bytesOf(ROWS);
    },
    freeBytes: async () => undefined,
    // Vacuum does it in its own time.
    scrub: async () => {},
    close: () => queries.destroy(),
  };
}

function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseError) return UNAVAILABLE.test(error.code ?? '');
  // On the way to the server: the system's errors, and pg's own, which have no class and no code.
  if (!(error instanceof Error)) return false;
  return 'syscall' in error || error instanceof AggregateError || error.constructor === Error;
}
