import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import type { Example } from '@/lib/examples/catalogue';
import { wordsOfExample } from '@/lib/examples/words';
import { LOCALE_NAMES } from '@/lib/messages/locales';
import { fill, type Texts } from '@/lib/messages/messages';
import type { Draft } from '@/lib/store/drafts';

interface Shown {
  key: string;
  language: Language;
  title: string;
  description: string;
  facts: string[];
}

/** A line of the gallery: an example, or a program of the user that was replaced. */
export type GalleryItem =
  | (Shown & { example: Example; draft?: undefined })
  | (Shown & { example?: undefined; draft: Draft });

export function itemOfExample(example: Example, { locale }: Texts): GalleryItem {
  const { id, language } = example;
  const { title, description, facts } = wordsOfExample(example, locale);
  return { key: id, language, title, description, facts, example };
}

export function itemOfDraft(draft: Draft, { locale, messages }: Texts): GalleryItem {
  const { replacedOn, ownProgram } = messages.examples;
  const { id, language, keptAtMs } = draft;
  const date = new Date(keptAtMs).toLocaleString(LOCALE_NAMES[locale].dates, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return {
    key: id,
    language,
    title: titleOfDraft(draft),
    description: fill(replacedOn, { date }),
    facts: [LANGUAGE_NAMES[language].name, ownProgram],
    draft,
  };
}

/** Its title, else the first line that says something. */
export function titleOfDraft({ title, code }: Draft): string {
  if (title) return title;
  const line = code.split('\n').find((text) => text.trim() !== '') ?? '';
  return line.trim().slice(0, 60);
}

/** The drafts of a language (undefined: of all) that hold a query anywhere. */
export function findDrafts(
  drafts: readonly Draft[],
  query: string,
  language: Language | undefined,
): Draft[] {
  const wanted = query.trim().toLowerCase();
  return drafts.filter(
    (draft) =>
      (language === undefined || draft.language === language) &&
      draft.code.toLowerCase().includes(wanted),
  );
}
