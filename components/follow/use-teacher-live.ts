import { useEffect, useMemo, useRef, useState } from 'react';
import {
  FOLLOWING_KEY,
  FOLLOWING_KIND,
  type FollowEvent,
  type Following,
  followed,
} from '@/lib/follow/following';
import { FOLLOW_KIND, readTeacherLive, type TeacherLive } from '@/lib/follow/teacher-live';
import { createFollowingTeller } from '@/lib/follow/tell-following';
import type { MessageRequest, RoomMessage } from '@/lib/rooms/contract';

/** What following needs of a room. */
export interface FollowedRoom {
  /** The kept messages of that kind. */
  messages(kind: string): RoomMessage[];
  onMessage(kind: string, handler: (message: RoomMessage) => void): () => void;
  send(message: Omit<MessageRequest, 'to'>): Promise<void>;
}

/** The teacher's editor as it is now, and whether this student follows it; the teacher is told that. */
export function useTeacherLive(room: FollowedRoom) {
  const [live, setLive] = useState<TeacherLive>();
  const [state, setState] = useState<Following>('ready');
  const isShown = useRef(false);
  const change = (event: FollowEvent) => setState((now) => followed(now, event, isShown.current));

  useEffect(() => {
    const take = (data: unknown) => {
      const next = readTeacherLive(data);
      isShown.current = next !== undefined;
      setLive(next);
      setState((now) => followed(now, next ? 'shown' : 'over', isShown.current));
    };
    const kept = room.messages(FOLLOW_KIND).at(-1);
    if (kept) take(kept.data);
    return room.onMessage(FOLLOW_KIND, ({ data }) => take(data));
  }, [room]);

  const follows = state === 'following';
  const tell = useMemo(
    () =>
      createFollowingTeller((now) =>
        room.send({ kind: FOLLOWING_KIND, key: FOLLOWING_KEY, data: now ? true : null }),
      ),
    [room],
  );
  useEffect(() => tell(follows), [tell, follows]);

  return { live, state, leave: () => change('left'), back: () => change('back') };
}
