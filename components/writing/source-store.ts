/** The source's editor is that of the playground, with the document as its open file. */
import { createApi } from '@/lib/client/api';
import type { WritingStore } from '@/lib/demos/write/writing-store';
import type { Texts } from '@/lib/messages/messages';
import { createPageStore } from '@/lib/store/page-store';
import type { PlaygroundStore } from '@/lib/store/playground-store';
import { openText } from '@/lib/store/selectors';

export const DEMO_PATH = 'demo.md';

export function createSourceStore(writing: WritingStore, texts: () => Texts): PlaygroundStore {
  const store = createPageStore(createApi(), texts);
  store.setState(({ appearance }) => ({
    // Text is read whole.
    appearance: { ...appearance, wordWrap: 'on' },
    // Not Python, for which tools of several megabytes would be fetched.
    language: 'javascript',
    sourceFiles: [{ path: DEMO_PATH, text: writing.getState().markdown }],
    openPath: DEMO_PATH,
  }));
  return store;
}

/** What is typed is the document, and another document comes into the editor. Returns how to end it. */
export function bindSource(source: PlaygroundStore, writing: WritingStore): () => void {
  const ends = [
    source.subscribe((state, old) => {
      if (state.sourceFiles !== old.sourceFiles) writing.getState().setMarkdown(openText(state));
    }),
    writing.subscribe(({ markdown, openedCount }, old) => {
      if (openedCount === old.openedCount) return;
      source.getState().setText(DEMO_PATH, markdown);
      source.setState((state) => ({ openedCount: state.openedCount + 1 }));
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
