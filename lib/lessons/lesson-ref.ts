/** How a lesson is named, with the language in which it is meant where it is there in several. */

export interface LessonName {
  /** `group/lesson`. */
  slug: string;
  /** As `Lesson.language`; undefined: the version without a language in its file's name. */
  language: string | undefined;
}

/** `learn/python/first-steps`, or `learn/zh/python/first-steps`. */
export function lessonRef({ slug, language }: LessonName): string {
  return `learn/${language === undefined ? '' : `${language}/`}${slug}`;
}

/** Undefined: the ref names no lesson. */
export function readLessonRef(ref: string): LessonName | undefined {
  const found = /^learn\/(?:([a-z]{2,8})\/)?([^/]+\/[^/]+)$/.exec(ref);
  return found?.[2] === undefined ? undefined : { slug: found[2], language: found[1] };
}

/** Where a demo or a lesson is read, by its ref; `form` is the ending of its address as a file. */
export function pathOfRef(ref: string, form = ''): string {
  const lesson = readLessonRef(ref);
  if (lesson?.language === undefined) return `/${ref}${form}`;
  return `/learn/${lesson.slug}${form}?lang=${lesson.language}`;
}

/** What an address asks for by `?lang=`; undefined: nothing that is a language. */
export function askedLanguage(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined;
  return /^([a-z]{2,8})(?:-[a-z\d]{1,8})*$/i.exec(value)?.[1]?.toLowerCase();
}
