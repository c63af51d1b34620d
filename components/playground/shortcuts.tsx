'use client';

import { useEffect } from 'react';
import { isActive } from '@/lib/store/selectors';
import { usePlaygroundStore } from './store-provider';

/** Run and Stop by key, wherever the focus is. The editor has both of its own (editor-commands.ts). */
export function Shortcuts() {
  const store = usePlaygroundStore();

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented || event.isComposing || target.closest('.monaco-editor')) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        void store.getState().runProgram();
      } else if (event.key === 'Escape' && isActive(store.getState())) {
        // An open dialog closes by the same key first.
        if (document.querySelector('[aria-haspopup][aria-expanded="true"]')) return;
        event.preventDefault();
        void store.getState().stopProgram();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);

  return null;
}
