import type { monaco } from './monaco';
import type { PlainEditorHandle } from './plain-editor';

/** Gives the full editor the text, selection, place and focus of the plain one. */
export function takeOver(
  editor: monaco.editor.IStandaloneCodeEditor,
  { field, scroller }: PlainEditorHandle,
): void {
  const model = editor.getModel();
  if (!model) return;
  if (model.getValue() !== field.value) model.setValue(field.value);
  // Where nobody has been the browser keeps the cursor at the end; a program is read from its beginning.
  const isUsed = document.activeElement === field || field.dataset.used !== undefined;
  const { selectionDirection } = field;
  const [selectionStart, selectionEnd] = isUsed
    ? [field.selectionStart, field.selectionEnd]
    : [0, 0];
  const start = model.getPositionAt(selectionStart);
  const end = model.getPositionAt(selectionEnd);
  const [anchor, cursor] = selectionDirection === 'backward' ? [end, start] : [start, end];
  editor.setSelection({
    selectionStartLineNumber: anchor.lineNumber,
    selectionStartColumn: anchor.column,
    positionLineNumber: cursor.lineNumber,
    positionColumn: cursor.column,
  });
  editor.setScrollPosition({ scrollTop: scroller.scrollTop, scrollLeft: scroller.scrollLeft });
  if (document.activeElement === field) editor.focus();
}
