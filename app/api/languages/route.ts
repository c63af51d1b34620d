import type { LanguagesResponse } from '@/lib/agentbay/contract';
import { engine } from '@/lib/agentbay/engines';
import { otherMethods, route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

export const GET = route(async () => {
  const { name, limits } = engine();
  const answer: LanguagesResponse = { engine: name, languages: await engine().languages(), limits };
  return Response.json(answer);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
