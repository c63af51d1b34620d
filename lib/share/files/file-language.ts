import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@/lib/agentbay/languages';

const BY_EXTENSION = new Map<string, Language>([
  ['pyw', 'python'],
  ...LANGUAGES.flatMap((id) => LANGUAGE_NAMES[id].extensions.map((end) => [end, id] as const)),
]);

/** The language of a program of that name; undefined where the name does not say. */
export function languageOfFile(path: string): Language | undefined {
  return BY_EXTENSION.get(extensionOf(path));
}

/** In small letters, without the dot; empty where there is none. */
export function extensionOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The language whose program has this name in every workspace. */
export function fileOfLanguage(path: string): Language | undefined {
  return LANGUAGES.find((id) => LANGUAGE_NAMES[id].fileName === path);
}
