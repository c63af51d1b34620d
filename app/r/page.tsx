import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { textsOfRequest } from '@/app/texts';
import { EnterCode } from '@/components/room/enter-code';
import { readRoomCode, roomUrlOf } from '@/lib/rooms/room-code';

interface PageProps {
  searchParams: Promise<{ code?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await textsOfRequest()).messages.rooms.enter.tab };
}

/** Where a code is typed. */
export default async function Page({ searchParams }: PageProps) {
  const given = (await searchParams).code;
  const typed = typeof given === 'string' ? given : undefined;
  const code = typed === undefined ? undefined : readRoomCode(typed);
  if (code !== undefined) redirect(roomUrlOf(code));
  return <EnterCode typed={typed?.slice(0, 40)} />;
}
