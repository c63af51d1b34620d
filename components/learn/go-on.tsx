import { ArrowRight } from 'lucide-react';
import { useTexts } from '@/components/ui/messages-provider';
import type { LessonGroup } from '@/lib/lessons/lesson';
import { countSteps, type Progress, whereToGoOn } from '@/lib/lessons/progress';
import { fill } from '@/lib/messages/messages';
import { lessonUrl } from './lesson-url';

interface GoOnProps {
  groups: readonly LessonGroup[];
  progress: Progress | undefined;
  /** The language that the address asks for. */
  asked: string | undefined;
}

/** For who has begun: one link to where it goes on. */
export function GoOn({ groups, progress, asked }: GoOnProps) {
  const words = useTexts().messages.learn;
  const place = progress && whereToGoOn(groups, progress);
  if (!place) return null;
  const { slug, title, lang, steps } = place.lesson;
  const { done, all } = countSteps(steps, progress[slug]);
  const group = groups.find(({ lessons }) => lessons.some((lesson) => lesson.slug === slug));
  return (
    <a href={lessonUrl(slug, { at: place.at, lang: asked })} className="lesson-go-on">
      <span className="lesson-go-on-words">
        <span>{done > 0 ? words.goOn : words.goNext}</span>{' '}
        <strong lang={lang} dir="auto">
          {title}
        </strong>{' '}
        <span>
          {group?.title}
          {done > 0 ? ` · ${fill(words.doneOf, { done, all })}` : ''}
        </span>
      </span>
      <ArrowRight className="size-5 shrink-0" aria-hidden="true" />
    </a>
  );
}
