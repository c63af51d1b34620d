import { useEffect, useMemo } from 'react';
import { useActions } from '@/components/actions/actions-provider';
import { focusPane } from '@/components/actions/focus-pane';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';

/** The way to the prompt, and by the same key back to the editor. */
export function usePromptActions(): void {
  const store = usePlaygroundStore();
  const { actions } = useMessages().prompt;

  useActions(
    useMemo(
      () => [
        {
          id: 'prompt.focus',
          label: actions.goTo,
          group: 'Console',
          shortcut: 'Mod+J',
          keywords: actions.goToKeywords,
          run: () => goTo(store, 'prompt'),
        },
      ],
      [store, actions],
    ),
  );

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (event.defaultPrevented || key.toLowerCase() !== 'j' || altKey || shiftKey) return;
      if (!ctrlKey && !metaKey) return;
      event.preventDefault();
      goTo(store, document.activeElement?.id === 'prompt' ? 'editor' : 'prompt');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
}

function goTo(store: ReturnType<typeof usePlaygroundStore>, pane: 'editor' | 'prompt'): void {
  store.getState().maximise(undefined);
  focusPane(pane);
}
