/** The visitor's choice of the page's language, which the server reads from a cookie. */
import { LOCALE_COOKIE, LOCALES, type Locale } from '../messages/locales';

/** `auto`: as the browser wishes. */
export type LocaleChoice = Locale | 'auto';

const A_YEAR_S = 365 * 24 * 60 * 60;

/** What has been chosen, by `document.cookie`. */
export function localeChoiceOf(cookies: string): LocaleChoice {
  const values = cookies.split(/;\s*/).map((cookie) => cookie.split('='));
  const chosen = values.find(([name]) => name === LOCALE_COOKIE)?.[1];
  return LOCALES.find((locale) => locale === chosen) ?? 'auto';
}

/** What to write into `document.cookie`; `auto` takes the cookie away. */
export function cookieOfChoice(choice: LocaleChoice): string {
  const kept = choice === 'auto' ? '=; Max-Age=0' : `=${choice}; Max-Age=${A_YEAR_S}`;
  return `${LOCALE_COOKIE}${kept}; Path=/; SameSite=Lax`;
}
