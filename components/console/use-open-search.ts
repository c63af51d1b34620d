import { useCallback, useRef, useState } from 'react';
import type { TranscriptSearch } from '@/lib/console/search';

interface OpenSearch {
  /** Undefined while it is closed. */
  search: TranscriptSearch | undefined;
  /** Rises each time it is asked for. */
  asked: number;
  open: () => void;
  /** Closes it and gives the focus back. */
  close: () => void;
}

/** Opens the search, whose code is fetched for the first one, and closes it. */
export function useOpenSearch(): OpenSearch {
  const [search, setSearch] = useState<TranscriptSearch>();
  const [asked, setAsked] = useState(0);
  const focusedBefore = useRef<Element>(null);

  const open = useCallback(() => {
    const { activeElement } = document;
    if (!activeElement?.closest('.search-bar')) focusedBefore.current = activeElement;
    setAsked((count) => count + 1);
    void import('@/lib/console/search').then(
      ({ TranscriptSearch }) => setSearch((before) => before ?? new TranscriptSearch()),
      // Without a connection there is no search.
      () => {},
    );
  }, []);

  const close = useCallback(() => {
    setSearch(undefined);
    const before = focusedBefore.current;
    const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
    const target = isThere ? before : document.querySelector<HTMLElement>('#console [role="log"]');
    target?.focus({ preventScroll: true });
  }, []);

  return { search, asked, open, close };
}
