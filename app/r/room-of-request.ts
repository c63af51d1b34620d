import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { cache } from 'react';
import { textsOfRequest } from '@/app/texts';
import { type DemoDocument, readDocument } from '@/lib/demos/document';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { publicRecorded } from '@/lib/demos/public-recorded';
import { readDemo } from '@/lib/demos/read-demo';
import type { RecordedBlocks } from '@/lib/demos/recorded';
import { isAppError } from '@/lib/errors';
import type { RoomVisit } from '@/lib/http/room-visit';
import { VISIT_HEADER } from '@/lib/http/snippet-visit';
import { fill, type Messages } from '@/lib/messages/messages';
import { rooms } from '@/lib/rooms';
import type { RoomHead } from '@/lib/rooms/contract';
import { readRoomCode, shownCode } from '@/lib/rooms/room-code';
import { roomCodeOf } from '@/lib/rooms/room-store';

/** What proxy.ts has found out. */
export async function visitOfRequest(): Promise<RoomVisit> {
  const given = (await headers()).get(VISIT_HEADER);
  return given === null ? { status: 404 } : (JSON.parse(given) as RoomVisit);
}

/** Of a room's pages, which no search engine lists; `tab` has a place for the code. */
export async function metadataOfRoom(
  given: string,
  tab: (words: Messages['rooms']) => string,
): Promise<Metadata> {
  const words = (await textsOfRequest()).messages.rooms;
  const robots = { index: false, follow: false };
  const code = readRoomCode(decodeURIComponent(given));
  const { status } = await visitOfRequest();
  if (status !== 200 || code === undefined) return { title: words.missing.tab, robots };
  return { title: fill(tab(words), { code: shownCode(code) }), robots };
}

export interface RoomWithDemo {
  room: RoomHead;
  /** What a reader may have of it; undefined where its author has deleted it. */
  demo: { document: DemoDocument; recorded: RecordedBlocks } | undefined;
}

/** Undefined where the room has ended since proxy.ts looked. */
export const readRoom = cache(async (code: string): Promise<RoomWithDemo | undefined> => {
  const room = await orUndefined(async () => (await rooms()).head(roomCodeOf(code)));
  if (room === undefined) return undefined;
  const stored = await orUndefined(() => readDemo(room.demo, room.revision));
  if (stored === undefined) return { room, demo: undefined };
  const document = readDocument(publicMarkdown(stored.markdown));
  return { room, demo: { document, recorded: publicRecorded(document, stored.recorded) } };
});

async function orUndefined<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isAppError(error) && ['room_over', 'not_found', 'gone'].includes(error.code)) {
      return undefined;
    }
    throw error;
  }
}
