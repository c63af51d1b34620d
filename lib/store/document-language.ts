import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../agentbay/languages';

/** What the editor takes a file for, by the end of its name. */
export type DocumentLanguage = Language | 'json' | 'markdown' | 'plaintext';

const BY_EXTENSION = new Map<string, DocumentLanguage>([
  ...LANGUAGES.flatMap((id) => LANGUAGE_NAMES[id].extensions.map((end) => [end, id] as const)),
  ['json', 'json'],
  ['md', 'markdown'],
]);

/** `plaintext` where the extension says nothing. */
export function languageOfPath(path: string): DocumentLanguage {
  const extension = /\.([^./]+)$/.exec(path)?.[1] ?? '';
  return BY_EXTENSION.get(extension.toLowerCase()) ?? 'plaintext';
}
