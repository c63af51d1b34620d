import { bearerOf } from '@/lib/http/bearer';
import { BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { requireSameOrigin } from '@/lib/http/origin';
import { limitReports } from '@/lib/http/rate-limit';
import { countingMisses } from '@/lib/http/room-access';
import { otherMethods, route } from '@/lib/http/route';
import { rooms } from '@/lib/rooms';
import { checkReport, REPORT_FIELDS } from '@/lib/rooms/room-request';
import { roomCodeOf } from '@/lib/rooms/room-store';

export const dynamic = 'force-dynamic';

interface Params {
  code: string;
}

/** A student's page tells how its blocks and exercises stand, and what is written in them. */
export const POST = route<Params>(async (request, { params }) => {
  requireSameOrigin(request);
  const key = bearerOf(request);
  await limitReports(key);
  const report = checkReport(await readObject(request, BODY_LIMIT_BYTES, REPORT_FIELDS));
  await countingMisses(request, async () =>
    (await rooms()).report(roomCodeOf(params.code), key, report),
  );
  return new Response(null, { status: 204 });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
