import { useCallback } from 'react';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { type SaveForm, saveProgram } from '@/lib/share/files/save-program';
import { programOf } from '@/lib/share/share-request';
import { originOf } from '@/lib/share/take-up';

/** Gives the user the program in the editor as a file. */
export function useSaveProgram(): (form: SaveForm) => void {
  const store = usePlaygroundStore();
  return useCallback(
    (form) => {
      const { id, title = '' } = originOf(store) ?? {};
      void saveProgram(form, programOf(store.getState()), { title, id });
    },
    [store],
  );
}
