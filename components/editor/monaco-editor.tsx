'use client';

import { useEffect, useRef } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { isApple } from '@/components/ui/platform';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import { isActive } from '@/lib/store/selectors';
import { createEditor, createModel, editorLabel } from './create-editor';
import { addRunCommands } from './editor-commands';
import { showProblems, showRunMark } from './editor-marks';
import { applyEditorTheme } from './editor-theme';
import { monaco } from './monaco';

/** The Monaco editor, bound to the playground's program. Loaded in the browser only. */
export function MonacoEditor() {
  const store = usePlaygroundStore();
  const container = useRef<HTMLDivElement>(null);
  const editorRef = useRef<monaco.editor.IStandaloneCodeEditor>(null);
  const dark = useMediaQuery('(prefers-color-scheme: dark)');
  const narrow = useMediaQuery('(max-width: 39.99rem)');
  const language = usePlayground((state) => state.language);

  useEffect(() => {
    return container.current ? bindEditor(container.current, editorRef, store) : undefined;
  }, [store]);

  useEffect(() => applyEditorTheme(dark), [dark]);

  useEffect(() => {
    editorRef.current?.updateOptions({
      wordWrap: narrow ? 'on' : 'off',
      ariaLabel: editorLabel(LANGUAGE_NAMES[language].name, isApple()),
    });
  }, [narrow, language]);

  return <div ref={container} className="absolute inset-0 font-mono" />;
}

/** Keeps editor and store in step, both ways. Returns how to take it down. */
function bindEditor(
  container: HTMLElement,
  editorRef: { current: monaco.editor.IStandaloneCodeEditor | null },
  store: ReturnType<typeof usePlaygroundStore>,
): () => void {
  const editor = createEditor(container);
  editorRef.current = editor;
  const decorations = editor.createDecorationsCollection();
  const models = new Map<Language, monaco.editor.ITextModel>();
  const setActive = addRunCommands(editor, {
    run: () => void store.getState().runProgram(),
    stop: () => void store.getState().stopProgram(),
  });

  const show = () => {
    const { language, code, problems, runMark } = store.getState();
    const model = models.get(language) ?? createModel(language, code[language]);
    models.set(language, model);
    if (editor.getModel() !== model) editor.setModel(model);
    // Only work that was restored differs here; what the user types comes from the model itself.
    if (model.getValue() !== code[language]) model.setValue(code[language]);
    showProblems(model, problems);
    showRunMark(editor, decorations, runMark);
  };
  show();

  const subscriptions = [
    editor.onDidChangeModelContent(() => store.getState().setCode(editor.getValue())),
    editor.onDidChangeCursorPosition(({ position }) =>
      store.getState().setCursor(position.lineNumber, position.column),
    ),
  ];
  const unsubscribe = store.subscribe((state, old) => {
    setActive(isActive(state));
    if (
      state.language !== old.language ||
      state.code !== old.code ||
      state.problems !== old.problems ||
      state.runMark !== old.runMark
    ) {
      show();
    }
  });
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());

  return () => {
    unsubscribe();
    for (const subscription of subscriptions) subscription.dispose();
    editor.dispose();
    for (const model of models.values()) model.dispose();
    editorRef.current = null;
  };
}
