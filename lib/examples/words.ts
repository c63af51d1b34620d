/** What is said of an example, in the languages of the page. Part of the gallery, not of the first load. */
import { LANGUAGE_NAMES } from '../agentbay/languages';
import type { Locale } from '../messages/locales';
import { levelWords, topicWords } from '../messages/zh/example-words';
import type { Example } from './catalogue';

export interface ExampleWords {
  title: string;
  /** One sentence. */
  description: string;
  topic: string;
  /** `Python · Recursion · Advanced` */
  facts: string[];
}

export function wordsOfExample(example: Example, locale: Locale): ExampleWords {
  const { language, title, description, topic, level, zh } = example;
  const name = LANGUAGE_NAMES[language].name;
  if (locale === 'zh') {
    const inChinese = topicWords[topic] ?? topic;
    return { ...zh, topic: inChinese, facts: [name, inChinese, levelWords[level]] };
  }
  const written = `${level.charAt(0).toUpperCase()}${level.slice(1)}`;
  return { title, description, topic, facts: [name, topic, written] };
}
