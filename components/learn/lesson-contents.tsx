'use client';

import { Check } from 'lucide-react';
import { useMessages } from '@/components/ui/messages-provider';
import type { LessonSection, LessonSteps } from '@/lib/lessons/lesson';
import { countSteps, type LessonProgress, stateOf } from '@/lib/lessons/progress';
import { fill } from '@/lib/messages/messages';
import { useProgress } from './use-progress';

interface LessonContentsProps {
  slug: string;
  steps: LessonSteps;
  sections: readonly LessonSection[];
  lang: string | undefined;
}

/** The table of contents, with what has been done of each part: beside the lesson, or folded above it. */
export function LessonContents(props: LessonContentsProps) {
  const words = useMessages().learn.lesson;
  return (
    <>
      <aside className="lesson-aside" data-print="no">
        <nav aria-labelledby="lesson-contents">
          <h2 id="lesson-contents">{words.contents}</h2>
          <Contents {...props} />
        </nav>
      </aside>
      <details className="lesson-folded" data-print="no">
        <summary>{words.contents}</summary>
        <nav aria-label={words.contents}>
          <Contents {...props} />
        </nav>
      </details>
    </>
  );
}

function Contents({ slug, steps, sections, lang }: LessonContentsProps) {
  const words = useMessages().learn;
  const all = useProgress();
  const progress = all?.[slug];
  const { done, all: count } = countSteps(steps, progress);
  return (
    <>
      <ol lang={lang}>
        {sections.map((section) => (
          <li key={section.id} data-state={stateOfSection(section, progress)}>
            <a href={`#${encodeURIComponent(section.id)}`}>
              <span className="lesson-tick">
                <Check className="size-3.5" aria-hidden="true" />
              </span>
              <span dir="auto">{section.title}</span>
              {stateOfSection(section, progress) === 'finished' ? (
                <span className="sr-only">({words.states.finished})</span>
              ) : null}
            </a>
          </li>
        ))}
      </ol>
      {all === undefined || count === 0 ? null : (
        <div className="lesson-done">
          <progress value={done} max={count} aria-label={words.lesson.progress} />
          <p>{fill(words.doneOf, { done, all: count })}</p>
        </div>
      )}
    </>
  );
}

/** A part is done when all of it is: there nobody says so. */
function stateOfSection({ steps }: LessonSection, progress: LessonProgress | undefined) {
  const { done, all } = countSteps(steps, progress);
  if (all === 0) return undefined;
  return done === all ? 'finished' : stateOf(steps, progress && { ...progress, isFinished: false });
}
