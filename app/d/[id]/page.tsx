import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { textsOfRequest } from '@/app/texts';
import { metadataOfMessage, originOf, VisitMessage, visitOfRequest } from '@/app/visit';
import { DemoPage } from '@/components/demo/demo-page';
import { readDocument } from '@/lib/demos/document';
import { formulaHtml } from '@/lib/demos/formula';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { storedDemo } from '@/lib/demos/read-demo';
import { isAppError } from '@/lib/errors';
import { formatsOfDemo } from '@/lib/http/demo-file';
import { publicAddressOf } from '@/lib/http/public-address';
import { snippets } from '@/lib/snippets';
import { urlOf } from '@/lib/snippets/links';
import { checkRevision } from '@/lib/snippets/snippet-request';
import { metadataOfDemo } from './metadata';

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The document as readers may have it. Undefined where it has been removed since proxy.ts looked. */
const read = cache(async (id: string, revision: string | null) => {
  try {
    const snippet = await (await snippets()).read(id, checkRevision(revision));
    const demo = storedDemo(snippet);
    return { snippet, demo, document: readDocument(publicMarkdown(demo.markdown)) };
  } catch (error) {
    if (isAppError(error) && (error.code === 'gone' || error.code === 'not_found'))
      return undefined;
    throw error;
  }
});

async function readFor({ params, searchParams }: PageProps) {
  const { revision } = await searchParams;
  return read((await params).id, typeof revision === 'string' ? revision : null);
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const texts = await textsOfRequest();
  const message = metadataOfMessage(await visitOfRequest(), texts.messages);
  if (message !== undefined) return message;
  const found = await readFor(props);
  if (found === undefined) return { title: texts.messages.share.gone.tab };
  const { snippet, demo, document } = found;
  const base = publicAddressOf({ headers: await headers() });
  const fixed = typeof (await props.searchParams).revision === 'string';
  return metadataOfDemo({ snippet, title: demo.title, document }, { base, fixed, texts });
}

/** A document whose code runs, whole without a script. */
export default async function Page(props: PageProps) {
  const visit = await visitOfRequest();
  if (visit.status !== 200) return <VisitMessage visit={visit} />;
  const found = await readFor(props);
  // To the same address, where it is found to be gone: a page cannot answer 410 by itself.
  if (found === undefined) redirect(urlOf((await props.params).id, undefined, 'demo'));
  const { snippet, demo, document } = found;
  const { markdown: _, ...facts } = demo;
  const base = publicAddressOf({ headers: await headers() });
  const isFixed = typeof (await props.searchParams).revision === 'string';
  return (
    <DemoPage
      snippet={snippet}
      demo={facts}
      document={document}
      formats={formatsOfDemo()}
      origin={await originOf(snippet.parent)}
      texts={await textsOfRequest()}
      address={base + urlOf(snippet.id, isFixed ? snippet.revision : undefined, 'demo')}
      makeFormula={formulaHtml}
    />
  );
}
