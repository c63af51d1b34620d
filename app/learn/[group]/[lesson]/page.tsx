import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import { textsOfRequest } from '@/app/texts';
import { LessonMissing } from '@/components/learn/lesson-missing';
import { LessonPage } from '@/components/learn/lesson-page';
import { lessonUrl } from '@/components/learn/lesson-url';
import { formulaHtml } from '@/lib/demos/formula';
import { publicAddressOf } from '@/lib/http/public-address';
import { readLesson } from '@/lib/lessons';
import { slugOf } from '@/lib/lessons/slug';

interface PageProps {
  params: Promise<{ group: string; lesson: string }>;
}

const read = cache(readLesson);

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const lesson = await read(slugOf(await params));
  if (lesson === undefined) {
    const { tab } = (await textsOfRequest()).messages.learn.missing;
    return { title: tab, robots: { index: false, follow: false } };
  }
  const { slug, title, summary, group } = lesson;
  const url = publicAddressOf({ headers: await headers() }) + lessonUrl(slug);
  return {
    title: `${title} · ${group.title}`,
    ...(summary === '' ? {} : { description: summary }),
    alternates: { canonical: url, types: { 'text/markdown': `${url}.md` } },
    openGraph: { type: 'article', siteName: 'Runbay', title, description: summary, url },
  };
}

/** A lesson, whole without a script. */
export default async function Page({ params }: PageProps) {
  const lesson = await read(slugOf(await params));
  // Not notFound(): what it shows is made by a script. The status has been set by proxy.ts.
  if (lesson === undefined) return <LessonMissing texts={await textsOfRequest()} />;
  const address = publicAddressOf({ headers: await headers() }) + lessonUrl(lesson.slug);
  const texts = await textsOfRequest();
  return <LessonPage lesson={lesson} texts={texts} address={address} makeFormula={formulaHtml} />;
}
