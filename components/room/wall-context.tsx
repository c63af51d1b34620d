'use client';

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Wall, WallState } from '@/lib/rooms/client/wall-store';

const WallContext = createContext<Wall | undefined>(undefined);

export const WallProvider = WallContext;

/** The room whose wall is open, to send something to it. */
export function useWall(): Wall {
  const wall = useContext(WallContext);
  if (!wall) throw new Error('This component belongs inside a WallProvider.');
  return wall;
}

export function useWallState<T>(select: (state: WallState) => T): T {
  return useStore(useWall().store, select);
}
