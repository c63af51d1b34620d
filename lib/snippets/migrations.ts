/**
 * How the tables come to be, step by step. A step that has been released is never changed, only followed
 * by another one; names stay in alphabetical order.
 */
import 'server-only';
import { createRoomTables } from '@/lib/rooms/schema';
import type { Database, Queries } from './schema';

interface Migration {
  name: string;
  up(queries: Queries): Promise<void>;
}

const MIGRATIONS: Migration[] = [
  {
    name: '001-snippets',
    async up({ schema }) {
      await schema
        .createTable('snippets')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('secret_hash', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('visibility', 'text', (column) => column.notNull())
        .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('expires_at_ms', 'bigint')
        .addColumn('latest_revision', 'integer', (column) => column.notNull())
        .addColumn('parent_id', 'text')
        .addColumn('parent_revision', 'integer')
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('gone', 'text')
        .addColumn('gone_at_ms', 'bigint')
        .execute();
      await schema
        .createIndex('snippets_by_expiry')
        .on('snippets')
        .column('expires_at_ms')
        .where('expires_at_ms', 'is not', null)
        .execute();
      await schema
        .createTable('revisions')
        .addColumn('snippet_id', 'text', (column) => column.notNull().references('snippets.id'))
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('timeout_s', 'double precision', (column) => column.notNull())
        .addColumn('content', 'text', (column) => column.notNull())
        .addColumn('receipt', 'text')
        .addPrimaryKeyConstraint('revisions_key', ['snippet_id', 'number'])
        .execute();
    },
  },
  { name: '002-rooms', up: ({ schema }) => createRoomTables(schema) },
];

/**
 * Brings the tables to where this code expects them: all of it or nothing, in one transaction, each step
 * once however many processes start together. Throws where the database is newer than this code.
 */
export async function migrate(
  { queries, lockOthersOut }: Pick<Database, 'queries' | 'lockOthersOut'>,
  migrations: Migration[] = MIGRATIONS,
): Promise<void> {
  await queries.transaction().execute(async (transaction) => {
    await lockOthersOut(transaction);
    await transaction.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('applied_at_ms', 'bigint', (column) => column.notNull())
      .execute();
    const rows = await transaction
      .selectFrom('migrations')
      .select('name')
      .orderBy('name')
      .execute();
    for (const [at, { name }] of rows.entries()) {
      if (migrations[at]?.name === name) continue;
      throw new Error(
        `The database of snippets has had the step ${name}, which this version of Runbay does not know. It was used by a newer one.`,
      );
    }
    for (const { name, up } of migrations.slice(rows.length)) {
      await up(transaction);
      await transaction
        .insertInto('migrations')
        .values({ name, applied_at_ms: Date.now() })
        .execute();
    }
  });
}
