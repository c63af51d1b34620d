import { AppError } from '@/lib/errors';
import { pageClientOf } from '@/lib/http/client';
import { requireSameOrigin } from '@/lib/http/origin';
import { otherMethods, route } from '@/lib/http/route';
import { findRun } from '@/lib/sessions/services';

export const dynamic = 'force-dynamic';

export const DELETE = route<{ runId: string }>(async (request, { params }) => {
  requireSameOrigin(request);
  const run = findRun(params.runId, pageClientOf(request).sessionId);
  if (run === undefined) throw new AppError('not_found', 'No program with this id is running.');
  run.stop();
  return new Response(null, { status: 204 });
});

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE');
