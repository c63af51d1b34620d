'use client';

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Message, MessageLink } from '@/components/ui/message';
import { useMessages } from '@/components/ui/messages-provider';
import { forgetOldKeys, forgetWallKey, ownWallKey, saveWallKey } from '@/lib/rooms/client/own-room';
import { type Wall as OpenWall, openWall } from '@/lib/rooms/client/wall-store';
import type { RoomHead } from '@/lib/rooms/contract';
import { roomUrlOf } from '@/lib/rooms/room-code';
import type { WallItem } from '@/lib/rooms/wall-view';
import { Wall } from './wall';
import { WallProvider } from './wall-context';

interface WallPageProps {
  room: RoomHead;
  items: readonly WallItem[];
  address: string;
}

/**
 * Opens the wall with the key in the fragment, or with the one that this browser keeps. The fragment goes
 * then: the page may be shown to a class.
 */
export function WallPage(props: WallPageProps) {
  const { code } = props.room;
  const [wall, setWall] = useState<OpenWall | 'no key'>();
  useEffect(() => {
    let opened: OpenWall | undefined;
    const look = () => {
      const given = /^#key=([a-z0-9]{10,64})$/.exec(location.hash)?.[1];
      const key = given ?? ownWallKey(code);
      if (given !== undefined && saveWallKey(code, given)) {
        history.replaceState(history.state, '', location.pathname);
      }
      opened?.close();
      opened = key === undefined ? undefined : openWall({ code, key });
      setWall(opened ?? 'no key');
    };
    forgetOldKeys();
    look();
    window.addEventListener('hashchange', look);
    return () => {
      window.removeEventListener('hashchange', look);
      opened?.close();
    };
  }, [code]);
  const words = useMessages().rooms.wall.noKey;
  if (wall === undefined) return null;
  if (wall === 'no key') {
    return (
      <Message title={words.title}>
        <p>{words.text}</p>
        <MessageLink href={roomUrlOf(code)}>{words.join}</MessageLink>
      </Message>
    );
  }
  return (
    <WallProvider value={wall}>
      <OpenedWall wall={wall} {...props} />
    </WallProvider>
  );
}

function OpenedWall({ wall, ...props }: WallPageProps & { wall: OpenWall }) {
  const words = useMessages().rooms.wall;
  const link = useStore(wall.store, (state) => state.link);
  const { code } = props.room;
  useEffect(() => {
    if (link === 'out' || link === 'over') forgetWallKey(code);
  }, [link, code]);
  if (link === 'out') {
    return (
      <Message title={words.wrongKey.title}>
        <p>{words.wrongKey.text}</p>
        <MessageLink href={roomUrlOf(code)}>{words.noKey.join}</MessageLink>
      </Message>
    );
  }
  return <Wall {...props} />;
}
