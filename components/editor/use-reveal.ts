import { useEffect } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { openDocumentPath } from '@/lib/store/selectors';
import type { monaco } from './monaco';

/** Goes to the place that the store's `revealInEditor` names, where it is in the file that is shown. */
export function useReveal(editor: monaco.editor.IStandaloneCodeEditor | undefined): void {
  const store = usePlaygroundStore();
  const place = usePlayground((state) => state.revealed);
  const fileName = usePlayground(openDocumentPath);

  useEffect(() => {
    if (!editor || place?.path !== fileName) return;
    store.getState().revealDone();
    // The editor may have been behind a tab: it has a size with the next paint.
    requestAnimationFrame(() => {
      const model = editor.getModel();
      if (!model) return;
      const line = Math.min(place.line, model.getLineCount());
      const first = model.getLineFirstNonWhitespaceColumn(line) || 1;
      const position = model.validatePosition({ lineNumber: line, column: place.column ?? first });
      editor.layout();
      editor.setPosition(position);
      editor.revealPositionInCenter(position);
      editor.focus();
    });
  }, [editor, store, place, fileName]);
}
