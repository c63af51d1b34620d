/** Which languages this server offers (RUNBAY_LANGUAGES). */
import 'server-only';
import { type Config, config } from '@/lib/config';
import { LANGUAGES, type Language } from './languages';

/** In the order of all languages. Throws an Error where the setting names one that there is not, or not Python. */
export function offeredLanguages({ languages }: Pick<Config, 'languages'> = config()): Language[] {
  const wanted = new Set(
    languages.map((name) => {
      const language = LANGUAGES.find((id) => id === name);
      if (language === undefined) throw wrong(`there is no language "${name}"`);
      return language;
    }),
  );
  // What a newcomer's page begins with.
  if (!wanted.has('python')) throw wrong('python must be among them');
  return LANGUAGES.filter((id) => wanted.has(id));
}

function wrong(what: string): Error {
  return new Error(
    `These settings are not valid:\n  RUNBAY_LANGUAGES: ${what}; there are ${LANGUAGES.join(', ')}`,
  );
}
