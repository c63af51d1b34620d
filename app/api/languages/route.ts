import type { LanguagesResponse } from '@/lib/agentbay/contract';
import { engine } from '@/lib/agentbay/engines';
import { otherMethods, route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

export const GET = route(async () => {
  const { name, limits, capabilities } = engine();
  const languages = await engine().languages();
  const answer: LanguagesResponse = { engine: name, languages, limits, capabilities };
  return Response.json(answer);
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
