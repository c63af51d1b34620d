/** The lessons of this server: those in the folder of the setting LESSONS_DIR. */
import 'server-only';
import { config } from '@/lib/config';
import { remember } from '@/lib/remember';
import { LessonCatalogue } from './catalogue';
import type { Lesson, LessonGroup } from './lesson';

const catalogue = () => remember('lessons', () => new LessonCatalogue(config().lessonsFolder));

/** In order; none where there is no such folder, or nothing in it. */
export function lessonGroups(): Promise<LessonGroup[]> {
  return catalogue().groups();
}

/** Undefined where there is none of that slug (`group/lesson`). */
export function readLesson(slug: string): Promise<Lesson | undefined> {
  return catalogue().lesson(slug);
}
