import { useEffect } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { insertedText } from './inserted-text';
import type { monaco } from './monaco';

/** Inserts the lines that the store's `insertInProgram` names, above the line of the cursor. */
export function useInsertion(editor: monaco.editor.IStandaloneCodeEditor | undefined): void {
  const store = usePlaygroundStore();
  const lines = usePlayground((state) => state.insertion);

  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model || !lines || store.getState().openPath !== undefined) return;
    store.getState().insertionDone();
    const at = editor.getPosition()?.lineNumber ?? 1;
    const text = insertedText(lines, model.getLineContent(at));
    const range = { startLineNumber: at, startColumn: 1, endLineNumber: at, endColumn: 1 };
    editor.pushUndoStop();
    editor.executeEdits('runbay.insert', [{ range, text, forceMoveMarkers: true }]);
    editor.pushUndoStop();
    editor.setPosition({ lineNumber: at + lines.length - 1, column: Number.MAX_SAFE_INTEGER });
    editor.revealPositionInCenterIfOutsideViewport({ lineNumber: at, column: 1 });
    requestAnimationFrame(() => editor.focus());
  }, [editor, store, lines]);
}
