'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { useFilesShown } from './use-files-shown';

const FilesPane = dynamic(() => import('./files-pane').then((pane) => pane.FilesPane), {
  ssr: false,
});
const ClashDialog = dynamic(() => import('./clash-dialog').then((dialog) => dialog.ClashDialog), {
  ssr: false,
});

export const FILES_PANE_ID = 'files';

/** The files: beside the editor, and over the page on a phone. Its room is there before the first paint. */
export function FilesPlace() {
  const store = usePlaygroundStore();
  const { title } = useMessages().files.pane;
  const isPhone = usePlayground((state) => state.appearance.phone);
  const shown = useFilesShown();
  const hasClash = usePlayground((state) => state.clash !== undefined);

  useEffect(() => {
    if (shown) void store.getState().refreshWorkspace();
  }, [store, shown]);

  const pane = (
    <aside id={FILES_PANE_ID} aria-label={title} className="files-place" data-phone={isPhone}>
      {shown ? <FilesPane /> : null}
    </aside>
  );
  return (
    <>
      {isPhone ? (shown ? createPortal(pane, document.body) : null) : pane}
      {hasClash ? <ClashDialog /> : null}
    </>
  );
}
