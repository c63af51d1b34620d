'use client';

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTexts } from '@/components/ui/messages-provider';
import { createApi } from '@/lib/client/api';
import { browserLocks, browserStorage, onNextFrame, tabSession } from '@/lib/client/browser';
import type { Texts } from '@/lib/messages/messages';
import { DRAFT_PREFIX } from '@/lib/store/drafts';
import { createPlaygroundStore, type PlaygroundStore } from '@/lib/store/playground-store';
import type { PlaygroundState } from '@/lib/store/slice';
import { REMOVED_FILES_KEY } from '@/lib/store/source-files';
import { createTabStorage, TAB_TIME_KEY } from '@/lib/store/tab-storage';

/** The playground that the components within belong to. */
export const StoreContext = createContext<PlaygroundStore | undefined>(undefined);

function createBrowserStore(texts: () => Texts) {
  const kept = browserStorage();
  const tab = kept && createTabStorage(kept, tabSession(), browserLocks());
  const store = createPlaygroundStore({
    api: createApi(),
    storage: tab?.storage,
    kept,
    now: () => performance.now(),
    onNextFrame,
    texts,
  });
  store.setState({ tabId: tab?.id });
  return { store, tab };
}

export function PlaygroundProvider({ children }: { children: ReactNode }) {
  const texts = useTexts();
  const latestTexts = useRef(texts);
  const [{ store, tab }] = useState(() => createBrowserStore(() => latestTexts.current));

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
    const onHide = () => {
      flush();
      tab?.close();
    };
    // A phone ends pages that are out of sight without a word.
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      tab?.reopen();
      store.setState({ tabId: tab?.id });
    };
    // `key` is null where another tab has cleared everything; then this one keeps what it has.
    const onStorage = ({ key, newValue }: StorageEvent) => {
      if (key === null) tab?.lost();
      else if (key === REMOVED_FILES_KEY) store.getState().loadRemoved();
      else if (key.startsWith(DRAFT_PREFIX)) store.getState().loadDrafts();
      else if (key.startsWith(`${TAB_TIME_KEY}@`) && newValue) {
        store.setState({ otherTab: { id: key.slice(TAB_TIME_KEY.length + 1) } });
      }
    };
    window.addEventListener('pagehide', onHide);
    window.addEventListener('pageshow', onShow);
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('storage', onStorage);
    return () => {
      window.removeEventListener('pagehide', onHide);
      window.removeEventListener('pageshow', onShow);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('storage', onStorage);
    };
  }, [store, tab]);

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
