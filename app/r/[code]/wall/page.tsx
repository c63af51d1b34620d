import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { readRoom, visitOfRequest } from '@/app/r/room-of-request';
import { textsOfRequest } from '@/app/texts';
import { RoomMessage } from '@/components/room/room-message';
import { WallPage } from '@/components/room/wall-page';
import { publicAddressOf } from '@/lib/http/public-address';
import { fill } from '@/lib/messages/messages';
import { readRoomCode, shownCode } from '@/lib/rooms/room-code';
import { wallItems } from '@/lib/rooms/wall-items';

interface PageProps {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { wall, missing } = (await textsOfRequest()).messages.rooms;
  const robots = { index: false, follow: false };
  const code = readRoomCode(decodeURIComponent((await params).code));
  const { status } = await visitOfRequest();
  if (status !== 200 || code === undefined) return { title: missing.tab, robots };
  return { title: fill(wall.tab, { code: shownCode(code) }), robots };
}

/** The teacher's wall. Nobody's name or code is in the page: a script asks for them with the key. */
export default async function Page({ params }: PageProps) {
  const visit = await visitOfRequest();
  if (visit.status !== 200) return <RoomMessage {...visit} />;
  const found = await readRoom((await params).code);
  if (found === undefined) return <RoomMessage status={404} />;
  const { room, demo } = found;
  const address = publicAddressOf({ headers: await headers() });
  return <WallPage room={room} items={demo ? wallItems(demo.document) : []} address={address} />;
}
