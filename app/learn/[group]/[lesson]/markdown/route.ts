import { publicMarkdown } from '@/lib/demos/public-demo';
import { AppError } from '@/lib/errors';
import { etagOf, hasAlready } from '@/lib/http/etag';
import { otherMethods, route } from '@/lib/http/route';
import { readLesson } from '@/lib/lessons';
import { askedLanguage } from '@/lib/lessons/lesson-ref';
import { slugOf } from '@/lib/lessons/slug';

export const dynamic = 'force-dynamic';

interface Params {
  group: string;
  lesson: string;
}

/** Rises when the form of the answer changes. */
const FORM = 1;

/** A lesson as its readers may have it: `/learn/{slug}.md`, of several languages that of `?lang=`. */
export const GET = route<Params>(async (request, { params }) => {
  const lang = new URL(request.url).searchParams.get('lang');
  const lesson = await readLesson(slugOf(params), askedLanguage(lang));
  if (lesson === undefined) throw new AppError('not_found', 'There is no lesson of this name.');
  const headers = {
    'Cache-Control': 'private, no-cache',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    ETag: etagOf(FORM, lesson.version),
  };
  if (hasAlready(request, headers.ETag)) return new Response(null, { status: 304, headers });
  return new Response(publicMarkdown(lesson.markdown), {
    headers: { ...headers, 'Content-Type': 'text/markdown; charset=utf-8' },
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
