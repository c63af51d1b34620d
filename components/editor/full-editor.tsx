'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import type { monaco } from './monaco';
import { loadMonacoWords } from './monaco-words';

interface FullEditorProps {
  onReady: (editor: monaco.editor.IStandaloneCodeEditor) => void;
  onGone: () => void;
  /** It could not be loaded. */
  onMissing: () => void;
}

const Editor = dynamic<Omit<FullEditorProps, 'onGone'>>(
  async () => {
    try {
      await loadMonacoWords();
      return (await import('./monaco-editor')).MonacoEditor;
    } catch {
      return Missing;
    }
  },
  { ssr: false, loading: () => null },
);

function Missing({ onMissing }: Pick<FullEditorProps, 'onMissing'>) {
  useEffect(onMissing, [onMissing]);
  return null;
}

/** Monaco, fetched when it is shown for the first time. */
export function FullEditor({ onGone, ...props }: FullEditorProps) {
  useEffect(() => onGone, [onGone]);
  return <Editor {...props} />;
}
