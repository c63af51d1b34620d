/** What the editor takes a file for, by the end of its name. */
export type DocumentLanguage = 'python' | 'javascript' | 'typescript' | 'json' | 'plaintext';

const BY_EXTENSION = new Map<string, DocumentLanguage>([
  ['py', 'python'],
  ['js', 'javascript'],
  ['mjs', 'javascript'],
  ['cjs', 'javascript'],
  ['ts', 'typescript'],
  ['mts', 'typescript'],
  ['cts', 'typescript'],
  ['json', 'json'],
]);

/** `plaintext` where the extension says nothing. */
export function languageOfPath(path: string): DocumentLanguage {
  const extension = /\.([^./]+)$/.exec(path)?.[1] ?? '';
  return BY_EXTENSION.get(extension.toLowerCase()) ?? 'plaintext';
}
