import { useEffect, useRef } from 'react';
import { focusPane } from '@/components/actions/focus-pane';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { isActive } from '@/lib/store/selectors';
import type { monaco } from '../monaco';

/** Vim's keys in the editor, and below it Vim's line: mode, commands, search. */
export function VimStatus({ editor }: { editor: monaco.editor.IStandaloneCodeEditor }) {
  const store = usePlaygroundStore();
  const words = useMessages().editor.vim;
  const line = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    const commands = {
      run: () => void store.getState().runProgram(),
      stop: () => {
        const wasActive = isActive(store.getState());
        if (wasActive) void store.getState().stopProgram();
        return wasActive;
      },
      save: () => store.getState().flushWork(),
      leave: () => focusPane('console'),
    };
    // What is typed until Vim is there is meant for Vim.
    const setReadOnly = (readOnly: boolean) => editor.updateOptions({ readOnly });
    const start = async () => {
      setReadOnly(true);
      const { startVim } = await import('./vim-keys');
      if (!isGone && line.current) stop = startVim(editor, line.current, commands, words);
    };
    start()
      .catch(() => {
        if (line.current) line.current.textContent = words.notLoaded;
      })
      .finally(() => setReadOnly(false));
    return () => {
      isGone = true;
      stop?.();
    };
  }, [editor, store, words]);

  return <div ref={line} className="vim-status" />;
}
