import { useTexts } from '@/components/ui/messages-provider';
import type { FoundGroup } from '@/lib/lessons/find-lessons';
import { countSteps, type LessonProgress, stateOf } from '@/lib/lessons/progress';
import { fill, fillPlural } from '@/lib/messages/messages';
import { languageName } from './language-name';
import { lessonUrl } from './lesson-url';
import { StateMark } from './state-mark';

interface LessonCardProps {
  lesson: FoundGroup['lessons'][number];
  /** Undefined where nothing is known of it. */
  progress: LessonProgress | undefined;
  /** The language that the address asks for. */
  asked: string | undefined;
}

/** A lesson in the list of all lessons. */
export function LessonCard({ lesson, progress, asked }: LessonCardProps) {
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
          <a href={lessonUrl(slug, { lang: asked })} lang={lang} dir="auto">
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
            <a href={lessonUrl(slug, { at: section.id, lang: asked })}>
              {fill(words.inIt, { section: section.title })}
            </a>
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
