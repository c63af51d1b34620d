'use client';

import { ActionsProvider } from '@/components/actions/actions-provider';
import { ChosenEditor } from '@/components/editor/chosen-editor';
import type { monaco } from '@/components/editor/monaco';
import { StoreContext } from '@/components/playground/store-provider';
import { addMarkdownColours } from '@/lib/highlight/markdown-colours';
import { ProblemsBar } from './problems-bar';
import { useWritingPage } from './writing-context';

addMarkdownColours();

interface SourcePaneProps {
  onEditor: (editor: monaco.editor.IStandaloneCodeEditor | undefined) => void;
}

/** The Markdown source in the editor of the playground, and what is wrong in it. */
export function SourcePane({ onEditor }: SourcePaneProps) {
  const { source } = useWritingPage();
  return (
    <div className="writing-source">
      <StoreContext value={source}>
        <ActionsProvider>
          <div translate="no" className="relative min-h-0 flex-1">
            <ChosenEditor firstLines={[]} onEditor={onEditor} />
          </div>
        </ActionsProvider>
      </StoreContext>
      <ProblemsBar />
    </div>
  );
}
