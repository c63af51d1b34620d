'use client';

import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMessages, useTexts } from '@/components/ui/messages-provider';
import type { Lesson, LessonFacts } from '@/lib/lessons/lesson';
import { pathOfRef } from '@/lib/lessons/lesson-ref';
import { stateOf } from '@/lib/lessons/progress';
import { fillPlural } from '@/lib/messages/messages';
import { lessonsUrl, lessonUrl } from './lesson-url';
import { progressStore, useProgress } from './use-progress';

type Neighbour = Pick<LessonFacts, 'slug' | 'title' | 'summary' | 'minutes' | 'lang'> | undefined;

interface LessonEndProps {
  lesson: Pick<Lesson, 'slug' | 'steps' | 'ref'>;
  previous: Neighbour;
  next: Neighbour;
  /** The language that the address asks for. */
  asked: string | undefined;
}

/** Whether the lesson is finished, and where to go from here. */
export function LessonEnd({ lesson, previous, next, asked }: LessonEndProps) {
  const { locale, messages } = useTexts();
  const words = messages.learn;
  return (
    <footer className="lesson-end" data-print="no">
      <Finished lesson={lesson} />
      {next ? (
        <a href={lessonUrl(next.slug, { lang: asked })} className="lesson-go-on">
          <span className="lesson-go-on-words">
            <span>{words.lesson.next}</span>{' '}
            <strong lang={next.lang} dir="auto">
              {next.title}
            </strong>{' '}
            <span>{fillPlural(locale, words.minutes, next.minutes)}</span>
          </span>
          <ArrowRight className="size-5 shrink-0" aria-hidden="true" />
        </a>
      ) : (
        <p className="lesson-last">{words.lesson.end}</p>
      )}
      <p className="lesson-links">
        {previous ? (
          <a href={lessonUrl(previous.slug, { lang: asked })}>
            <ArrowLeft className="size-3.5" aria-hidden="true" />
            <span>
              {words.lesson.previous}: <bdi lang={previous.lang}>{previous.title}</bdi>
            </span>
          </a>
        ) : null}
        <a href={lessonsUrl(asked)}>{words.lesson.toAll}</a>
        <a href={pathOfRef(lesson.ref, '.md')}>{words.lesson.asMarkdown}</a>
      </p>
    </footer>
  );
}

function Finished({ lesson: { slug, steps } }: Pick<LessonEndProps, 'lesson'>) {
  const words = useMessages().learn.lesson;
  const progress = useProgress();
  const [isKept, setIsKept] = useState(true);
  // What was done last may have been refused by the browser.
  useEffect(() => {
    if (progress) setIsKept(progressStore().isKept());
  }, [progress]);
  if (progress === undefined) return null;
  const state = stateOf(steps, progress[slug]);
  const isFinished = state === 'finished';
  const isByHand = progress[slug]?.isFinished === true;
  const say = (is: boolean) => progressStore().note(slug, { kind: 'finished', is });
  return (
    <div className="lesson-finished" data-state={state}>
      <p role="status">
        {isFinished ? (
          <>
            <Check className="size-4" aria-hidden="true" /> {words.finished}
          </>
        ) : steps.activities.length > 0 ? (
          words.finishHint
        ) : (
          words.finishHintPlain
        )}
      </p>
      {isFinished && !isByHand ? null : (
        <button type="button" className="snippet-button" onClick={() => say(!isFinished)}>
          {isFinished ? words.reopen : words.finish}
        </button>
      )}
      {isKept ? null : <p className="lesson-not-kept">{words.notKept}</p>}
    </div>
  );
}
