import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { textsOfRequest } from '@/app/texts';
import { SnippetMessage } from '@/components/share/snippet-message';
import { SnippetPage } from '@/components/share/snippet-page';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { formatsOf } from '@/lib/http/snippet-file';
import { type SnippetVisit, VISIT_HEADER } from '@/lib/http/snippet-visit';
import { fill } from '@/lib/messages/messages';
import { snippets } from '@/lib/snippets';
import { checkRevision } from '@/lib/snippets/snippet-request';

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What proxy.ts has found out. */
async function visitOfRequest(): Promise<SnippetVisit> {
  const given = (await headers()).get(VISIT_HEADER);
  return given === null ? { status: 404 } : (JSON.parse(given) as SnippetVisit);
}

const read = cache(async (id: string, revision: string | null) =>
  (await snippets()).read(id, checkRevision(revision)),
);

async function readFor({ params, searchParams }: PageProps) {
  const { revision } = await searchParams;
  return read((await params).id, typeof revision === 'string' ? revision : null);
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const visit = await visitOfRequest();
  const { share } = (await textsOfRequest()).messages;
  const robots = { index: false, follow: false };
  if (visit.status === 410) return { title: share.gone.tab, robots };
  if (visit.status === 429) return { title: share.busy.tab, robots };
  if (visit.status === 503) return { title: share.unavailable.tab, robots };
  if (visit.status !== 200) return { title: share.missing.tab, robots };
  const { title, language, visibility } = await readFor(props);
  const { name } = LANGUAGE_NAMES[language];
  const shown = title || fill(share.page.untitled, { language: name });
  const description = fill(share.page.description, { language: name });
  return {
    title: shown,
    description,
    openGraph: { type: 'article', siteName: 'Runbay', title: shown, description },
    twitter: { card: 'summary', title: shown, description },
    ...(visibility === 'listed' ? {} : { robots }),
  };
}

/** A shared program, whole without a script. */
export default async function Page(props: PageProps) {
  const visit = await visitOfRequest();
  if (visit.status === 404) notFound();
  if (visit.status !== 200) {
    return <SnippetMessage status={visit.status} {...('retryAfterS' in visit ? visit : {})} />;
  }
  const snippet = await readFor(props);
  return (
    <SnippetPage
      snippet={snippet}
      formats={formatsOf(snippet.language)}
      texts={await textsOfRequest()}
    />
  );
}
