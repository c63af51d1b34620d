import { cookies, headers } from 'next/headers';
import { messagesOf } from '@/lib/messages/load';
import { findLocale, LOCALE_COOKIE } from '@/lib/messages/locales';
import type { Texts } from '@/lib/messages/messages';

/** The texts in the language of who asks: as chosen, else as the browser wishes. */
export async function textsOfRequest(): Promise<Texts> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = findLocale(chosen, (await headers()).get('accept-language'));
  return { locale, messages: messagesOf(locale) };
}
