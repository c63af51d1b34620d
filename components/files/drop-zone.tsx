'use client';

import { useEffect, useState } from 'react';
import { useOpening } from '@/components/actions/actions-provider';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { addFiles } from './choose-files';

const HOVER_MS = 800;

/**
 * Files that are dropped anywhere on the page, but where `data-own-drop` stands, are added; on the card that
 * says so they are opened as the program. While they hover, the page says both.
 */
export function DropZone() {
  const store = usePlaygroundStore();
  const { files, programs: words } = useMessages();
  const texts = files.drop;
  const programs = words.drop;
  const { open } = useOpening();
  const [over, setOver] = useState(false);

  useEffect(() => {
    // Browsers tell again and again that files hover, at least each half second, and not all that they left.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setOver(false);
    };
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      if (isTakenElsewhere(event)) return hide();
      event.preventDefault();
      // Monaco would write the file's name into the program.
      event.stopPropagation();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      clearTimeout(timer);
      timer = setTimeout(hide, HOVER_MS);
      setOver(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) hide();
    };
    const onDrop = (event: DragEvent) => {
      hide();
      if (!hasFiles(event) || !event.dataTransfer || isTakenElsewhere(event)) return;
      event.preventDefault();
      event.stopPropagation();
      // Only now: the list is empty when the event is over.
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry());
      const files = [...event.dataTransfer.files];
      const isProgram = event.target instanceof Element && event.target.closest('.drop-open');
      void import('./dropped-files')
        .then(({ filesOf }) => filesOf(entries, files))
        .then((found) =>
          isProgram ? open({ kind: 'files', files: found }) : addFiles(store, found),
        );
    };
    const options = { capture: true };
    window.addEventListener('dragenter', onDragOver, options);
    window.addEventListener('dragover', onDragOver, options);
    window.addEventListener('dragleave', onDragLeave, options);
    window.addEventListener('drop', onDrop, options);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('dragenter', onDragOver, options);
      window.removeEventListener('dragover', onDragOver, options);
      window.removeEventListener('dragleave', onDragLeave, options);
      window.removeEventListener('drop', onDrop, options);
    };
  }, [store, open]);

  return over ? (
    <div className="drop-zone">
      <p className="drop-words drop-open">
        <b className="text-base font-semibold">{programs.open}</b>
        <span className="text-muted">{programs.openText}</span>
      </p>
      <p className="drop-words">
        <b className="text-base font-semibold">{texts.title}</b>
        <span className="text-muted">{texts.text}</span>
      </p>
    </div>
  ) : null;
}

/** Over a part of the page that has a use of its own for a file. */
function isTakenElsewhere({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('[data-own-drop]') !== null;
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
