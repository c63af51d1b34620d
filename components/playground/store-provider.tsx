'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createApi } from '@/lib/client/api';
import { browserStorage, onNextFrame } from '@/lib/client/browser';
import { createPlaygroundStore, type PlaygroundStore } from '@/lib/store/playground-store';
import type { PlaygroundState } from '@/lib/store/slice';

const StoreContext = createContext<PlaygroundStore | undefined>(undefined);

function createBrowserStore() {
  return createPlaygroundStore({
    api: createApi(),
    storage: browserStorage(),
    now: () => performance.now(),
    onNextFrame,
  });
}

export function PlaygroundProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createBrowserStore);

  useEffect(() => {
    const { restoreWork, ensureSession, loadServer } = store.getState();
    restoreWork();
    // A session that cannot be had is asked for again, and complained about, by the first run.
    ensureSession().catch(() => {});
    void loadServer();
    const flush = () => store.getState().flushWork();
    window.addEventListener('pagehide', flush);
    return () => window.removeEventListener('pagehide', flush);
  }, [store]);

  return <StoreContext value={store}>{children}</StoreContext>;
}

export function usePlaygroundStore(): PlaygroundStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error('This component belongs inside a PlaygroundProvider.');
  return store;
}

export function usePlayground<T>(selector: (state: PlaygroundState) => T): T {
  return useStore(usePlaygroundStore(), selector);
}
