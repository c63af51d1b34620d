import type { explanations } from './en/explanations';
import type { Locale } from './locales';

/** The texts of the explanations of errors; English is the form that every language has. */
export type ExplanationTexts = typeof explanations;

/** One language's texts, which a page needs only when a program has failed. */
export async function loadExplanations(locale: Locale): Promise<ExplanationTexts> {
  const part = await (locale === 'zh' ? import('./zh/explanations') : import('./en/explanations'));
  return part.explanations;
}
