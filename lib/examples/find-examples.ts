import type { Language } from '../agentbay/languages';
import { matchScore } from '../fuzzy';
import { LOCALES } from '../messages/locales';
import type { Example } from './catalogue';
import { wordsOfExample } from './words';

/**
 * The examples of a language (undefined: of all) that hold every word of a query, best first. A word
 * found in a title counts most; without a query they keep their order. Every language of the page is searched.
 */
export function findExamples(
  examples: readonly Example[],
  query: string,
  language: Language | undefined,
): Example[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return examples
    .filter((example) => language === undefined || example.language === language)
    .map((example) => ({ example, score: scoreOf(example, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ example }) => example);
}

/** All examples, those of a language before the others. */
export function languageFirst(examples: readonly Example[], language: Language): Example[] {
  const isOther = (example: Example) => Number(example.language !== language);
  return examples.toSorted((a, b) => isOther(a) - isOther(b));
}

function scoreOf(example: Example, words: readonly string[]): number {
  const all = LOCALES.map((locale) => wordsOfExample(example, locale));
  const rest = all
    .flatMap(({ facts, description }) => [...facts, description])
    .concat(example.needs ?? [])
    .join(' ')
    .toLowerCase();
  let sum = 1;
  for (const word of words) {
    // Letters far apart mean nothing in a sentence; there the word has to stand as it is.
    const inTitle = Math.max(...all.map(({ title }) => matchScore(word, title)));
    const score = Math.max(inTitle * 2, rest.includes(word) ? 1 : 0);
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}
