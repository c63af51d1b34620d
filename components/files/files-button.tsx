'use client';

import { Folder, FolderOpen } from 'lucide-react';
import { usePlayground } from '@/components/playground/store-provider';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import { FILES_PANE_ID } from './files-place';
import { useFilesShown } from './use-files-shown';

/** Shows the files, or hides them. */
export function FilesButton({ className }: { className?: string }) {
  const texts = useMessages().files.pane;
  const shown = useFilesShown();
  const toggle = usePlayground((state) => state.toggleFiles);
  const Icon = shown ? FolderOpen : Folder;
  return (
    <IconButton
      label={shown ? texts.hide : texts.show}
      aria-expanded={shown}
      aria-controls={shown ? FILES_PANE_ID : undefined}
      aria-keyshortcuts="Control+B Meta+B"
      className={className}
      onClick={() => toggle()}
    >
      <Icon className="size-4" aria-hidden="true" />
    </IconButton>
  );
}
