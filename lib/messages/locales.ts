/** The languages of the interface, and which one a visitor gets. */
export const LOCALES = ['en', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * Each in its own words, as a reader of it looks for it; its tag for `lang` (BCP 47), and the one by
 * which dates are written.
 */
export const LOCALE_NAMES: Record<Locale, { name: string; tag: string; dates: string }> = {
  en: { name: 'English', tag: 'en', dates: 'en-GB' },
  zh: { name: '简体中文', tag: 'zh-Hans', dates: 'zh-CN' },
};

/** The visitor's choice; without it the browser's wish counts. */
export const LOCALE_COOKIE = 'runbay_locale';

/** The first language of an Accept-Language header (RFC 9110, 12.5.4) that there is; else English. */
export function findLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  const own = LOCALES.find((locale) => locale === chosen);
  if (own) return own;
  const wished = (acceptLanguage ?? '')
    .split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: Number(quality ?? 1), at };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.at - b.at);
  for (const { language } of wished) {
    const found = LOCALES.find((locale) => locale === language);
    if (found) return found;
  }
  return 'en';
}
