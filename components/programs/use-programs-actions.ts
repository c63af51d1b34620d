import { useMemo } from 'react';
import { useOpening, useOverlay } from '@/components/actions/actions-provider';
import { usePlayground } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import type { Action } from '@/lib/actions/registry';
import { pickFiles } from './pick-files';
import { useSaveProgram } from './use-save-program';

/** What the palette offers about programs as a whole. */
export function useProgramsActions(): Action[] {
  const words = useMessages().programs.actions;
  const { setOverlay } = useOverlay();
  const { open } = useOpening();
  const save = useSaveProgram();
  const isPython = usePlayground(({ language }) => language === 'python');
  return useMemo(
    () => [
      {
        id: 'programs.list',
        label: words.list,
        group: 'Program',
        shortcut: 'Mod+O',
        keywords: words.listWords,
        run: () => setOverlay('programs'),
      },
      {
        id: 'programs.new',
        label: words.new,
        group: 'Program',
        keywords: words.newWords,
        run: () => open({ kind: 'new' }),
      },
      {
        id: 'programs.newDemo',
        label: words.newDemo,
        group: 'Program',
        keywords: words.newDemoWords,
        run: () => location.assign('/d/new'),
      },
      {
        id: 'programs.file',
        label: words.file,
        group: 'Program',
        keywords: words.fileWords,
        run: () => pickFiles((files) => open({ kind: 'files', files })),
      },
      {
        id: 'programs.address',
        label: words.address,
        group: 'Program',
        keywords: words.addressWords,
        run: () => open({ kind: 'address' }),
      },
      {
        id: 'programs.saveFile',
        label: words.saveFile,
        group: 'Program',
        keywords: words.saveWords,
        run: () => save('file'),
      },
      {
        id: 'programs.saveZip',
        label: words.saveZip,
        group: 'Program',
        keywords: words.saveWords,
        run: () => save('zip'),
      },
      {
        id: 'programs.saveNotebook',
        label: words.saveNotebook,
        group: 'Program',
        keywords: words.saveWords,
        enabled: isPython,
        run: () => save('notebook'),
      },
    ],
    [words, setOverlay, open, save, isPython],
  );
}
