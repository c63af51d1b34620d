/** The server's rooms, in the database of snippets. */
import 'server-only';
import { config } from '@/lib/config';
import { log } from '@/lib/log';
import { remember } from '@/lib/remember';
import { openedDatabase } from '@/lib/snippets';
import { RoomStore } from './room-store';
import { Rooms } from './rooms';

const SWEEP_EVERY_MS = 60_000;

/** Opened at the first call; rooms whose time has come are swept from then on. */
export function rooms(): Promise<Rooms> {
  return remember('rooms', open);
}

async function open(): Promise<Rooms> {
  const { database } = await openedDatabase();
  const store = new RoomStore(database, { roomsLimit: config().maxRooms });
  const made = new Rooms(store, (err) => log().warn({ err }, 'a room could not be looked after'));
  const sweep = () =>
    made.sweep().catch((err) => log().error({ err }, 'rooms that are over could not be removed'));
  await sweep();
  setInterval(sweep, SWEEP_EVERY_MS).unref();
  return made;
}
