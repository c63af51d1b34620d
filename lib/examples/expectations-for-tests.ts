import { LANGUAGES } from '../agentbay/languages';
import { ALL_EXAMPLES } from '../languages/all-examples';
import type { Expectations } from '../languages/language-examples';

/** For the tests: what each example must print, by its id. */
export async function loadExpectations(): Promise<Expectations> {
  const all: Expectations = {};
  for (const language of LANGUAGES.filter((id) => ALL_EXAMPLES[id] !== undefined)) {
    const { expectations } = await import(`../languages/${language}/expectations.ts`);
    for (const [name, expected] of Object.entries<Expectations[string]>(expectations)) {
      all[`${language}/${name}`] = expected;
    }
  }
  return all;
}
