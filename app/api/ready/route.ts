import { otherMethods, route } from '@/lib/http/route';
import { checkReadiness } from '@/lib/sessions/readiness';
import { snippets } from '@/lib/snippets';

export const dynamic = 'force-dynamic';

export const GET = route(async () => {
  const { engine, mode, calls } = await checkReadiness();
  const { usedBytes, limitBytes, isFull } = await (await snippets()).check();
  return Response.json({
    status: 'ready',
    engine,
    mode,
    ...(calls && { calls }),
    snippets: { usedBytes, limitBytes, isFull },
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
