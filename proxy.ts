import { type NextRequest, NextResponse } from 'next/server';
import { FRAME_HEADER } from '@/lib/http/framed-page';
import { isOwnRequest } from '@/lib/http/made-page';
import { keptPage } from '@/lib/http/page-keeper';
import { pagePolicy } from '@/lib/http/page-policy';
import { visitRoom } from '@/lib/http/room-visit';
import { DEMO_FORMS, FILE_FORMS } from '@/lib/http/snippet-forms';
import { VISIT_HEADER, visitSnippet } from '@/lib/http/snippet-visit';
import { lessonGroups, readLesson } from '@/lib/lessons';
import { leadsToLessonFiles } from '@/lib/lessons/lesson-files';
import { slugOf } from '@/lib/lessons/slug';
import { log } from '@/lib/log';

const isDev = process.env.NODE_ENV === 'development';

/** `/d/{id}/edit` is a page like others. */
const SNIPPET_FILE = new RegExp(
  `^/(?:s/[^/.]+(?:/[^/]+|\\.(?:${FILE_FORMS}))|d/[^/.]+(?:/(?:${DEMO_FORMS})|\\.(?:${DEMO_FORMS})))$`,
);
/** A lesson as text. */
const LESSON_FILE = /^\/learn\/[^/]+\/(?:[^/]+\.md|[^/]+\/markdown)$/;
/** A group, or one of its lessons. */
const LEARN_PAGE = /^\/learn\/([^/]+)(?:\/([^/]+))?$/;
/** They have a policy of their own, and alone may stand in frames of other pages (app/embed/parts.ts). */
const EMBED = /^\/embed\/[^/]+$|^\/embed\/assets\/[^/]+$|^\/embed\.js$/;
/** A shared document as it stands in frames, which only this server asks for. */
const FRAMED_DOCUMENT = /^\/embed\/[^/]+\/document$/;
/** Whatever stands there: what can be no id leads nowhere. */
const ROOM_PAGE = /^\/r\/([^/]+)(?:\/wall)?$/;
/** `/d/new` is the page where demos are written. */
const SNIPPET_PAGE = /^\/(?!d\/new$)(s|d)\/([^/]+)$/;

/**
 * Gives each page a content security policy with a nonce of its own, which Next puts on its scripts;
 * and the page of a shared program or demo its status and its ETag.
 */
export async function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  if (/^\/lessons\/?$/i.test(pathname))
    return NextResponse.redirect(new URL('/learn', request.url));
  if (leadsToLessonFiles(pathname)) return new NextResponse(null, { status: 404 });
  // A program as a file has a stricter policy of its own.
  if (SNIPPET_FILE.test(request.nextUrl.pathname)) return NextResponse.next();
  if (LESSON_FILE.test(request.nextUrl.pathname)) return NextResponse.next();
  if (EMBED.test(request.nextUrl.pathname)) return NextResponse.next();
  // Others get it at /embed/{id} (app/embed/document-frame.ts).
  if (FRAMED_DOCUMENT.test(pathname) && !isOwnRequest(request)) {
    return new NextResponse(null, { status: 404 });
  }
  const nonce = btoa(crypto.randomUUID());
  const isFramed = FRAMED_DOCUMENT.test(pathname);
  const policy = pagePolicy(nonce, { isDev, isFramed });

  const [, group, lesson] = LEARN_PAGE.exec(pathname) ?? [];
  if (group !== undefined && lesson === undefined && (await hasGroup(group))) {
    return NextResponse.redirect(
      new URL(`/learn${request.nextUrl.search}#group-${group}`, request.url),
    );
  }

  // Next takes the nonce from the policy in the request's headers.
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.delete(VISIT_HEADER);
  if (!isFramed) headers.delete(FRAME_HEADER);
  const [, page, id] = SNIPPET_PAGE.exec(request.nextUrl.pathname) ?? [];
  const [, room] = ROOM_PAGE.exec(request.nextUrl.pathname) ?? [];
  const status = (await isLessonMissing(group, lesson)) ? 404 : 200;
  const response =
    room !== undefined
      ? await roomPage(request, room, headers)
      : id === undefined
        ? NextResponse.next({ request: { headers }, status })
        : isOwnRequest(request)
          ? makingPage(request, headers)
          : await snippetPage(request, { id, page: page === 'd' ? 'd' : 's' }, headers, nonce);
  // A browser that has the page keeps the policy that came with it: its scripts carry that nonce.
  if (response.status !== 304) response.headers.set('content-security-policy', policy);
  return response;
}

