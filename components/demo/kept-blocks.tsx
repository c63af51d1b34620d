'use client';

import { useEffect } from 'react';
import { changedBlocks, placedBlocks } from '@/lib/demos/changed-blocks';
import { keepBlocks, keptBlocks } from '@/lib/demos/kept-answers';
import { useDemoStore } from './demo-provider';

const KEEP_AFTER_MS = 400;

/** Keeps what a reader changes in the blocks of the document around it, and brings it back. It shows nothing. */
export function KeptBlocks({ reference }: { reference: string }) {
  const store = useDemoStore();
  useEffect(() => {
    const { setCode } = store.getState();
    for (const [id, code] of placedBlocks(keptBlocks(reference), store.getState())) {
      setCode(id, code);
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      keepBlocks(reference, changedBlocks(store.getState()), Date.now());
    };
    const unsubscribe = store.subscribe(({ blocks }, { blocks: before }) => {
      if (blocks === before) return;
      const isWritten = Object.keys(blocks).some((id) => blocks[id]?.code !== before[id]?.code);
      if (!isWritten) return;
      clearTimeout(timer);
      timer = setTimeout(keep, KEEP_AFTER_MS);
    });
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      unsubscribe();
      keep();
    };
  }, [store, reference]);
  return null;
}
