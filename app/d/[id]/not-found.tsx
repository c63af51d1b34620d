import type { Metadata } from 'next';
import { textsOfRequest } from '@/app/texts';
import { SnippetMessage } from '@/components/share/snippet-message';

/** Next takes the name of a page with status 404 from here, though the page shows the same by itself. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await textsOfRequest()).messages.share.missing.tab };
}

export default function NotFound() {
  return <SnippetMessage status={404} />;
}
