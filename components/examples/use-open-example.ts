import { useCallback } from 'react';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import type { Example } from '@/lib/examples/catalogue';
import { loadPrograms } from '@/lib/examples/programs';
import { openDraft } from '@/lib/share/take-up';
import type { Draft } from '@/lib/store/drafts';

/** Opens an example in the editor. Rejects where its code cannot be fetched. */
export function useOpenExample(): (example: Example) => Promise<void> {
  const store = usePlaygroundStore();
  return useCallback(
    async ({ id, language }) => {
      const programs = await loadPrograms(language);
      const code = programs.get(id);
      if (code === undefined) throw new Error(`There is no code of the example ${id}.`);
      store.getState().openProgram({ language, code }, new Set(programs.values()));
    },
    [store],
  );
}

/** Brings a draft back into the editor, also where the examples cannot be fetched. */
export function useBringBack(): (draft: Draft) => Promise<void> {
  const store = usePlaygroundStore();
  return useCallback(
    async (draft) => {
      const programs = await loadPrograms(draft.language).catch(() => undefined);
      if (draft.files) openDraft(store, draft);
      else store.getState().bringBack(draft, programs && new Set(programs.values()));
    },
    [store],
  );
}
