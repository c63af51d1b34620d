/** The languages, their names and aliases. AgentBay's SDK trims, ignores case and knows these aliases. */
import { ALL_LANGUAGES } from '../languages/all';
import type { LanguageFacts } from '../languages/language-facts';

export type Language = keyof typeof ALL_LANGUAGES;
export const LANGUAGES = Object.keys(ALL_LANGUAGES) as Language[];
/** Those that a server offers where nothing else is set. */
export const USUAL_LANGUAGES: readonly Language[] = ['python', 'javascript', 'typescript'];

export const LANGUAGE_NAMES: Record<Language, LanguageFacts> = ALL_LANGUAGES;

const BY_NAME = new Map<string, Language>(
  LANGUAGES.flatMap((id) => [id, ...LANGUAGE_NAMES[id].aliases].map((name) => [name, id] as const)),
);

/** The language of that name or alias, trimmed and in any case; undefined where there is none. */
export function findLanguage(name: string): Language | undefined {
  return BY_NAME.get(name.trim().toLowerCase());
}
