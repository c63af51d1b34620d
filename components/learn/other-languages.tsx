import { Languages } from 'lucide-react';
import type { Lesson } from '@/lib/lessons/lesson';
import { fill, type Texts } from '@/lib/messages/messages';
import { languageName } from './language-name';
import { lessonUrl } from './lesson-url';

interface OtherLanguagesProps {
  lesson: Pick<Lesson, 'slug' | 'language' | 'languages'>;
  texts: Texts;
}

/** The same lesson in each other language in which it is there, by the name that its readers call it. */
export function OtherLanguages({ lesson, texts }: OtherLanguagesProps) {
  const { slug, language, languages } = lesson;
  const words = texts.messages.learn.lesson;
  const others = languages.filter((one) => one !== language);
  return others.map((other) => (
    <a
      key={other}
      href={lessonUrl(slug, { lang: other })}
      hrefLang={other}
      title={fill(words.readIn, { language: languageName(other, texts.locale) })}
      className="lesson-language"
      data-print="no"
    >
      <Languages className="size-3.5" aria-hidden="true" />
      <span lang={other}>{languageName(other, other)}</span>
    </a>
  ));
}
