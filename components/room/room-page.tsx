'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Mark } from '@/components/ui/mark';
import { useMessages } from '@/components/ui/messages-provider';
import { pathOfRef } from '@/lib/lessons/lesson-ref';
import { forgetOldKeys, forgetPlace, ownPlace, savePlace } from '@/lib/rooms/client/own-room';
import { openStudentRoom, type StudentRoom } from '@/lib/rooms/client/student-room';
import type { Joined, RoomHead } from '@/lib/rooms/contract';
import { shownCode } from '@/lib/rooms/room-code';
import { JoinForm } from './join-form';
import { RoomBar } from './room-bar';
import { RoomProvider } from './room-context';

interface RoomPageProps {
  room: RoomHead;
  /** The demo, which tells the room how its blocks stand (`DemoReports`). */
  children: ReactNode;
}

interface Place {
  nickname: string;
  room: StudentRoom;
  /** By the form of the door, which is gone then. */
  isNew: boolean;
}

/** A room as a student sees it: its door, then the demo in it. */
export function RoomPage({ room, children }: RoomPageProps) {
  const { code } = room;
  const [place, setPlace] = useState<Place>();
  const enter = ({ id, token, nickname }: Joined) => {
    savePlace(code, { id, key: token, nickname });
    setPlace({ nickname, room: openStudentRoom({ code, key: token }), isNew: true });
  };
  useEffect(() => {
    forgetOldKeys();
    const own = ownPlace(code);
    if (!own) return;
    const opened = openStudentRoom({ code, key: own.key });
    setPlace({ nickname: own.nickname, room: opened, isNew: false });
    return () => opened.close();
  }, [code]);

  if (!place) return <Door room={room} onJoined={enter} />;
  return (
    <RoomProvider value={place.room}>
      <Inside
        head={room}
        {...place}
        onOut={() => {
          forgetPlace(code);
          place.room.close();
          setPlace(undefined);
        }}
      >
        {children}
      </Inside>
    </RoomProvider>
  );
}

function Door({ room, onJoined }: { room: RoomHead; onJoined: (joined: Joined) => void }) {
  const { rooms, share } = useMessages();
  const words = rooms.join;
  return (
    <main className="room-door">
      <a href="/" className="snippet-home" aria-label={share.page.toPlayground}>
        <Mark className="size-9" />
      </a>
      <h1>
        {words.title}{' '}
        <span className="room-code" translate="no">
          {shownCode(room.code)}
        </span>
      </h1>
      {room.title === '' ? null : (
        <p className="room-demo">
          {words.demo}{' '}
          <bdi translate="no">
            <strong>{room.title}</strong>
          </bdi>
        </p>
      )}
      <noscript>
        <p className="room-notice">{words.noScript}</p>
      </noscript>
      <JoinForm room={room} onJoined={onJoined} />
    </main>
  );
}

interface InsideProps extends Place {
  head: RoomHead;
  onOut: () => void;
  children: ReactNode;
}

function Inside({ head, nickname, room, isNew, onOut, children }: InsideProps) {
  const { rooms, share } = useMessages();
  const link = useStore(room.store, (state) => state.link);
  const { code } = head;
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isNew) main.current?.focus();
  }, [isNew]);
  useEffect(() => {
    if (link === 'over' || link === 'out') forgetPlace(code);
  }, [link, code]);
  return (
    <div className="snippet-page room-inside">
      <header className="snippet-head room-head" data-print="no">
        <a href="/" className="snippet-home" aria-label={share.page.toPlayground}>
          <Mark className="size-6" />
        </a>
        {link === 'over' ? (
          <Notice {...rooms.over}>
            <a className="snippet-button" href={pathOfRef(head.demo)}>
              {rooms.over.toDemo}
            </a>
          </Notice>
        ) : link === 'out' ? (
          <Notice {...rooms.out}>
            <button type="button" className="snippet-button" onClick={onOut}>
              {rooms.out.again}
            </button>
          </Notice>
        ) : (
          <RoomBar
            nickname={nickname}
            onLeave={() => {
              // Where the room does not hear it, the key is forgotten all the same.
              room
                .leave()
                .catch(() => {})
                .finally(onOut);
            }}
          />
        )}
      </header>
      <main ref={main} className="demo-page" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Notice({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div role="alert" className="room-notice room-end">
      <div>
        <p>
          <strong>{title}</strong>
        </p>
        <p>{text}</p>
      </div>
      {children}
    </div>
  );
}
