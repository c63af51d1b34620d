/** Which languages this server offers (RUNBAY_LANGUAGES). */
import 'server-only';
import { type Config, config, settingsError } from '@/lib/config';
import { LANGUAGES, type Language } from './languages';

/** In the order of all languages. Throws an Error where the setting names one that there is not, or not Python. */
export function offeredLanguages({ languages }: Pick<Config, 'languages'> = config()): Language[] {
  const wrong = wrongLanguages(languages);
  if (wrong.length > 0) throw settingsError(wrong);
  return LANGUAGES.filter((id) => languages.includes(id));
}

/** A line for each that there is not, and for Python where it is missing. */
export function wrongLanguages(languages: readonly string[]): string[] {
  const known: readonly string[] = LANGUAGES;
  const wrong = languages
    .filter((name) => !known.includes(name))
    .map((name) => `there is no language "${name}"`);
  // What a newcomer's page begins with.
  if (languages.length > 0 && !languages.includes('python'))
    wrong.push('python must be among them');
  return wrong.map((what) => `RUNBAY_LANGUAGES: ${what}; there are ${LANGUAGES.join(', ')}`);
}
