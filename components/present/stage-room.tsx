'use client';

import { Radio } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useDemoStore } from '@/components/demo/demo-provider';
import { useBroadcast } from '@/components/follow/use-broadcast';
import { useTexts } from '@/components/ui/messages-provider';
import type { DemoDocument } from '@/lib/demos/document';
import { countFollowers, FOLLOWING_KIND } from '@/lib/follow/following';
import { fillPlural } from '@/lib/messages/messages';
import { ownWallKey } from '@/lib/rooms/client/own-room';
import { openWall, type Wall } from '@/lib/rooms/client/wall-store';
import type { StageShown } from './stage';

interface StageRoomProps {
  code: string;
  document: DemoDocument;
  /** What the audience looks at. */
  shown: StageShown | undefined;
}

/** Lets the room follow the stage, and says how many do. Nothing where this browser has no key to the wall. */
export function StageRoom({ code, document, shown }: StageRoomProps) {
  const { locale, messages } = useTexts();
  const words = messages.follow.teacher;
  const store = useDemoStore();
  const wall = useOwnWall(code);
  const followers = useFollowers(wall);
  const part = document.parts.find((one) => one.kind === 'code' && one.id === shown?.block);
  const arrives = useBroadcast({
    send: wall?.send,
    store,
    part: part?.kind === 'code' ? part : undefined,
    marked: shown?.marked,
  });
  if (!wall) return null;
  return (
    <span className="live-state" data-live={arrives} role="status" title={words.live}>
      <Radio className="size-4" aria-hidden="true" />
      {arrives ? fillPlural(locale, words.followers, followers) : words.failed}
    </span>
  );
}

function useOwnWall(code: string): Wall | undefined {
  const [wall, setWall] = useState<Wall>();
  useEffect(() => {
    const key = ownWallKey(code);
    if (key === undefined) return;
    const opened = openWall({ code, key });
    setWall(opened);
    return () => opened.close();
  }, [code]);
  return wall;
}

function useFollowers(wall: Wall | undefined): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (!wall) return;
    const read = () => {
      const told = new Map(
        wall.messages(FOLLOWING_KIND).map(({ from, data }) => [from, data] as const),
      );
      const here = wall.store.getState().students.filter(({ isHere }) => isHere);
      setCount(
        countFollowers(
          here.map(({ id }) => id),
          told,
        ),
      );
    };
    read();
    return wall.store.subscribe(read);
  }, [wall]);
  return count;
}
