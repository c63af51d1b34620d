import { useTexts } from '@/components/ui/messages-provider';
import type { FoundGroup } from '@/lib/lessons/find-lessons';
import { countSteps, type LessonProgress, stateOf } from '@/lib/lessons/progress';
import { fill, fillPlural } from '@/lib/messages/messages';
import { lessonUrl } from './lesson-url';
import { StateMark } from './state-mark';

interface LessonCardProps {
  lesson: FoundGroup['lessons'][number];
  /** Undefined where nothing is known of it. */
  progress: LessonProgress | undefined;
}

/** A lesson in the list of all lessons. */
export function LessonCard({ lesson, progress }: LessonCardProps) {
  const { locale, messages } = useTexts();
  const words = messages.learn;
  const { slug, title, summary, minutes, lang, steps, number, section } = lesson;
  const state = stateOf(steps, progress);
  const isForeign = lang !== undefined && lang.split('-')[0] !== locale.split('-')[0];
  const { done, all } = countSteps(steps, progress);
  return (
    <li className="lesson-card">
      <StateMark state={state} number={number} share={all > 0 ? done / all : 0} />
      <div className="lesson-card-words">
        <h3>
          <a href={lessonUrl(slug)} lang={lang} dir="auto">
            {title}
          </a>
        </h3>
        {summary === '' ? null : (
          <p lang={lang} dir="auto">
            {summary}
          </p>
        )}
        {section ? (
          <p className="lesson-card-section">
            <a href={lessonUrl(slug, section.id)}>{fill(words.inIt, { section: section.title })}</a>
          </p>
        ) : null}
      </div>
      <p className="lesson-card-facts">
        <span aria-hidden="true">{fill(words.minutesShort, { count: minutes })}</span>
        <span className="sr-only">{fillPlural(locale, words.minutes, minutes)}</span>
        {isForeign ? <span>{languageName(lang, locale)}</span> : null}
        {state === 'new' ? null : (
          <span className="lesson-card-state" data-state={state}>
            {words.states[state]}
          </span>
        )}
      </p>
    </li>
  );
}

/** A tag that has no language is its own name. */
function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
