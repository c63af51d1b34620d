'use client';

import { ChangedBar } from '@/components/files/changed-bar';
import { DOCUMENT_ID, documentTabId, FileTabs } from '@/components/files/file-tabs';
import { FilesButton } from '@/components/files/files-button';
import { FilesPlace } from '@/components/files/files-place';
import { MaximiseButton } from '@/components/playground/maximise-button';
import { usePlayground } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import type { Piece } from '@/lib/highlight/pieces';
import { ChosenEditor } from './chosen-editor';

/** `firstLines`: the first program's colours, from the server. */
export function EditorPane({ firstLines }: { firstLines: readonly Piece[][] }) {
  const { title } = useMessages().editor;
  const openIndex = usePlayground(
    ({ sourceFiles, openPath }) => sourceFiles.findIndex(({ path }) => path === openPath) + 1,
  );
  return (
    <section
      id="editor"
      aria-label={title}
      tabIndex={-1}
      className="outline-none flex h-full min-w-0 flex-col bg-surface"
    >
      <EditorHead />
      <div className="editor-body">
        <FilesPlace />
        <div
          id={DOCUMENT_ID}
          role="tabpanel"
          aria-labelledby={documentTabId(openIndex)}
          className="flex min-h-0 min-w-0 flex-1 flex-col"
        >
          <ChangedBar />
          <div translate="no" className="relative min-h-0 flex-1">
            <ChosenEditor firstLines={firstLines} />
          </div>
        </div>
      </div>
    </section>
  );
}

function EditorHead() {
  const hasFiles = usePlayground((state) => state.sourceFiles.length > 0 || !!state.naming);
  return (
    <div className="pane-head file-head" data-has-files={hasFiles}>
      <FilesButton className="max-sm:hidden" />
      <FileTabs />
      <MaximiseButton pane="editor" />
    </div>
  );
}
