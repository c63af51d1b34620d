'use client';

import { flushSync } from 'react-dom';
import { useDemo, useDemoStore } from '@/components/demo/demo-provider';
import { useRoom } from '@/components/room/room-context';
import { FollowPanel } from './follow-panel';
import { LineNotes } from './line-notes';

const ACTIVITY = /^activity:/;

const elementOf = (item: string) => document.getElementById(item.replace(ACTIVITY, 'exercise-'));

/** What the teacher shows and notes, on a student's page within a room. */
export function RoomTools() {
  const room = useRoom();
  const store = useDemoStore();
  const blocks = useDemo((state) => state.blocks);
  const codeOf = (item: string) =>
    blocks[item]?.code ??
    // An exercise keeps its code to itself.
    (ACTIVITY.test(item) ? elementOf(item)?.querySelector('textarea')?.value : undefined);
  return (
    <>
      <FollowPanel
        room={room}
        onTake={(block, code, at) => {
          // The next key is for the student's own field, which has the text at once.
          flushSync(() => store.getState().setCode(block, code));
          goTo(elementOf(block), at);
        }}
        onShow={(block) => elementOf(block)?.scrollIntoView({ block: 'center' })}
      />
      <LineNotes room={room} codeOf={codeOf} elementOf={elementOf} />
    </>
  );
}

function goTo(block: HTMLElement | null, at: number): void {
  const field = block?.querySelector('textarea');
  block?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
  field?.setSelectionRange(at, at);
}
