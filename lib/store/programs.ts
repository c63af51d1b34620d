import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../agentbay/languages';

/** The program a newcomer finds, in each language. */
export const FIRST_PROGRAMS = Object.fromEntries(
  LANGUAGES.map((id) => [id, LANGUAGE_NAMES[id].firstProgram]),
) as Record<Language, string>;
