/** Looks for lessons by words, on the server and while one types. */
import { matchScore } from '../fuzzy';
import type { LessonFacts, LessonGroup } from './lesson';

export interface FoundLesson extends LessonFacts {
  /** The part of it that fits best, where its title does not say it. */
  section: LessonFacts['sections'][number] | undefined;
}

export interface FoundGroup extends Omit<LessonGroup, 'lessons'> {
  /** With its place among all of its group, from 1. */
  lessons: (FoundLesson & { number: number })[];
}

/** What is longer is cut: nobody looks for so much. */
export const QUERY_CHARACTERS = 100;

/** The lessons that have every word of the query, in their order; all without a query. */
export function findLessons(groups: readonly LessonGroup[], query: string): FoundGroup[] {
  const words = query.slice(0, QUERY_CHARACTERS).toLowerCase().split(/\s+/).filter(Boolean);
  return groups.flatMap((group) => {
    const lessons = group.lessons.flatMap((lesson, index) => {
      if (!words.every((word) => isIn(lesson, group, word))) return [];
      return [{ ...lesson, number: index + 1, section: sectionOf(lesson, words) }];
    });
    return lessons.length === 0 ? [] : [{ ...group, lessons }];
  });
}

function isIn(lesson: LessonFacts, group: LessonGroup, word: string): boolean {
  const { title, summary, sections, terms } = lesson;
  return (
    [title, group.title].some((text) => matchScore(word, text) > 0) ||
    // Letters far apart mean nothing in a sentence; there the word has to stand as it is.
    [summary, terms, ...sections.map((section) => section.title)].some((text) =>
      text.toLowerCase().includes(word),
    )
  );
}

function sectionOf({ title, sections }: LessonFacts, words: readonly string[]) {
  const open = words.filter((word) => matchScore(word, title) === 0);
  if (open.length === 0) return undefined;
  return sections.find((section) =>
    open.every((word) => section.title.toLowerCase().includes(word)),
  );
}
