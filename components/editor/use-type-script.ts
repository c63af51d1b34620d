import { useEffect } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import type { SourceFile } from '@/lib/agentbay/contract';
import { languageOfPath } from '@/lib/store/document-language';
import { documentUri } from './document-uri';
import { monaco } from './monaco';
import { introduceDocuments, typeScriptChecker } from './type-script';

const IMPORTABLE = new Set(['javascript', 'typescript', 'json']);

/** Ties Monaco's TypeScript service to the program: it knows all its files, and is asked before a run. */
export function useTypeScript(): void {
  const store = usePlaygroundStore();
  const sourceFiles = usePlayground((state) => state.sourceFiles);
  const language = usePlayground((state) => state.language);

  useEffect(() => {
    const { setChecker } = store.getState();
    const languages = ['javascript', 'typescript'] as const;
    for (const id of languages) setChecker(id, typeScriptChecker(id));
    return () => {
      for (const id of languages) setChecker(id, undefined);
    };
  }, [store]);

  useEffect(() => {
    if (language === 'python') return;
    const importable = sourceFiles.filter(({ path }) => IMPORTABLE.has(languageOfPath(path)));
    if (importable.length > 0) introduceDocuments(importable.map(documentOf));
  }, [sourceFiles, language]);
}

/** The file's document, made where it has not been opened yet, with its text of now. */
function documentOf({ path, text }: SourceFile): monaco.Uri {
  const uri = monaco.Uri.parse(documentUri(path));
  const model = monaco.editor.getModel(uri);
  if (!model) monaco.editor.createModel(text, languageOfPath(path), uri);
  else if (!model.isAttachedToEditor() && model.getValue() !== text) model.setValue(text);
  return uri;
}
