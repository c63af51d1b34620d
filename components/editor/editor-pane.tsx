'use client';

import dynamic from 'next/dynamic';
import { MaximiseButton } from '@/components/playground/maximise-button';
import { usePlayground } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { openText } from '@/lib/store/selectors';
import { CodePreview } from './code-preview';
import { loadMonacoWords } from './monaco-words';
import { PlainEditor, PlainFallback } from './plain-editor';

const Editor = dynamic(
  async () => {
    try {
      await loadMonacoWords();
      return (await import('./monaco-editor')).MonacoEditor;
    } catch {
      return PlainFallback;
    }
  },
  { ssr: false, loading: Preview },
);

function Preview() {
  return <CodePreview code={usePlayground(openText)} />;
}

export function EditorPane() {
  const { title } = useMessages().editor;
  const language = usePlayground((state) => state.language);
  return (
    <section
      id="editor"
      aria-label={title}
      tabIndex={-1}
      className="outline-none flex h-full min-w-0 flex-col bg-surface"
    >
      <div className="pane-head max-sm:hidden">
        <h2 className="font-medium">{LANGUAGE_NAMES[language].fileName}</h2>
        <div className="ml-auto flex">
          <MaximiseButton pane="editor" />
        </div>
      </div>
      <div className="relative min-h-0 flex-1">
        <ChosenEditor />
      </div>
    </section>
  );
}

function ChosenEditor() {
  const isKnown = usePlayground((state) => state.settingsRestored);
  const plain = usePlayground((state) => state.settings.plainEditor);
  // Who has chosen the plain one shall not load the other first.
  if (!isKnown) return <Preview />;
  return plain ? <PlainEditor /> : <Editor />;
}
