'use client';

import { useCallback, useRef, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import type { Piece } from '@/lib/highlight/pieces';
import { FullEditor } from './full-editor';
import type { monaco } from './monaco';
import { PlainEditor, type PlainEditorHandle } from './plain-editor';
import { takeOver } from './take-over';
import { useFullEditor } from './use-full-editor';
import { useLanguageTools } from './use-language-tools';

interface ChosenEditorProps {
  firstLines: readonly Piece[][];
  /** Monaco is there, or gone again. */
  onEditor?: (editor: monaco.editor.IStandaloneCodeEditor | undefined) => void;
}

/**
 * The plain editor, which is there at once, or Monaco. Monaco comes up behind the plain one and takes
 * its place when it is ready, with the text, the selection and the focus.
 */
export function ChosenEditor({ firstLines, onEditor }: ChosenEditorProps) {
  const { notLoaded } = useMessages().editor;
  const full = useFullEditor();
  useLanguageTools();
  const [arrived, setArrived] = useState(false);
  const [missing, setMissing] = useState(false);
  const behind = useRef<HTMLDivElement>(null);
  const plain = useRef<PlainEditorHandle>(null);

  const onReady = useCallback(
    (editor: monaco.editor.IStandaloneCodeEditor) => {
      const change = () => {
        // Until now it was hidden, and what is hidden cannot have the focus.
        behind.current?.removeAttribute('inert');
        if (plain.current) takeOver(editor, plain.current);
        setArrived(true);
        onEditor?.(editor);
      };
      if (plain.current) plain.current.whenFree(change);
      else change();
    },
    [onEditor],
  );
  const onGone = useCallback(() => {
    setArrived(false);
    onEditor?.(undefined);
  }, [onEditor]);
  const onMissing = useCallback(() => setMissing(true), []);

  return (
    <>
      {full && !missing ? (
        <div ref={behind} className="full-editor" inert={!arrived}>
          <FullEditor onReady={onReady} onGone={onGone} onMissing={onMissing} />
        </div>
      ) : null}
      {full && arrived ? null : (
        <PlainEditor
          ref={plain}
          firstLines={firstLines}
          isMakeshift={full && !missing}
          note={missing && full ? notLoaded : undefined}
        />
      )}
    </>
  );
}
