import { BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { accessAsTeacher, countingMisses } from '@/lib/http/room-access';
import { otherMethods, route } from '@/lib/http/route';
import { rooms } from '@/lib/rooms';
import { checkFlag } from '@/lib/rooms/room-request';
import { roomCodeOf } from '@/lib/rooms/room-store';

export const dynamic = 'force-dynamic';

interface Params {
  code: string;
}

/** What whoever has the code may know. */
export const GET = route<Params>((request, { params: { code } }) =>
  countingMisses(request, async () =>
    Response.json(await (await rooms()).head(roomCodeOf(code)), {
      headers: { 'X-Robots-Tag': 'noindex' },
    }),
  ),
);

export const PATCH = route<Params>(async (request, { params }) => {
  const { rooms: all, code } = await accessAsTeacher(request, params.code);
  const { isLocked } = await readObject(request, BODY_LIMIT_BYTES, ['isLocked']);
  return Response.json(await all.setLocked(code, checkFlag('isLocked', isLocked)));
});

/** Ends the room: everything in it is deleted. */
export const DELETE = route<Params>(async (request, { params }) => {
  const { rooms: all, code } = await accessAsTeacher(request, params.code);
  await all.end(code);
  return new Response(null, { status: 204 });
});

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
