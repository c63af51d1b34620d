import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { KyselyStore } from './kysely-store';
import { migrate } from './migrations';
import { openPostgres } from './postgres';
import { processesSuite } from './processes-suite';
import { roomSuite } from './room-suite';
import { DRAFT, storeSuite } from './store-suite';
import { type PostgresServer, startPostgres, whyNoPostgres } from './testing/postgres-server';

const reason = whyNoPostgres();
if (reason === undefined) {
  onPostgres();
} else {
  console.warn(`The store is not tested on Postgres: ${reason}.`);
  // biome-ignore lint/suspicious/noSkippedTests: only where there is no server to test on.
  it.skip(`the store in Postgres: ${reason}`, () => {});
}

function onPostgres() {
  let server: PostgresServer;
  const broken: unknown[] = [];
  beforeAll(async () => {
    // The suite is about queries; what survives a power cut is Postgres's own promise.
    server = await startPostgres(['fsync=off']);
  });
  afterAll(() => server?.stop());

  processesSuite('Postgres', () => server.newDatabase());

  storeSuite('Postgres', async () =>
    openPostgres(await server.newDatabase(), (error) => broken.push(error)),
  );

  roomSuite(
    'Postgres',
    async () => openPostgres(await server.newDatabase(), (error) => broken.push(error)),
    async ({ queries }) => {
      await sql`vacuum`.execute(queries);
    },
  );

  it('where Postgres has gone the store says so, and goes on when it is back', async () => {
    const database = openPostgres(await server.newDatabase(), (error) => broken.push(error));
    await migrate(database);
    const store = new KyselyStore(database);
    const { id } = await store.create(DRAFT);
    await server.crash();
    const unavailable = { code: 'store_unavailable', retryAfterS: 5 };
    await expect(store.read(id)).rejects.toMatchObject(unavailable);
    await expect(store.create(DRAFT)).rejects.toMatchObject(unavailable);
    await expect(store.check()).rejects.toMatchObject(unavailable);
    expect(broken.length).toBeGreaterThan(0);
    await server.restart();
    expect(await vi.waitFor(() => store.read(id), 10_000)).toMatchObject({ id });
    await store.create(DRAFT);
    await store.close();
  });
}
