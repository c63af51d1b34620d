import { ChevronRight } from 'lucide-react';
import { DemoActions } from '@/components/demo/demo-actions';
import type { MakeFormula } from '@/components/demo/demo-text';
import { DemoView, hasOwnTitle } from '@/components/demo/demo-view';
import { KeptBlocks } from '@/components/demo/kept-blocks';
import { PrintLink } from '@/components/print/print-link';
import { readDocument } from '@/lib/demos/document';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { publicRecorded } from '@/lib/demos/public-recorded';
import { contentsOf } from '@/lib/lessons/contents';
import type { Lesson } from '@/lib/lessons/lesson';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { LearnHead } from './learn-head';
import { LessonContents } from './lesson-contents';
import { LessonEnd } from './lesson-end';
import { LessonTracker } from './lesson-tracker';
import { lessonsUrl } from './lesson-url';
import { OtherLanguages } from './other-languages';

interface LessonPageProps {
  lesson: Lesson;
  texts: Texts;
  /** The language that the address asks for. */
  asked: string | undefined;
  /** Where the page is, whole. */
  address: string;
  makeFormula: MakeFormula;
}

/** A lesson, made on the server from what a reader may have; scripts run its programs and keep what was done. */
export function LessonPage({ lesson, texts, asked, address, makeFormula }: LessonPageProps) {
  const words = texts.messages.learn;
  const { slug, ref, title, steps, lang, minutes, group, number, count, previous, next } = lesson;
  const document = readDocument(publicMarkdown(lesson.markdown));
  const recorded = publicRecorded(document, lesson.recorded);
  const place = fill(words.lesson.place, { group: group.title, number, all: count });
  return (
    <div className="snippet-page learn-page">
      <LearnHead
        texts={texts}
        path={
          <nav aria-label={words.lesson.path} className="learn-path">
            <ol>
              <li>
                <a href={lessonsUrl(asked)}>{words.tab}</a>
              </li>
              <li>
                <ChevronRight className="size-3.5" aria-hidden="true" />
                <a href={lessonsUrl(asked, group.id)} lang={group.lang}>
                  {group.title}
                </a>
              </li>
            </ol>
          </nav>
        }
      >
        <DemoActions reference={ref} revision={undefined} />
      </LearnHead>
      <div className="lesson-layout">
        <LessonContents slug={slug} steps={steps} sections={contentsOf(document)} lang={lang} />
        <main className="lesson-main">
          <PrintLink address={address} />
          <p className="lesson-place">
            <span>{place}</span> <span>{fillPlural(texts.locale, words.minutes, minutes)}</span>
            <OtherLanguages lesson={lesson} texts={texts} />
          </p>
          <noscript>
            <p className="snippet-note">{words.lesson.needsScript}</p>
          </noscript>
          <div lang={lang}>
            {hasOwnTitle(document) ? null : (
              <h1 className="demo-title" dir="auto">
                {title}
              </h1>
            )}
            <DemoView
              document={document}
              recorded={recorded}
              reference={ref}
              texts={texts}
              makeFormula={makeFormula}
            >
              <LessonTracker slug={slug} steps={steps} />
              <KeptBlocks reference={ref} />
            </DemoView>
          </div>
          <LessonEnd
            lesson={{ slug, steps, ref }}
            previous={factsOf(previous)}
            next={factsOf(next)}
            asked={asked}
          />
        </main>
      </div>
    </div>
  );
}

/** What the end of the page shows of another lesson. */
function factsOf(lesson: Lesson['next']) {
  if (lesson === undefined) return undefined;
  const { slug, title, summary, minutes, lang } = lesson;
  return { slug, title, summary, minutes, lang };
}
