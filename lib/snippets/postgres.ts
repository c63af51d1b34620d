/** Postgres, for several copies of the server. */
import 'server-only';
import { Kysely, PostgresDialect, sql } from 'kysely';
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
  return {
    queries,
    // A commit is answered when it is on the disk.
    flush: async () => {},
    async lockOthersOut(transaction) {
      await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
    },
    isUnavailable,
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
