import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { textsOfRequest } from '@/app/texts';
import { PresentView } from '@/components/present/present-view';
import { SpeakerView } from '@/components/present/speaker-view';
import { readDocument } from '@/lib/demos/document';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { publicRecorded } from '@/lib/demos/public-recorded';
import { readDemo } from '@/lib/demos/read-demo';
import { isAppError } from '@/lib/errors';
import { fill } from '@/lib/messages/messages';
import { readRoomCode } from '@/lib/rooms/room-code';

interface PageProps {
  params: Promise<{ ref: string[] }>;
  searchParams: Promise<Partial<Record<string, string | string[]>>>;
}

const read = cache(async (reference: string, revision: number | undefined) => {
  try {
    return await readDemo(reference, revision);
  } catch (error) {
    if (isAppError(error) && ['not_found', 'gone', 'bad_request'].includes(error.code)) notFound();
    throw error;
  }
});

async function demoOf({ params, searchParams }: PageProps) {
  const { revision } = await searchParams;
  const isNumber = typeof revision === 'string' && /^[1-9]\d{0,3}$/.test(revision);
  const reference = (await params).ref.map(decoded).join('/').replace(/^s\//, 'd/');
  return read(reference, isNumber ? Number(revision) : undefined);
}

/** Next gives them as they stand in the address. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { title } = await demoOf(props);
  const words = (await textsOfRequest()).messages.present;
  const { notes } = await props.searchParams;
  const template = notes === undefined ? words.tab : words.speaker.tab;
  return {
    title: { absolute: fill(template, { title: title || words.untitled }) },
    robots: { index: false, follow: false },
  };
}

/** A demo, a lesson or a program for an audience; with `?notes` the window that only the speaker sees. */
export default async function Page(props: PageProps) {
  const { ref, revision, title, markdown, recorded } = await demoOf(props);
  const { notes, room } = await props.searchParams;
  const shown = publicMarkdown(markdown);
  if (notes !== undefined) {
    return <SpeakerView reference={ref} revision={revision} markdown={shown} title={title} />;
  }
  return (
    <PresentView
      reference={ref}
      revision={revision}
      markdown={shown}
      recorded={publicRecorded(readDocument(shown), recorded)}
      room={typeof room === 'string' ? readRoomCode(room) : undefined}
    />
  );
}
