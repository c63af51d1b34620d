import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { textsOfRequest } from '@/app/texts';
import { FramedDemo } from '@/components/framed/framed-demo';
import { readDocument } from '@/lib/demos/document';
import { formulaHtml } from '@/lib/demos/formula';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { storedDemo } from '@/lib/demos/read-demo';
import { parseEmbedOptions } from '@/lib/share/embed-code';
import { snippets } from '@/lib/snippets';
import { urlOf } from '@/lib/snippets/links';

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const read = cache(async (id: string, revision: number | undefined) => {
  const snippet = await (await snippets()).read(id, revision);
  if (snippet.kind !== 'demo') notFound();
  const { title, ref: reference, recorded, markdown } = storedDemo(snippet);
  return { snippet, title, reference, recorded, document: readDocument(publicMarkdown(markdown)) };
});

async function readFor({ params, searchParams }: PageProps) {
  const given = Object.entries(await searchParams);
  const query = given.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const options = parseEmbedOptions(new URLSearchParams(query));
  return { ...(await read((await params).id, options.revision)), options };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { title } = await readFor(props);
  const { demo } = (await textsOfRequest()).messages;
  return { title: title || demo.untitled, robots: { index: false, follow: false } };
}

/** A shared document as it stands in other people's pages. Only the server asks for it (`document-frame.ts`). */
export default async function Page(props: PageProps) {
  const { snippet, options, ...demo } = await readFor(props);
  return (
    <FramedDemo
      {...demo}
      id={snippet.id}
      options={options}
      revision={snippet.revision}
      link={urlOf(snippet.id, options.revision, 'demo')}
      texts={await textsOfRequest()}
      makeFormula={formulaHtml}
    />
  );
}
