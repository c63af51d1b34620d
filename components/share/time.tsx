import { LOCALE_NAMES } from '@/lib/messages/locales';
import type { Texts } from '@/lib/messages/messages';

const FORMAT = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
} as const;

/** The server does not know where the reader is: the time is the world's. */
export function Time({ ms, texts: { locale } }: { ms: number; texts: Texts }) {
  const time = new Date(ms);
  const { dates } = LOCALE_NAMES[locale];
  return (
    <time dateTime={time.toISOString()}>{new Intl.DateTimeFormat(dates, FORMAT).format(time)}</time>
  );
}
