import type { FilesResponse } from '@/lib/agentbay/contract';
import { clientOf } from '@/lib/http/client';
import { limitChecks } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { listFiles } from '@/lib/sessions/files';

export const dynamic = 'force-dynamic';

export const GET = route(async (request) => {
  const client = clientOf(request);
  await limitChecks(client.key);
  const answer: FilesResponse = await listFiles(client.sessionId);
  return Response.json(answer);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
