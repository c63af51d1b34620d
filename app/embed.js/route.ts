import { TAG_SCRIPT, TAG_SCRIPT_ETAG } from '@/app/embed/parts';
import { hasAlready } from '@/lib/http/etag';
import { otherMethods, route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

const HEADERS = {
  'Content-Type': 'text/javascript; charset=utf-8',
  // Pages name it for ever, so it is looked at again now and then.
  'Cache-Control': 'public, max-age=3600, stale-while-revalidate=86400',
  ETag: TAG_SCRIPT_ETAG,
  // It is for everybody, and is the same for everybody.
  'Access-Control-Allow-Origin': '*',
};

/** The script for other people's pages: components/embed/tag. */
export const GET = route(async (request) =>
  hasAlready(request, TAG_SCRIPT_ETAG)
    ? new Response(null, { status: 304, headers: HEADERS })
    : new Response(TAG_SCRIPT, { headers: HEADERS }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
