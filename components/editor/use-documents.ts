import { useEffect } from 'react';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { documentUri } from './document-uri';
import { monaco } from './monaco';

const PROGRAMS = Object.values(LANGUAGE_NAMES).map(({ fileName }) => fileName);

/** Lets go of the documents of files that are no longer there, and of all of them with the editor. */
export function useDocuments(): void {
  const store = usePlaygroundStore();
  useEffect(() => {
    const dropOthers = () => {
      const paths = [...PROGRAMS, ...store.getState().sourceFiles.map(({ path }) => path)];
      dropDocuments(new Set(paths.map((path) => monaco.Uri.parse(documentUri(path)).toString())));
    };
    const unsubscribe = store.subscribe(({ sourceFiles }, old) => {
      if (sourceFiles === old.sourceFiles) return;
      const paths = new Set(sourceFiles.map(({ path }) => path));
      // By then the editor shows another document.
      if (old.sourceFiles.some(({ path }) => !paths.has(path))) setTimeout(dropOthers);
    });
    return () => {
      unsubscribe();
      // The text may be changed without this editor; then an old document would be wrong.
      dropDocuments(new Set());
    };
  }, [store]);
}

function dropDocuments(kept: ReadonlySet<string>): void {
  for (const model of monaco.editor.getModels()) {
    const { uri } = model;
    if (uri.scheme === 'file' && !kept.has(uri.toString()) && !model.isAttachedToEditor()) {
      model.dispose();
    }
  }
}
