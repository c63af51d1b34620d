import type { LessonGroup } from '@/lib/lessons/lesson';
import type { Texts } from '@/lib/messages/messages';
import { LearnHead } from './learn-head';
import { LessonList } from './lesson-list';

interface LearnPageProps {
  groups: readonly LessonGroup[];
  query: string;
  /** The language that the address asks for. */
  asked: string | undefined;
  texts: Texts;
}

/** The list of all lessons, made on the server; scripts add what has been done. */
export function LearnPage({ groups, query, asked, texts }: LearnPageProps) {
  const words = texts.messages.learn;
  return (
    <div className="snippet-page learn-page">
      <LearnHead texts={texts}>
        <a href="/" className="snippet-button">
          {words.toPlayground}
        </a>
      </LearnHead>
      <main className="learn-main">
        <h1>{words.title}</h1>
        {groups.length === 0 ? (
          <p className="learn-intro">{words.empty}</p>
        ) : (
          <>
            <p className="learn-intro">{words.intro}</p>
            <LessonList groups={groups} query={query} asked={asked} />
          </>
        )}
      </main>
    </div>
  );
}
