/** What proxy.ts has found out of a shared program or demo, and the page in place of one that cannot be shown. */
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { Origin } from '@/components/share/origin-fact';
import { SnippetMessage } from '@/components/share/snippet-message';
import { type SnippetVisit, VISIT_HEADER } from '@/lib/http/snippet-visit';
import type { Messages } from '@/lib/messages/messages';
import { snippets } from '@/lib/snippets';
import type { RevisionName } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';
import { isGone } from '@/lib/snippets/store';

export async function visitOfRequest(): Promise<SnippetVisit> {
  const given = (await headers()).get(VISIT_HEADER);
  return given === null ? { status: 404 } : (JSON.parse(given) as SnippetVisit);
}

/** Of the page in its place; undefined where it is shown. */
export function metadataOfMessage({ status }: SnippetVisit, { share }: Messages) {
  if (status === 200) return undefined;
  const robots = { index: false, follow: false };
  if (status === 410) return { title: share.gone.tab, robots } satisfies Metadata;
  if (status === 429) return { title: share.busy.tab, robots } satisfies Metadata;
  if (status === 503) return { title: share.unavailable.tab, robots } satisfies Metadata;
  return { title: share.missing.tab, robots } satisfies Metadata;
}

/** Not notFound(): what it shows is made by a script. The status has been set by proxy.ts. */
export function VisitMessage({ visit }: { visit: SnippetVisit }) {
  return <SnippetMessage status={visit.status} {...('retryAfterS' in visit ? visit : {})} />;
}

export async function originOf(parent: RevisionName | undefined): Promise<Origin | undefined> {
  if (parent === undefined) return undefined;
  const found = await (await snippets()).find(parent.id);
  if (found === undefined || isGone(found)) return 'gone';
  return { url: urlOf(parent.id, parent.revision, found.kind), title: found.title };
}
