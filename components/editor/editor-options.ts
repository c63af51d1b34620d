import type { Language } from '@/lib/agentbay/languages';
import type { monaco } from './monaco';

const document = (tabSize: number): monaco.editor.ITextModelUpdateOptions => ({
  tabSize,
  insertSpaces: true,
  bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
});

/** What belongs to the documents of a language. */
export const MODEL_OPTIONS: Record<Language, monaco.editor.ITextModelUpdateOptions> = {
  python: document(4),
  javascript: document(2),
};

/** The metrics are those of `.code-preview` in the style sheet, so that nothing moves when it arrives. */
export const EDITOR_OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontSize: 14,
  lineHeight: 22,
  padding: { top: 12, bottom: 12 },
  glyphMargin: true,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 12,
  folding: false,
  minimap: { enabled: false },
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
export function editorLabel(languageName: string, apple: boolean): string {
  const keys = apple ? 'Control+Shift+M' : 'Control+M';
  return `Code editor, ${languageName}. Press ${keys} to let Tab leave the editor.`;
}
