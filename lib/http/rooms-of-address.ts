/** How many of the rooms are one address's, so that nobody takes all there may be. Known since the start of this server. */
import 'server-only';
import { config } from '@/lib/config';
import { AppError } from '@/lib/errors';
import { remember } from '@/lib/remember';
import type { Rooms } from '@/lib/rooms/rooms';

/** Addresses that are remembered; the one that has opened none for longest is forgotten first. */
const ADDRESSES = 10_000;

/** Opens one more. Throws rooms_full for an address that has as many as it may. */
export async function openedFrom<T extends { code: string }>(
  address: string,
  rooms: Pick<Rooms, 'countOpen'>,
  open: () => Promise<T>,
): Promise<T> {
  const limit = config().roomsPerAddress;
  const known = remember('roomsOfAddress', () => new Map<string, string[]>());
  const codes = known.get(address) ?? [];
  // Those that are over are counted by nobody; more than these cannot be open.
  if (limit > 0 && (await rooms.countOpen(codes)) >= limit) {
    const detail = `At most ${limit} rooms can be open from one address. End one of them first.`;
    throw new AppError('rooms_full', detail);
  }
  const room = await open();
  known.delete(address);
  known.set(address, [...codes.slice(-limit), room.code]);
  for (const oldest of known.keys()) {
    if (known.size <= ADDRESSES) break;
    known.delete(oldest);
  }
  return room;
}
