'use client';

import { DoorClosed, DoorOpen, Presentation, QrCode as QrSign } from 'lucide-react';
import { useState } from 'react';
import { Mark } from '@/components/ui/mark';
import { useTexts } from '@/components/ui/messages-provider';
import { copyText } from '@/lib/client/clipboard';
import { problemOf } from '@/lib/client/problem';
import { wordsOfProblem } from '@/lib/client/problem-words';
import { forgetWallKey } from '@/lib/rooms/client/own-room';
import { endRoom, setDoor } from '@/lib/rooms/client/room-api';
import type { RoomHead } from '@/lib/rooms/contract';
import { roomUrlOf, shownCode, wallUrlOf } from '@/lib/rooms/room-code';
import { SureButton } from './sure-button';
import { useWall, useWallState } from './wall-context';

interface WallHeadProps {
  room: RoomHead;
  /** A student's work lies over it. */
  isCovered: boolean;
  onPoster: () => void;
}

/** The room's name and code, and what the teacher can do with it. */
export function WallHead({ room, isCovered, onPoster }: WallHeadProps) {
  const texts = useTexts();
  const { follow, share, rooms } = texts.messages;
  const words = rooms.wall;
  const { key } = useWall();
  const isLocked = useWallState((state) => state.room?.isLocked ?? room.isLocked);
  const [said, setSaid] = useState('');
  const copy = async () => {
    const isCopied = await copyText(location.origin + wallUrlOf(room.code, key.key));
    setSaid(isCopied ? words.copied : words.notCopied);
  };
  const attempt = (work: () => Promise<void>) => {
    setSaid('');
    work().catch((error: unknown) => setSaid(wordsOfProblem(problemOf(error), texts).detail));
  };
  return (
    <header className="wall-head" inert={isCovered}>
      <a href="/" className="snippet-home" aria-label={share.page.toPlayground}>
        <Mark className="size-6" />
      </a>
      <button type="button" className="wall-code" onClick={onPoster}>
        <QrSign className="size-4" aria-hidden="true" />
        <span className="sr-only">{words.showCode}: </span>
        <span translate="no">{shownCode(room.code)}</span>
      </button>
      <h1 translate="no" dir="auto">
        {room.title || words.title}
      </h1>
      {/* biome-ignore lint/a11y/useSemanticElements: these are no fields of a form */}
      <div className="wall-actions" role="group" aria-label={words.title}>
        <a
          className="snippet-button"
          href={`/present/${room.demo}?room=${room.code}${room.revision === undefined ? '' : `&revision=${room.revision}`}`}
          target="_blank"
          rel="noreferrer"
          title={follow.teacher.liveHint}
        >
          <Presentation className="size-4" aria-hidden="true" />
          {follow.teacher.present}
        </a>
        <a className="snippet-button" href={roomUrlOf(room.code)} target="_blank" rel="noreferrer">
          {words.showDemo}
        </a>
        <button type="button" className="snippet-button" onClick={() => void copy()}>
          {words.copyLink}
        </button>
        <button
          type="button"
          className="snippet-button"
          onClick={() => attempt(() => setDoor(key, !isLocked))}
        >
          {isLocked ? (
            <DoorClosed className="size-4" aria-hidden="true" />
          ) : (
            <DoorOpen className="size-4" aria-hidden="true" />
          )}
          {isLocked ? words.openDoor : words.closeDoor}
        </button>
        <SureButton
          action={words.end}
          question={words.endSure}
          yes={words.endYes}
          no={words.keep}
          onSure={() =>
            attempt(async () => {
              await endRoom(key);
              forgetWallKey(room.code);
            })
          }
        />
      </div>
      <span role="status" className="wall-said">
        {said || (isLocked ? words.closed : '')}
      </span>
    </header>
  );
}
