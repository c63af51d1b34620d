import { shown } from '@/lib/agentbay/shown';
import { AppError } from '@/lib/errors';
import { BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { pageClientOf } from '@/lib/http/client';
import { requireSameOrigin } from '@/lib/http/origin';
import { otherMethods, route } from '@/lib/http/route';
import { findRun } from '@/lib/sessions/services';

export const dynamic = 'force-dynamic';

export const POST = route<{ runId: string }>(async (request, { params }) => {
  requireSameOrigin(request);
  const { text, end } = await readObject(request, BODY_LIMIT_BYTES, ['text', 'end']);
  if (typeof text !== 'string') throw wrongType('text', 'a string', text);
  if (end !== undefined && typeof end !== 'boolean') throw wrongType('end', 'true or false', end);
  const run = findRun(params.runId, pageClientOf(request).sessionId);
  if (run === undefined) throw new AppError('not_found', 'No program with this id is running.');
  if (!run.write(text)) throw new AppError('input_closed', 'The program takes no more input.');
  if (end) run.end();
  return new Response(null, { status: 204 });
});

function wrongType(field: string, expected: string, came: unknown): AppError {
  const detail = `${field}: expected ${expected}, got ${shown(came)}.`;
  return new AppError('bad_request', detail, { field });
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
