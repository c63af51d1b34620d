import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { textsOfRequest } from '@/app/texts';
import { metadataOfMessage, originOf, VisitMessage, visitOfRequest } from '@/app/visit';
import { SnippetPage } from '@/components/share/snippet-page';
import { config } from '@/lib/config';
import { isAppError } from '@/lib/errors';
import { publicAddressOf } from '@/lib/http/public-address';
import { formatsOf } from '@/lib/http/snippet-file';
import { keepsOutputBack, type Query, readPrediction, withPredict } from '@/lib/share/predict';
import { snippets } from '@/lib/snippets';
import type { ProgramSnippet } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';
import { checkRevision } from '@/lib/snippets/snippet-request';
import { metadataOf } from './metadata';

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Query>;
}

/** Undefined where it has been removed since proxy.ts looked. */
const read = cache(
  async (id: string, revision: string | null): Promise<ProgramSnippet | undefined> => {
    try {
      const found = await (await snippets()).read(id, checkRevision(revision));
      // proxy.ts sends those who ask for a demo to its own page.
      return found.kind === 'program' ? found : undefined;
    } catch (error) {
      if (isAppError(error) && (error.code === 'gone' || error.code === 'not_found'))
        return undefined;
      throw error;
    }
  },
);

async function readFor({ params, searchParams }: PageProps): Promise<ProgramSnippet | undefined> {
  const query = await searchParams;
  const { revision } = query;
  const snippet = await read((await params).id, typeof revision === 'string' ? revision : null);
  if (!snippet || !keepsOutputBack(query)) return snippet;
  const { receipt: _, ...withoutOutput } = snippet;
  return withoutOutput;
}

/** The earlier revision that the address asks to compare with. */
async function earlierOf({ id, revision }: ProgramSnippet, since: Query[string]) {
  const number = typeof since === 'string' && /^[1-9]\d{0,3}$/.test(since) ? Number(since) : 0;
  return number >= 1 && number < revision ? read(id, String(number)) : undefined;
}

/** As a reader would pass it on: of this revision where the address names one, and with what it keeps back. */
async function addressOf({ id, revision }: ProgramSnippet, query: Query): Promise<string> {
  const fixed = typeof query.revision === 'string' ? revision : undefined;
  const address = publicAddressOf({ headers: await headers() }) + urlOf(id, fixed);
  return query.predict === undefined ? address : withPredict(address);
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const visit = await visitOfRequest();
  const { messages } = await textsOfRequest();
  const message = metadataOfMessage(visit, messages);
  if (message !== undefined) return message;
  const snippet = await readFor(props);
  if (snippet === undefined) return { title: messages.share.gone.tab, robots: { index: false } };
  const query = await props.searchParams;
  return metadataOf(snippet, {
    base: publicAddressOf({ headers: await headers() }),
    fixed: typeof query.revision === 'string',
    hidesOutput: query.predict !== undefined,
    texts: await textsOfRequest(),
  });
}

/** A shared program, whole without a script. */
export default async function Page(props: PageProps) {
  const visit = await visitOfRequest();
  if (visit.status !== 200) return <VisitMessage visit={visit} />;
  const snippet = await readFor(props);
  // To the same address, where it is found to be gone: a page cannot answer 410 by itself.
  if (snippet === undefined) redirect(urlOf((await props.params).id));
  const query = await props.searchParams;
  const prediction = readPrediction(query);
  return (
    <SnippetPage
      snippet={snippet}
      formats={formatsOf(snippet.language)}
      texts={await textsOfRequest()}
      address={await addressOf(snippet, query)}
      origin={await originOf(snippet.parent)}
      since={prediction ? undefined : await earlierOf(snippet, query.since)}
      prediction={prediction}
      canStep={config().engine === 'local'}
    />
  );
}
