import { otherMethods, route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

export const GET = route(async () =>
  Response.json({ status: 'ok', uptimeS: Math.round(process.uptime()) }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
