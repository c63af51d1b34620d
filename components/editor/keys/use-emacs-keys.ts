import { useEffect } from 'react';
import { useOverlay } from '@/components/actions/actions-provider';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { isApple } from '@/components/ui/platform';
import type { monaco } from '../monaco';

/** Emacs' keys in the editor, while they are wanted. */
export function useEmacsKeys(
  editor: monaco.editor.IStandaloneCodeEditor | undefined,
  isWanted: boolean,
): void {
  const store = usePlaygroundStore();
  const { setOverlay } = useOverlay();

  useEffect(() => {
    if (!editor || !isWanted) return;
    let stop: (() => void) | undefined;
    let isGone = false;
    const commands = {
      save: () => store.getState().flushWork(),
      palette: () => setOverlay('palette'),
    };
    const start = async () => {
      const { startEmacs } = await import('./emacs-keys');
      if (!isGone) stop = startEmacs(editor, commands, isApple());
    };
    // Without them the editor's own keys go on.
    start().catch(() => {});
    return () => {
      isGone = true;
      stop?.();
    };
  }, [editor, isWanted, store, setOverlay]);
}
