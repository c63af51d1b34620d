import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { textsOfRequest } from '@/app/texts';
import { LearnPage } from '@/components/learn/learn-page';
import { publicAddressOf } from '@/lib/http/public-address';
import { lessonGroups } from '@/lib/lessons';
import { QUERY_CHARACTERS } from '@/lib/lessons/find-lessons';
import { fill } from '@/lib/messages/messages';

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { tab, description } = (await textsOfRequest()).messages.learn;
  const groups = (await lessonGroups()).map(({ title }) => title).join(', ');
  const url = `${publicAddressOf({ headers: await headers() })}/learn`;
  const isSearch = (await searchParams).q !== undefined;
  return {
    title: tab,
    ...(groups === '' ? {} : { description: fill(description, { groups }) }),
    alternates: { canonical: url },
    ...(isSearch ? { robots: { index: false, follow: true } } : {}),
  };
}

/** All lessons, whole without a script; `?q=` looks for some. */
export default async function Page({ searchParams }: PageProps) {
  const { q } = await searchParams;
  const query = typeof q === 'string' ? q.slice(0, QUERY_CHARACTERS) : '';
  return <LearnPage groups={await lessonGroups()} query={query} texts={await textsOfRequest()} />;
}
