import { AppError } from '@/lib/errors';
import { otherMethods, route } from '@/lib/http/route';
import { checkReadiness } from '@/lib/sessions/readiness';
import { snippets } from '@/lib/snippets';

export const dynamic = 'force-dynamic';

export const GET = route(async () => {
  const [ran, kept] = await Promise.allSettled([
    checkReadiness(),
    snippets().then((store) => store.check()),
  ]);
  if (ran.status === 'rejected' && kept.status === 'rejected') {
    const words = `${(ran.reason as Error).message} ${(kept.reason as Error).message}`;
    throw new AppError('engine_unavailable', words, { retryAfterS: 5, cause: ran.reason });
  }
  if (ran.status === 'rejected') throw ran.reason;
  if (kept.status === 'rejected') throw kept.reason;
  const { engine, mode, calls } = ran.value;
  const { usedBytes, limitBytes, isFull } = kept.value;
  return Response.json({
    status: 'ready',
    engine,
    mode,
    ...(calls && { calls }),
    snippets: { usedBytes, limitBytes, isFull },
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
