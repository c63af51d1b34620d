/** The examples of the gallery. They stand in the languages' own folders, with what each has to print. */
import { LANGUAGES, type Language } from '../agentbay/languages';
import { ALL_EXAMPLES } from '../languages/all-examples';
import type { LanguageExample } from '../languages/language-examples';

export interface Example extends LanguageExample {
  /** The language and the name of its file: `python/queens`. */
  id: string;
  language: Language;
}

/** All examples, a language after the other. */
export const EXAMPLES: readonly Example[] = LANGUAGES.flatMap((language) =>
  Object.entries(ALL_EXAMPLES[language] ?? {}).map(([name, entry]) => ({
    id: `${language}/${name}`,
    language,
    ...entry,
  })),
);
