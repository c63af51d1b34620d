import { useMemo } from 'react';
import { useActions } from '@/components/actions/actions-provider';
import { focusPane } from '@/components/actions/focus-pane';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { useDownload } from './use-download';

/** Search and download in the palette. */
export function useOutputActions(openSearch: () => void): void {
  const texts = useMessages().console;
  const store = usePlaygroundStore();
  const download = useDownload();
  const isEmpty = usePlayground((state) => state.outputVersion >= 0 && state.transcript.isEmpty);

  useActions(
    useMemo(
      () => [
        {
          id: 'console.search',
          label: texts.search.open,
          group: 'Console' as const,
          shortcut: 'Mod+F',
          keywords: texts.search.keywords,
          enabled: !isEmpty,
          run: () => {
            if (store.getState().maximised === 'editor') store.getState().maximise(undefined);
            focusPane('console');
            // Behind the pane's own turn to get the focus.
            requestAnimationFrame(openSearch);
          },
        },
        {
          id: 'console.download',
          label: texts.downloadAction,
          group: 'Console' as const,
          keywords: texts.downloadKeywords,
          enabled: !isEmpty,
          run: download,
        },
      ],
      [texts, store, isEmpty, openSearch, download],
    ),
  );
}
