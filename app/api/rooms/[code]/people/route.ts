import { BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { clientOf } from '@/lib/http/client';
import { requireSameOrigin } from '@/lib/http/origin';
import { limitJoins } from '@/lib/http/rate-limit';
import { countingMisses } from '@/lib/http/room-access';
import { otherMethods, route } from '@/lib/http/route';
import { rooms } from '@/lib/rooms';
import type { Joined } from '@/lib/rooms/contract';
import { checkNickname } from '@/lib/rooms/room-request';
import { roomCodeOf } from '@/lib/rooms/room-store';

export const dynamic = 'force-dynamic';

interface Params {
  code: string;
}

/** Joins the room. */
export const POST = route<Params>(async (request, { params }) => {
  requireSameOrigin(request);
  await limitJoins(clientOf(request).address);
  const { nickname } = await readObject(request, BODY_LIMIT_BYTES, ['nickname']);
  const joined: Joined = await countingMisses(request, async () =>
    (await rooms()).join(roomCodeOf(params.code), checkNickname(nickname)),
  );
  return Response.json(joined, { status: 201 });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
