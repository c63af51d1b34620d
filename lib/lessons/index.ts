/** The lessons of this server: those in the folder of the setting LESSONS_DIR. */
import 'server-only';
import { config } from '@/lib/config';
import { remember } from '@/lib/remember';
import { LessonCatalogue } from './catalogue';
import type { Lesson, LessonGroup } from './lesson';

const catalogue = () => remember('lessons', () => new LessonCatalogue(config().lessonsFolder));

/** In order, each in the wanted language where it is there; none where there is no such folder, or nothing in it. */
export function lessonGroups(wanted?: string): Promise<LessonGroup[]> {
  return catalogue().groups(wanted);
}

/** Undefined where there is none of that slug (`group/lesson`). In another language where that is all there is. */
export function readLesson(slug: string, wanted?: string): Promise<Lesson | undefined> {
  return catalogue().lesson(slug, wanted);
}

/** Each in every language in which it is there. */
export async function allLessons(): Promise<Lesson[]> {
  const all: Lesson[] = [];
  for (const { slug } of (await lessonGroups()).flatMap(({ lessons }) => lessons)) {
    for (const language of (await readLesson(slug))?.languages ?? []) {
      const lesson = await readLesson(slug, language);
      if (lesson) all.push(lesson);
    }
  }
  return all;
}
