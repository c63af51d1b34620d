/** Formats a text in the browser. What does it is fetched with the first use. */
import type { DocumentLanguage } from '@/lib/store/document-language';
import type { FormatResult } from './format-result';
import type { PrettierMethods } from './prettier.worker';
import { formatPython } from './python-tools';
import { workerClient } from './worker-calls';

const prettier = workerClient<PrettierMethods>(
  () =>
    new Worker(new URL('./prettier.worker.ts', import.meta.url), {
      type: 'module',
      name: 'prettier',
    }),
);

export interface FormatOptions {
  /** As the server tells it: `3.11.2`. */
  pythonVersion: string;
  /** Python's is always 4. */
  tabColumns: number;
}

/** Rejects where the formatter cannot be had; a text of no known language stays as it is. */
export async function formatText(
  text: string,
  language: DocumentLanguage,
  { pythonVersion, tabColumns }: FormatOptions,
): Promise<FormatResult> {
  if (language === 'python') return formatPython(text, pythonVersion);
  if (language === 'javascript' || language === 'typescript' || language === 'json')
    return prettier.call('format', text, language, tabColumns);
  return { text };
}
