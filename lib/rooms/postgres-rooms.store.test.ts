import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '@/lib/snippets/migrations';
import { openPostgres } from '@/lib/snippets/postgres';
import {
  type PostgresServer,
  startPostgres,
  whyNoPostgres,
} from '@/lib/snippets/testing/postgres-server';
import { RoomStore } from './room-store';
import { roomStoreSuite } from './room-store-suite';
import { Rooms } from './rooms';
import { eventsOf, ListenerDouble } from './testing/listener-double';

const reason = whyNoPostgres();
if (reason === undefined) {
  onPostgres();
} else {
  console.warn(`Rooms are not tested on Postgres: ${reason}.`);
  // biome-ignore lint/suspicious/noSkippedTests: only where there is no server to test on.
  it.skip(`rooms in Postgres: ${reason}`, () => {});
}

function onPostgres() {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres(['fsync=off']);
  });
  afterAll(() => server?.stop());

  roomStoreSuite('Postgres', async () => openPostgres(await server.newDatabase(), () => {}));

  it('two copies of the server: what one is told the other one shows within seconds', async () => {
    const url = await server.newDatabase();
    const errors: unknown[] = [];
    const copies = [1, 2].map(() => openPostgres(url, () => {}));
    for (const copy of copies) await migrate(copy);
    const [here, there] = copies.map(
      (copy) => new Rooms(new RoomStore(copy), (error) => errors.push(error)),
    ) as [Rooms, Rooms];
    const { code } = await here.open({ demo: 'd/x', title: 'x' });
    const wall = new ListenerDouble();
    const leave = await here.enter(code, { role: 'teacher' }, wall);
    const { id, token } = await there.join(code, 'Ada');
    const page = new ListenerDouble();
    await there.enter(code, { role: 'student', id }, page);
    await there.report(code, token, { hand: true });
    await wall.until(() =>
      eventsOf(wall, 'students').some(({ changed }) => changed[0]?.handAtMs !== undefined),
    );
    await here.send(code, { from: 'teacher', to: id, kind: 'note', key: 'k', data: 'see' });
    await page.until(() => eventsOf(page, 'message').some(({ data }) => data === 'see'));
    await here.remove(code, id);
    await page.until(() => page.isClosed);
    expect(page.names.at(-1)).toBe('removed');
    leave();
    expect(errors).toEqual([]);
    for (const copy of copies) await copy.close();
  });
}
