'use client';

import dynamic from 'next/dynamic';
import { usePlayground } from '@/components/playground/store-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { currentCode } from '@/lib/store/selectors';
import { CodePreview } from './code-preview';
import { PlainEditor } from './plain-editor';

const Editor = dynamic(
  () =>
    import('./monaco-editor').then(
      ({ MonacoEditor }) => MonacoEditor,
      () => PlainEditor,
    ),
  { ssr: false, loading: Preview },
);

function Preview() {
  return <CodePreview code={usePlayground(currentCode)} />;
}

export function EditorPane() {
  const language = usePlayground((state) => state.language);
  return (
    <section
      id="editor"
      aria-label="Editor"
      tabIndex={-1}
      className="outline-none flex h-full min-w-0 flex-col bg-surface"
    >
      <div className="pane-head max-sm:hidden">
        <h2 className="font-medium">{LANGUAGE_NAMES[language].fileName}</h2>
      </div>
      <div className="relative min-h-0 flex-1">
        <Editor />
      </div>
    </section>
  );
}