async function hasGroup(group: string): Promise<boolean> {
  return (await lessonGroups()).some(({ id }) => `${id}/` === slugOf({ group, lesson: '' }));
}

async function isLessonMissing(group: string | undefined, lesson: string | undefined) {
  if (group === undefined || lesson === undefined) return false;
  return (await readLesson(slugOf({ group, lesson }))) === undefined;
}

/** Our own request for a page that will be kept: what the visit gave comes with it. */
function makingPage(request: NextRequest, headers: Headers) {
  headers.set(VISIT_HEADER, request.headers.get(VISIT_HEADER) ?? '');
  return NextResponse.next({ request: { headers } });
}

async function roomPage(request: NextRequest, code: string, headers: Headers) {
  const visit = await visitRoom(request, code);
  headers.set(VISIT_HEADER, JSON.stringify(visit));
  const own: Record<string, string> = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' };
  if ('retryAfterS' in visit) own['Retry-After'] = String(visit.retryAfterS);
  return NextResponse.next({ request: { headers }, status: visit.status, headers: own });
}

/** The queries of the pages that are kept. Whatever else stands behind `?` could be without end. */
const KEPT_QUERY =
  /^(?:\?(?:(?:revision|since)=\d{1,4}|predict=?)(?:&(?:revision|since)=\d{1,4}|&predict=?){0,2})?$/;

interface Asked {
  id: string;
  page: 's' | 'd';
}

async function snippetPage(request: NextRequest, asked: Asked, headers: Headers, nonce: string) {
  const visit = await visitSnippet(request, asked, request.cookies);
  const own: Record<string, string> = {
    'Cache-Control':
      visit.status === 200 || visit.status === 304 ? 'private, no-cache' : 'no-store',
    Vary: 'Cookie, Accept-Language, RSC',
  };
  if ('etag' in visit) own.ETag = visit.etag;
  if ('retryAfterS' in visit) own['Retry-After'] = String(visit.retryAfterS);
  if (visit.status === 307) {
    const url = new URL(visit.location, request.url);
    return NextResponse.redirect(url, { status: 307, headers: own });
  }
  if (visit.status === 304) return new NextResponse(null, { status: 304, headers: own });
  const visited = JSON.stringify(visit);
  if (visit.status === 200) {
    const page = await pageForAll(request, visit.etag, visited, nonce);
    if (page) {
      const body = request.method === 'HEAD' ? null : page.html;
      return new NextResponse(body, { headers: { ...page.headers, ...own } });
    }
  }
  headers.set(VISIT_HEADER, visited);
  return NextResponse.next({ request: { headers }, status: visit.status, headers: own });
}

/** Undefined where it has to be made for this reader alone. */
async function pageForAll(request: NextRequest, etag: string, visit: string, nonce: string) {
  const { headers, method, nextUrl } = request;
  const { pathname, search } = nextUrl;
  const isPage = !headers.has('rsc') && (method === 'GET' || method === 'HEAD');
  if (!isPage || !KEPT_QUERY.test(search)) return undefined;
  const path = pathname + search;
  try {
    return await keptPage(request, { path, etag, more: { [VISIT_HEADER]: visit }, nonce });
  } catch (err) {
    log().warn({ err }, 'a page could not be made to be kept');
    return undefined;
  }
}

export const config = {
  // Fetched before it is asked for (`Purpose: prefetch`) a page is the same page: a browser shows it later.
  matcher: ['/((?!api/|metrics$|frame$|fetch$|_next/static|icon.svg|favicon.ico).*)'],
};
