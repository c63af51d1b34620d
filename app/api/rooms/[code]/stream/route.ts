import { EVENT_STREAM_HEADERS } from '@/lib/http/event-stream';
import { accessRoom } from '@/lib/http/room-access';
import { roomStream } from '@/lib/http/room-stream';
import { otherMethods, route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

interface Params {
  code: string;
}

/** What happens in the room, as far as whoever asks may know it: `TeacherEvents` or `StudentEvents`. */
export const GET = route<Params>(async (request, { params }) => {
  const { rooms, code, holder } = await accessRoom(request, params.code);
  const body = await roomStream((listener) => rooms.enter(code, holder, listener));
  return new Response(body, { headers: EVENT_STREAM_HEADERS });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
