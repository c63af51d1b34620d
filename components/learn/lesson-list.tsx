'use client';

import { useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { SearchField } from '@/components/ui/search-field';
import { type FoundGroup, findLessons, QUERY_CHARACTERS } from '@/lib/lessons/find-lessons';
import type { LessonGroup } from '@/lib/lessons/lesson';
import { type Progress, stateOf } from '@/lib/lessons/progress';
import { fill, fillPlural } from '@/lib/messages/messages';
import { ForgetProgress } from './forget-progress';
import { GoOn } from './go-on';
import { LessonCard } from './lesson-card';
import { useProgress } from './use-progress';

interface LessonListProps {
  groups: readonly LessonGroup[];
  /** What the address asks for. */
  query: string;
  /** The language that the address asks for. */
  asked: string | undefined;
}

/** All lessons, with what this browser knows of them. Without a script it is a list with a form that searches. */
export function LessonList({ groups, query: wanted, asked }: LessonListProps) {
  const { locale, messages } = useTexts();
  const words = messages.learn;
  const [query, setQuery] = useState(wanted);
  const progress = useProgress();
  const found = findLessons(groups, query);
  const count = found.reduce((sum, { lessons }) => sum + lessons.length, 0);
  const isSearch = query.trim() !== '';

  const search = (text: string) => {
    setQuery(text);
    const query = new URLSearchParams();
    if (asked !== undefined) query.set('lang', asked);
    if (text.trim() !== '') query.set('q', text.trim());
    history.replaceState(history.state, '', query.size === 0 ? '/learn' : `/learn?${query}`);
  };

  return (
    <>
      <form action="/learn" className="lesson-search" onSubmit={(event) => event.preventDefault()}>
        <SearchField
          type="search"
          name="q"
          aria-label={words.search}
          placeholder={words.placeholder}
          maxLength={QUERY_CHARACTERS}
          value={query}
          onChange={(event) => search(event.target.value)}
        />
        {asked === undefined ? null : <input type="hidden" name="lang" value={asked} />}
        <noscript>
          <button type="submit" className="snippet-button">
            {words.find}
          </button>
        </noscript>
      </form>
      <p className="lesson-count" role="status">
        {isSearch ? (count === 0 ? words.none : fillPlural(locale, words.found, count)) : ''}
      </p>
      {isSearch ? null : <GoOn groups={groups} progress={progress} asked={asked} />}
      <div className="lesson-groups">
        {found.map((group) => (
          <Group key={group.id} group={group} progress={progress} asked={asked} />
        ))}
      </div>
      <ForgetProgress progress={progress} />
    </>
  );
}

interface GroupProps extends Pick<LessonListProps, 'asked'> {
  group: FoundGroup;
  progress: Progress | undefined;
}

function Group({ group, progress, asked }: GroupProps) {
  const words = useTexts().messages.learn;
  const { id, title, summary, lang, lessons } = group;
  const done = lessons.filter(({ slug, steps }) => stateOf(steps, progress?.[slug]) === 'finished');
  return (
    <section className="lesson-group" aria-labelledby={`group-${id}`}>
      <div className="lesson-group-head">
        <h2 id={`group-${id}`} lang={lang} dir="auto">
          {title}
        </h2>
        {done.length === 0 ? null : (
          <p>{fill(words.finishedOf, { done: done.length, all: lessons.length })}</p>
        )}
      </div>
      {summary === '' ? null : (
        <p className="lesson-group-summary" lang={lang} dir="auto">
          {summary}
        </p>
      )}
      <ol>
        {lessons.map((lesson) => (
          <LessonCard
            key={lesson.slug}
            lesson={lesson}
            progress={progress?.[lesson.slug]}
            asked={asked}
          />
        ))}
      </ol>
    </section>
  );
}
