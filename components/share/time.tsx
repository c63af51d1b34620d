import { LOCALE_NAMES } from '@/lib/messages/locales';
import type { Texts } from '@/lib/messages/messages';

/** The server does not know where the reader is: the time is the world's. */
export function Time({ ms, texts: { locale } }: { ms: number; texts: Texts }) {
  const time = new Date(ms);
  const { dates } = LOCALE_NAMES[locale];
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
  return (
    <time dateTime={time.toISOString()}>
      {new Intl.DateTimeFormat(dates, format).format(time)} UTC
    </time>
  );
}
