'use client';

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTexts } from '@/components/ui/messages-provider';
import { createApi } from '@/lib/client/api';
import { browserStorage, onNextFrame } from '@/lib/client/browser';
import type { Texts } from '@/lib/messages/messages';
import { createPlaygroundStore, type PlaygroundStore } from '@/lib/store/playground-store';
import type { PlaygroundState } from '@/lib/store/slice';
import { REMOVED_FILES_KEY, SOURCE_FILES_KEY } from '@/lib/store/source-files';

/** The playground that the components within belong to. */
export const StoreContext = createContext<PlaygroundStore | undefined>(undefined);

function createBrowserStore(texts: () => Texts) {
  return createPlaygroundStore({
    api: createApi(),
    storage: browserStorage(),
    kept: browserStorage(),
    now: () => performance.now(),
    onNextFrame,
    texts,
  });
}

export function PlaygroundProvider({ children }: { children: ReactNode }) {
  const texts = useTexts();
  const latestTexts = useRef(texts);
  const [store] = useState(() => createBrowserStore(() => latestTexts.current));

  useEffect(() => {
    latestTexts.current = texts;
  }, [texts]);

  useEffect(() => {
    const { restoreWork, restoreFiles, restorePrepared, ensureSession, loadServer } =
      store.getState();
    store.getState().restoreDocument();
    restoreWork();
    restoreFiles();
    restorePrepared();
    // The program is the reader's own by now (first-paint.ts).
    const root = document.documentElement.dataset;
    delete root.work;
    root.usable = '';
    // What was typed before comes first (use-early-text.ts).
    if (root.early === 'run') setTimeout(() => void store.getState().runProgram());
    // A session that cannot be had is asked for again, and complained about, by the first run.
    ensureSession().catch(() => {});
    void loadServer();
    // From here on every control does what it says; measured by e2e/first-load.spec.ts and bench/page.mjs.
    performance.mark('runbay-usable');
    const flush = () => {
      store.getState().flushWork();
      store.getState().flushPrepared();
      store.getState().flushFiles();
    };
    // `key` is null where another tab has cleared everything; then this one keeps what it has.
    const onStorage = ({ key }: StorageEvent) => {
      if (key === SOURCE_FILES_KEY || key === REMOVED_FILES_KEY) restoreFiles();
    };
    window.addEventListener('pagehide', flush);
    window.addEventListener('storage', onStorage);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('storage', onStorage);
    };
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
