import { fill } from '@/lib/messages/messages';
import type { Settings } from '@/lib/store/settings';
import type { Appearance } from '@/lib/store/settings-appearance';
import type { monaco } from './monaco';

/** What belongs to a document. */
export const documentOptions = (tabSize: number): monaco.editor.ITextModelUpdateOptions => ({
  tabSize,
  insertSpaces: true,
  bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
});

/** What the user has chosen, as Monaco's options. */
export function chosenOptions(
  { minimap }: Settings,
  { editor, wordWrap, motion }: Appearance,
): monaco.editor.IEditorOptions {
  return {
    fontSize: editor.fontSizePx,
    lineHeight: editor.lineHeightPx,
    wordWrap,
    minimap: { enabled: minimap },
    cursorBlinking: motion === 'reduced' ? 'solid' : 'blink',
  };
}

/** The metrics are those of `.plain-editor` in the style sheet, so that nothing moves when it arrives. */
export const EDITOR_OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  // The page's own themes know more and less contrast; two that choose would mix their colours.
  autoDetectHighContrast: false,
  automaticLayout: true,
  padding: { top: 12, bottom: 12 },
  glyphMargin: true,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  folding: false,
  stickyScroll: { enabled: false },
  scrollBeyondLastLine: false,
  renderLineHighlightOnlyWhenFocus: true,
  overviewRulerLanes: 2,
  hideCursorInOverviewRuler: true,
  bracketPairColorization: { enabled: false },
  renderFinalNewline: 'on',
  guides: { indentation: true },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  fixedOverflowWidgets: true,
  wordBasedSuggestions: 'currentDocument',
  detectIndentation: false,
  tabFocusMode: false,
};

/** How to leave the editor by keyboard is part of its name, as it takes the Tab key for itself. */
export function editorLabel(template: string, name: string, apple: boolean): string {
  return fill(template, { name, keys: apple ? 'Control+Shift+M' : 'Control+M' });
}
