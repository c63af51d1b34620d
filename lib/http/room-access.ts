/** Who asks something of a room, and whether that is allowed. */
import 'server-only';
import { isAppError } from '@/lib/errors';
import { rooms } from '@/lib/rooms';
import { type Holder, requireTeacher, roomCodeOf } from '@/lib/rooms/room-store';
import type { Rooms } from '@/lib/rooms/rooms';
import { bearerOf } from './bearer';
import { clientOf } from './client';
import { requireSameOrigin } from './origin';
import { limitWrongCodes } from './rate-limit';

export interface RoomAccess {
  rooms: Rooms;
  /** As it is kept. */
  code: string;
  /** The key that came with the request. */
  key: string;
  holder: Holder;
}

/** Who the key belongs to. Keys and codes that are wrong count for the address. */
export async function accessRoom(request: Request, code: string): Promise<RoomAccess> {
  requireSameOrigin(request);
  const key = bearerOf(request);
  return countingMisses(request, async () => {
    const all = await rooms();
    const known = roomCodeOf(code);
    return { rooms: all, code: known, key, holder: await all.holder(known, key) };
  });
}

/** The same for what only the teacher may do. */
export async function accessAsTeacher(request: Request, code: string): Promise<RoomAccess> {
  const access = await accessRoom(request, code);
  requireTeacher(access.holder);
  return access;
}

/** Throws busy in place of room_over for an address that tries too many. */
export async function countingMisses<T>(request: Request, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isMiss =
      isAppError(error) && (error.code === 'room_over' || error.code === 'not_in_room');
    if (isMiss) await limitWrongCodes(clientOf(request).address);
    throw error;
  }
}
