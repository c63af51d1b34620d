import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { textsOfRequest } from '@/app/texts';
import { LearnPage } from '@/components/learn/learn-page';
import { publicAddressOf } from '@/lib/http/public-address';
import { lessonGroups } from '@/lib/lessons';
import { QUERY_CHARACTERS } from '@/lib/lessons/find-lessons';
import { askedLanguage } from '@/lib/lessons/lesson-ref';
import { fill } from '@/lib/messages/messages';

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { tab, description } = (await textsOfRequest()).messages.learn;
  const query = await searchParams;
  const groups = (await groupsFor(query)).map(({ title }) => title).join(', ');
  const url = `${publicAddressOf({ headers: await headers() })}/learn`;
  const isSearch = query.q !== undefined;
  return {
    title: tab,
    ...(groups === '' ? {} : { description: fill(description, { groups }) }),
    alternates: { canonical: url },
    ...(isSearch ? { robots: { index: false, follow: true } } : {}),
  };
}

/** All lessons, whole without a script; `?q=` looks for some. */
export default async function Page({ searchParams }: PageProps) {
  const { q, lang } = await searchParams;
  const query = typeof q === 'string' ? q.slice(0, QUERY_CHARACTERS) : '';
  const groups = await groupsFor({ lang });
  const [asked, texts] = [askedLanguage(lang), await textsOfRequest()];
  return <LearnPage groups={groups} query={query} asked={asked} texts={texts} />;
}

/** In the language that the address asks for, else in the reader's. */
async function groupsFor({ lang }: { lang?: unknown }) {
  return lessonGroups(askedLanguage(lang) ?? (await textsOfRequest()).locale);
}
