import { otherMethods, route } from '@/lib/http/route';
import { checkReadiness } from '@/lib/sessions/readiness';

export const dynamic = 'force-dynamic';

export const GET = route(async () => {
  const { engine, mode } = await checkReadiness();
  return Response.json({ status: 'ready', engine, mode });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
