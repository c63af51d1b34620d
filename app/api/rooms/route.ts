import { config } from '@/lib/config';
import { readDemo } from '@/lib/demos/read-demo';
import { AppError } from '@/lib/errors';
import { BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { clientOf } from '@/lib/http/client';
import { requireSameOrigin } from '@/lib/http/origin';
import { limitSnippets } from '@/lib/http/rate-limit';
import { openedFrom } from '@/lib/http/rooms-of-address';
import { otherMethods, route } from '@/lib/http/route';
import { rooms } from '@/lib/rooms';
import type { RoomOpened } from '@/lib/rooms/contract';
import { roomUrlOf, wallUrlOf } from '@/lib/rooms/room-code';
import { checkDemo, checkDemoRevision } from '@/lib/rooms/room-request';

export const dynamic = 'force-dynamic';

export const POST = route(async (request) => {
  requireSameOrigin(request);
  const client = clientOf(request);
  await limitSnippets(client);
  const body = await readObject(request, BODY_LIMIT_BYTES, ['demo', 'revision']);
  if (config().maxRooms === 0) {
    throw new AppError('not_implemented', 'This server offers no rooms.');
  }
  const { ref, title, revision } = await readDemo(
    checkDemo(body.demo),
    checkDemoRevision(body.revision),
  );
  const all = await rooms();
  const { code, secret } = await openedFrom(client.address, all, () =>
    all.open({ demo: ref, revision, title }),
  );
  const answer: RoomOpened = {
    code,
    secret,
    url: roomUrlOf(code),
    wallUrl: wallUrlOf(code, secret),
  };
  return Response.json(answer, { status: 201, headers: { Location: `/api/rooms/${code}` } });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
