import type { Metadata } from 'next';
import { textsOfRequest } from '@/app/texts';
import { WritingPage } from '@/components/writing/writing-page';

export async function generateMetadata(): Promise<Metadata> {
  const { writing } = (await textsOfRequest()).messages;
  return {
    title: writing.newTitle,
    description: writing.description,
    robots: { index: false, follow: false },
  };
}

/** A new demo is written here; nothing of it leaves the browser before it is shared. */
export default function Page() {
  return <WritingPage />;
}
