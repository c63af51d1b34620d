'use client';

import { Hand } from 'lucide-react';
import { Filled } from '@/components/ui/filled';
import { useMessages } from '@/components/ui/messages-provider';
import { LinkNote } from './link-note';
import { useRoom, useRoomState } from './room-context';
import { SureButton } from './sure-button';

interface RoomBarProps {
  nickname: string;
  onLeave: () => void;
}

/** In the room: who one is, whether the room hears, the hand, and the way out. */
export function RoomBar({ nickname, onLeave }: RoomBarProps) {
  const { bar, link: linkWords } = useMessages().rooms;
  const room = useRoom();
  const { link, isHandUp, hasTooMuchCode } = useRoomState((state) => state);
  return (
    <section className="room-bar" aria-label={bar.label} data-print="no">
      <span className="room-you">
        <Filled
          text={bar.you}
          values={{
            name: (
              <bdi key="name" translate="no">
                {nickname}
              </bdi>
            ),
          }}
        />
      </span>
      <LinkNote link={link} lost={linkWords.lost} onRetry={() => room.retry()} />
      <button
        type="button"
        className="snippet-button room-hand"
        aria-pressed={isHandUp}
        onClick={() => room.setHand(!isHandUp)}
      >
        <Hand className="size-4" aria-hidden="true" />
        {isHandUp ? bar.lower : bar.raise}
      </button>
      <SureButton
        action={bar.leave}
        question={bar.leaveSure}
        yes={bar.leaveYes}
        no={bar.stay}
        onSure={onLeave}
      />
      <p role="status" className="room-said">
        {[isHandUp ? bar.isUp : '', hasTooMuchCode ? bar.tooMuch : ''].join(' ').trim()}
      </p>
    </section>
  );
}
