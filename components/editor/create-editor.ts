import { monaco } from './monaco';

const TAB_SIZES: Record<string, number> = { python: 4, javascript: 2 };

/** One document a language, each with its own history of changes. */
export function createModel(language: string, code: string): monaco.editor.ITextModel {
  const model = monaco.editor.createModel(code, language);
  model.updateOptions({
    tabSize: TAB_SIZES[language] ?? 4,
    insertSpaces: true,
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  return model;
}

/** The metrics are those of `.code-preview` in the style sheet, so that nothing moves when it arrives. */
export function createEditor(container: HTMLElement): monaco.editor.IStandaloneCodeEditor {
  return monaco.editor.create(container, {
    model: null,
    automaticLayout: true,
    fontFamily: getComputedStyle(container).fontFamily,
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
  });
}

/** How to leave the editor by keyboard is part of its name, as it takes the Tab key for itself. */
export function editorLabel(languageName: string, apple: boolean): string {
  const keys = apple ? 'Control+Shift+M' : 'Control+M';
  return `Code editor, ${languageName}. Press ${keys} to let Tab leave the editor.`;
}
