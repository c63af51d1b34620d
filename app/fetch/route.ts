import { otherMethods, route } from '@/lib/http/route';
import { FETCH_DOCUMENT, FETCH_HEADERS } from './fetch-document';

export const dynamic = 'force-dynamic';

/** The empty frame in which a browser fetches a program from the web; the server itself fetches nothing. */
export const GET = route(async () => new Response(FETCH_DOCUMENT, { headers: FETCH_HEADERS }));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
