'use client';

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StudentRoom, StudentRoomState } from '@/lib/rooms/client/student-room';

const RoomContext = createContext<StudentRoom | undefined>(undefined);

export const RoomProvider = RoomContext;

/** The room that this page is in, as a student. */
export function useRoom(): StudentRoom {
  const room = useContext(RoomContext);
  if (!room) throw new Error('This component belongs inside a RoomProvider.');
  return room;
}

export function useRoomState<T>(select: (state: StudentRoomState) => T): T {
  return useStore(useRoom().store, select);
}
