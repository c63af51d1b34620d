import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import { type Example, factsOf } from '@/lib/examples/catalogue';
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

export function itemOfExample(example: Example): GalleryItem {
  const { id, language, title, description } = example;
  return { key: id, language, title, description, facts: factsOf(example), example };
}

export function itemOfDraft(draft: Draft): GalleryItem {
  const { id, language, keptAtMs } = draft;
  return {
    key: id,
    language,
    title: titleOfDraft(draft),
    description: `Replaced on ${new Date(keptAtMs).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}.`,
    facts: [LANGUAGE_NAMES[language].name, 'Your program'],
    draft,
  };
}

/** The first line that says something. */
export function titleOfDraft({ code }: Draft): string {
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
