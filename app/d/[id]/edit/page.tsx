import type { Metadata } from 'next';
import { textsOfRequest } from '@/app/texts';
import { WritingPage } from '@/components/writing/writing-page';

interface PageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const { writing } = (await textsOfRequest()).messages;
  // Its title may be for those who have the secret.
  return { title: writing.untitled, robots: { index: false, follow: false } };
}

/** A demo is changed here by who has its secret; for everybody else it is the beginning of a demo of their own. */
export default async function Page({ params }: PageProps) {
  return <WritingPage id={(await params).id} />;
}
