import type { Metadata } from 'next';
import { textsOfRequest } from '@/app/texts';
import { DemoView, hasOwnTitle } from '@/components/demo/demo-view';
import { RoomTools } from '@/components/follow/room-tools';
import { DemoReports } from '@/components/room/demo-reports';
import { RoomMessage } from '@/components/room/room-message';
import { RoomPage } from '@/components/room/room-page';
import { formulaHtml } from '@/lib/demos/formula';
import { wallItems } from '@/lib/rooms/wall-items';
import { metadataOfRoom, readRoom, visitOfRequest } from '../room-of-request';

interface PageProps {
  params: Promise<{ code: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return metadataOfRoom((await params).code, ({ join }) => join.tab);
}

/** A room as a student sees it. */
export default async function Page({ params }: PageProps) {
  const visit = await visitOfRequest();
  if (visit.status !== 200) return <RoomMessage {...visit} />;
  const found = await readRoom((await params).code);
  if (found === undefined) return <RoomMessage status={404} />;
  const { room, demo } = found;
  if (demo === undefined) return <RoomMessage status={200} />;
  const texts = await textsOfRequest();
  const items = wallItems(demo.document).map(({ item }) => item);
  return (
    <RoomPage room={room}>
      {hasOwnTitle(demo.document) ? null : (
        <h1 className="demo-title" dir="auto" translate="no">
          {room.title || texts.messages.demo.untitled}
        </h1>
      )}
      <DemoView
        {...demo}
        reference={room.demo}
        revision={room.revision}
        texts={texts}
        makeFormula={formulaHtml}
      >
        <DemoReports items={items} />
        <RoomTools />
      </DemoView>
    </RoomPage>
  );
}
