'use client';

import { Upload, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import { chooseFiles } from './choose-files';
import { ProgramFiles } from './program-files';
import { RemovedFiles } from './removed-files';
import { SessionFiles } from './session-files';

/** The program's files, the session's, and those that were removed. */
export function FilesPane() {
  const store = usePlaygroundStore();
  const texts = useMessages().files;
  const toggle = usePlayground((state) => state.toggleFiles);
  const head = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // Not where the page began with it.
    if (document.activeElement !== document.body) head.current?.focus();
  }, []);

  const close = () => {
    toggle();
    const buttons = document.querySelectorAll<HTMLElement>(
      '[aria-keyshortcuts="Control+B Meta+B"]',
    );
    [...buttons].find((button) => button.checkVisibility())?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it, wherever in it the focus is
    <div className="files-pane" onKeyDown={onKeyDown}>
      <div className="files-head">
        <h2 ref={head} id="files-head" tabIndex={-1} className="mr-auto font-medium outline-none">
          {texts.pane.title}
        </h2>
        <IconButton label={texts.pane.upload} onClick={() => chooseFiles(store)}>
          <Upload className="size-4" aria-hidden="true" />
        </IconButton>
        <IconButton label={texts.pane.close} onClick={close}>
          <X className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
      <div className="files-lists">
        <ProgramFiles />
        <SessionFiles />
        <RemovedFiles />
      </div>
    </div>
  );
}
