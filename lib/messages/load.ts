/** One language's texts. On the server only: the browser is given those of its own language. */
import 'server-only';
import { en } from './en';
import type { Locale } from './locales';
import type { Messages } from './messages';
import { zh } from './zh';

const BY_LOCALE: Record<Locale, Messages> = { en, zh };

export function messagesOf(locale: Locale): Messages {
  return BY_LOCALE[locale];
}
