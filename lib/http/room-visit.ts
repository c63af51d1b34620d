/** What a visitor of a room's page gets, found out before the page is made: it sets the status. */
import 'server-only';
import { isAppError } from '@/lib/errors';
import { rooms } from '@/lib/rooms';
import { roomCodeOf } from '@/lib/rooms/room-store';
import { reportProblem } from './problem';
import { countingMisses } from './room-access';

export type RoomVisit = { status: 200 | 404 } | { status: 429 | 503; retryAfterS: number };

export async function visitRoom(request: Request, code: string): Promise<RoomVisit> {
  try {
    await countingMisses(request, async () => (await rooms()).head(roomCodeOf(code)));
    return { status: 200 };
  } catch (error) {
    const { code: reason, retryAfterS = 60 } = isAppError(error) ? error : {};
    if (reason === 'room_over') return { status: 404 };
    if (reason === 'busy') return { status: 429, retryAfterS: Math.ceil(retryAfterS) };
    reportProblem(error, 'room');
    return { status: 503, retryAfterS };
  }
}
