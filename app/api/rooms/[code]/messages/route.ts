import { BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { limitMessages } from '@/lib/http/rate-limit';
import { accessRoom } from '@/lib/http/room-access';
import { otherMethods, route } from '@/lib/http/route';
import { EVERYBODY, TEACHER } from '@/lib/rooms/contract';
import { checkMessage, MESSAGE_FIELDS } from '@/lib/rooms/room-request';

export const dynamic = 'force-dynamic';

interface Params {
  code: string;
}

/** From the teacher to everybody or one student, or from a student to the teacher. */
export const POST = route<Params>(async (request, { params }) => {
  const { rooms, code, key: bearer, holder } = await accessRoom(request, params.code);
  await limitMessages(holder.role, bearer);
  const { to, kind, key, data } = checkMessage(
    await readObject(request, BODY_LIMIT_BYTES, MESSAGE_FIELDS),
  );
  const ends =
    holder.role === 'teacher'
      ? { from: TEACHER, to: to ?? EVERYBODY }
      : { from: holder.id, to: TEACHER };
  await rooms.send(code, { ...ends, kind, ...(key === undefined ? {} : { key }), data });
  return new Response(null, { status: 204 });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
