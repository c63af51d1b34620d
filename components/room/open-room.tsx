'use client';

import { Users } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { problemOf } from '@/lib/client/problem';
import { wordsOfProblem } from '@/lib/client/problem-words';
import type { DemoReference } from '@/lib/rooms/contract';

interface OpenRoomProps {
  /** `d/{id}`, `s/{id}` or `learn/{slug}`. */
  demo: DemoReference;
  /** The one that is shown; absent: the newest. */
  revision?: number | undefined;
}

/** Opens a room for a class, and goes to its wall. */
export function OpenRoom({ demo, revision }: OpenRoomProps) {
  const texts = useTexts();
  const words = texts.messages.rooms.open;
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const open = async () => {
    if (isBusy) return;
    setBusy(true);
    setSaid('');
    try {
      const { openRoom } = await import('@/lib/rooms/client/room-api');
      location.assign((await openRoom(demo, revision)).wallUrl);
    } catch (error) {
      setSaid(wordsOfProblem(problemOf(error), texts).detail);
      setBusy(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className="snippet-button"
        title={words.hint}
        aria-disabled={isBusy}
        data-print="no"
        onClick={() => void open()}
      >
        <Users className="size-4" aria-hidden="true" />
        {isBusy ? words.opening : words.action}
      </button>
      <span role="alert" className="snippet-said" data-print="no">
        {said}
      </span>
    </>
  );
}
