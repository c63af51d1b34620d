'use client';

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { DemoProblem } from '@/lib/demos/lint';
import type { WritingState, WritingStore } from '@/lib/demos/write/writing-store';
import type { PlaygroundStore } from '@/lib/store/playground-store';
import type { DemoStores } from './demo-stores';

export interface Writing extends DemoStores {
  store: WritingStore;
  /** The editor's own: the document is a file of it. */
  source: PlaygroundStore;
  problems: readonly DemoProblem[];
}

/** The demo that is being written on the page. */
export const WritingContext = createContext<Writing | undefined>(undefined);

export function useWritingPage(): Writing {
  const writing = useContext(WritingContext);
  if (!writing) throw new Error('This component belongs inside a WritingContext.');
  return writing;
}

export function useWriting<T>(selector: (state: WritingState) => T): T {
  return useStore(useWritingPage().store, selector);
}
