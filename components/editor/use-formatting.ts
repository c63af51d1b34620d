import { useEffect } from 'react';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import type { DocumentLanguage } from '@/lib/store/document-language';
import { currentTabColumns, pythonVersion } from '@/lib/store/selectors';
import { formatMessage } from './format-message';
import { monaco } from './monaco';
import { formatText } from './tools/format-text';

type CodeEditor = monaco.editor.IStandaloneCodeEditor;

const LANGUAGES = ['python', 'javascript', 'typescript', 'json'];

/** Formatting by key and by Monaco's own commands. Monaco keeps the cursor and makes it one step to undo. */
export function useFormatting(editor: CodeEditor | undefined): void {
  const store = usePlaygroundStore();
  const words = useMessages().editor;

  useEffect(() => {
    if (!editor) return;
    const say = (text: string) => {
      const position = editor.getPosition();
      if (position) messagesOf(editor)?.showMessage(text, position);
    };
    const provider = monaco.languages.registerDocumentFormattingEditProvider(LANGUAGES, {
      displayName: 'Runbay',
      async provideDocumentFormattingEdits(model) {
        const state = store.getState();
        const language = model.getLanguageId() as DocumentLanguage;
        const options = {
          pythonVersion: pythonVersion(state),
          tabColumns: currentTabColumns(state),
        };
        const result = await formatText(model.getValue(), language, options).catch(() => undefined);
        if (result && 'text' in result)
          return [{ range: model.getFullModelRange(), text: result.text }];
        say(formatMessage(result?.problem, words));
        return [];
      },
    });
    const action = editor.addAction({
      id: 'runbay.format',
      label: words.actions.format,
      // Monaco's own key differs between systems.
      keybindings: [monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF],
      run: () => editor.getAction('editor.action.formatDocument')?.run(),
    });
    return () => {
      provider.dispose();
      action.dispose();
    };
  }, [editor, store, words]);
}

interface MessageController extends monaco.editor.IEditorContribution {
  /** Shows a text at a place of the program, and says it aloud. */
  showMessage(text: string, position: monaco.IPosition): void;
}

const messagesOf = (editor: CodeEditor) =>
  editor.getContribution<MessageController>('editor.contrib.messageController');
