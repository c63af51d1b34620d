'use client';

import { Editor, loader } from '@monaco-editor/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAllowed } from '@/components/console/use-allowed';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages, useTexts } from '@/components/ui/messages-provider';
import { isApple } from '@/components/ui/platform';
import { useTheme } from '@/components/ui/use-theme';
import type { Messages } from '@/lib/messages/messages';
import {
  currentTabColumns,
  isActive,
  openDocumentName,
  openDocumentPath,
  openLanguage,
  openRunMark,
  openText,
} from '@/lib/store/selectors';
import { documentUri } from './document-uri';
import { addRunCommands } from './editor-commands';
import { showProblems, showRunMark } from './editor-marks';
import { chosenOptions, documentOptions, EDITOR_OPTIONS, editorLabel } from './editor-options';
import { applyEditorTheme, themeName } from './editor-theme';
import { useEmacsKeys } from './keys/use-emacs-keys';
import { VimStatus } from './keys/vim-status';
import { wordsOfMark } from './mark-words';
import { monaco } from './monaco';
import { registerQuickFixes } from './quick-fixes';
import { useDocuments } from './use-documents';
import { useEditorActions } from './use-editor-actions';
import { useFormatting } from './use-formatting';
import { useInsertion } from './use-insertion';
import { useReveal } from './use-reveal';
import { useTypeScript } from './use-type-script';

// Before the first <Editor>: without it the loader would fetch Monaco from another host.
loader.config({ monaco: monaco as never });

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

/** The Monaco editor, bound to the playground: one document a program and file, each with its own history. */
export function MonacoEditor({ onReady }: { onReady?: (editor: CodeEditor) => void }) {
  const store = usePlaygroundStore();
  const { editor: words, actions: commandWords } = useMessages();
  const openPath = usePlayground((state) => state.openPath);
  const path = usePlayground(openDocumentPath);
  const name = usePlayground(openDocumentName);
  const language = usePlayground(openLanguage);
  const text = usePlayground(openText);
  const settings = usePlayground((state) => state.settings);
  const appearance = usePlayground((state) => state.appearance);
  const theme = useTheme();
  const [editor, setEditor] = useState<CodeEditor>();

  useEffect(() => applyEditorTheme(theme), [theme]);
  useEffect(
    () => (editor ? bindCommands(editor, store, commandWords) : undefined),
    [editor, store, commandWords],
  );
  useMarks(editor);
  useEditorActions(editor);
  useDocuments();
  useReveal(editor);
  useInsertion(editor);
  useTypeScript();
  useFormatting(editor);
  useEmacsKeys(editor, settings.keys === 'emacs');
  useEffect(() => {
    const fixes = registerQuickFixes(() => store.getState().problems);
    return () => fixes.dispose();
  }, [store]);

  const options = useMemo(
    () => ({
      ...EDITOR_OPTIONS,
      // A variable of the style sheet means nothing to Monaco, which measures the letters itself.
      fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono'),
      ...chosenOptions(settings, appearance),
      ariaLabel: editorLabel(words.label, name, isApple()),
    }),
    [settings, appearance, name, words],
  );

  return (
    <div className="absolute inset-0 flex flex-col">
      <div className="min-h-0 flex-1">
        <Editor
          path={documentUri(path)}
          language={language}
          value={text}
          onChange={(changed = '') => store.getState().setText(openPath, changed)}
          theme={themeName(theme)}
          options={options}
          beforeMount={() => applyEditorTheme(theme)}
          onMount={(mounted: unknown) => {
            setEditor(mounted as CodeEditor);
            onReady?.(mounted as CodeEditor);
          }}
          loading={null}
        />
      </div>
      {editor && settings.keys === 'vim' ? <VimStatus editor={editor} /> : null}
    </div>
  );
}

/** Keeps the document's own options, the underlines and the marked line as the store has them. */
function useMarks(editor: CodeEditor | undefined) {
  const path = usePlayground(openDocumentPath);
  const tabColumns = usePlayground(currentTabColumns);
  const problems = usePlayground((state) => state.problems);
  const runMark = usePlayground(openRunMark);
  const texts = useTexts();
  const allowed = useAllowed();
  const message = runMark ? wordsOfMark(runMark, allowed, texts) : '';
  const decorations = useRef<monaco.editor.IEditorDecorationsCollection>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each file has a document of its own
  useEffect(() => {
    const model = editor?.getModel();
    if (!editor || !model) return;
    model.updateOptions(documentOptions(tabColumns));
    decorations.current ??= editor.createDecorationsCollection();
    showProblems(model, problems);
    showRunMark(editor, decorations.current, runMark, message);
  }, [editor, path, tabColumns, problems, runMark, message]);
}

/** Run and Stop by their keys, and the cursor's place for the status bar. Returns how to take it down. */
function bindCommands(
  editor: CodeEditor,
  store: ReturnType<typeof usePlaygroundStore>,
  words: Messages['actions'],
): () => void {
  const commands = addRunCommands(editor, words, {
    run: () => void store.getState().runProgram(),
    stop: () => void store.getState().stopProgram(),
  });
  commands.setActive(isActive(store.getState()));
  const subscription = editor.onDidChangeCursorPosition(({ position }) =>
    store.getState().setCursor(position.lineNumber, position.column),
  );
  const unsubscribe = store.subscribe((state) => commands.setActive(isActive(state)));
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  return () => {
    unsubscribe();
    subscription.dispose();
    commands.dispose();
  };
}
