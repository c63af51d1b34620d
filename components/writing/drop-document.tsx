'use client';

import { useEffect, useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { openDocument } from './open-files';
import { useWritingPage } from './writing-context';

const HOVER_MS = 800;

/** A file that is dropped anywhere on the page is opened; while it hovers, the page says so. */
export function DropDocument() {
  const texts = useTexts();
  const words = texts.messages.writing.files;
  const { store } = useWritingPage();
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Browsers tell again and again that files hover, and not all that they left.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      clearTimeout(timer);
      setOver(false);
    };
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files');
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      // Monaco would write the file's name into the document.
      event.stopPropagation();
      clearTimeout(timer);
      timer = setTimeout(hide, HOVER_MS);
      setOver(true);
    };
    const onDrop = (event: DragEvent) => {
      hide();
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const file = event.dataTransfer?.files[0];
      if (file) void openDocument(file, store, texts);
    };
    const options = { capture: true };
    const overs = ['dragenter', 'dragover'] as const;
    for (const name of overs) window.addEventListener(name, onDragOver, options);
    window.addEventListener('drop', onDrop, options);
    return () => {
      clearTimeout(timer);
      for (const name of overs) window.removeEventListener(name, onDragOver, options);
      window.removeEventListener('drop', onDrop, options);
    };
  }, [store, texts]);
  return over ? (
    <div className="drop-zone">
      <p className="drop-words">
        <b className="text-base font-semibold">{words.drop}</b>
        <span className="text-muted">{words.dropHint}</span>
      </p>
    </div>
  ) : null;
}
