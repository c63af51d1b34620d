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
import { askedLanguage, pathOfRef } from '@/lib/lessons/lesson-ref';
import { slugOf } from '@/lib/lessons/slug';

interface PageProps {
  params: Promise<{ group: string; lesson: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const read = cache(readLesson);

/** In the language that the address asks for, else in the reader's, else as it is there. */
async function lessonFor({ params, searchParams }: PageProps) {
  const asked = askedLanguage((await searchParams).lang);
  const lesson = await read(slugOf(await params), asked ?? (await textsOfRequest()).locale);
  const publicAddress = publicAddressOf({ headers: await headers() });
  const urlIn = (lang?: string) => publicAddress + lessonUrl(lesson?.slug ?? '', { lang });
  return { lesson, asked, urlIn };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { lesson, asked, urlIn } = await lessonFor(props);
  if (lesson === undefined) {
    const { tab } = (await textsOfRequest()).messages.learn.missing;
    return { title: tab, robots: { index: false, follow: false } };
  }
  const { title, summary, group, ref, languages } = lesson;
  const url = urlIn(asked);
  const markdown = new URL(pathOfRef(ref, '.md'), url).href;
  const others = languages.filter((language) => languages.length > 1 && language !== 'und');
  return {
    title: `${title} · ${group.title}`,
    ...(summary === '' ? {} : { description: summary }),
    alternates: {
      canonical: url,
      types: { 'text/markdown': markdown },
      languages: Object.fromEntries(others.map((language) => [language, urlIn(language)])),
    },
    openGraph: { type: 'article', siteName: 'Runbay', title, description: summary, url },
  };
}

/** A lesson, whole without a script. */
export default async function Page(props: PageProps) {
  const { lesson, asked, urlIn } = await lessonFor(props);
  // Not notFound(): what it shows is made by a script. The status has been set by proxy.ts.
  if (lesson === undefined) return <LessonMissing texts={await textsOfRequest()} />;
  const texts = await textsOfRequest();
  return (
    <LessonPage
      lesson={lesson}
      texts={texts}
      asked={asked}
      address={urlIn(asked)}
      makeFormula={formulaHtml}
    />
  );
}
