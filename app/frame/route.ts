import { otherMethods, route } from '@/lib/http/route';
import { FRAME_DOCUMENT, FRAME_HEADERS } from './frame-document';

export const dynamic = 'force-dynamic';

/** The empty frame of an HTML result; what it shows comes by message. */
export const GET = route(async () => new Response(FRAME_DOCUMENT, { headers: FRAME_HEADERS }));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
