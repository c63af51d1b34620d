import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { metadataOfRoom, readRoom, visitOfRequest } from '@/app/r/room-of-request';
import { RoomMessage } from '@/components/room/room-message';
import { WallPage } from '@/components/room/wall-page';
import { publicAddressOf } from '@/lib/http/public-address';
import { wallItems } from '@/lib/rooms/wall-items';

interface PageProps {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return metadataOfRoom((await params).code, ({ wall }) => wall.tab);
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
