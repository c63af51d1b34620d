import type { Language } from '../agentbay/languages';
import { EXAMPLE_PROGRAMS } from '../languages/all-examples';

/** The code of a language's examples by their id. Rejects where the server cannot be reached. */
export async function loadPrograms(language: Language): Promise<ReadonlyMap<string, string>> {
  const { programs = {} } = (await EXAMPLE_PROGRAMS[language]?.()) ?? {};
  return new Map(Object.entries(programs).map(([name, code]) => [`${language}/${name}`, code]));
}
