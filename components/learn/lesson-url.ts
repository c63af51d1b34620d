interface Place {
  /** In the lesson. */
  at?: string | undefined;
  /** Whatever the reader's own language is. */
  lang?: string | undefined;
}

/** Where a lesson is read, and where in it. */
export function lessonUrl(slug: string, { at, lang }: Place = {}): string {
  const path = slug.split('/').map(encodeURIComponent).join('/');
  return `/learn/${path}${queryOf(lang)}${at === undefined ? '' : `#${encodeURIComponent(at)}`}`;
}

/** Where all lessons are, and which group of them. */
export function lessonsUrl(lang: string | undefined, group?: string): string {
  const place = group === undefined ? '' : `#group-${encodeURIComponent(group)}`;
  return `/learn${queryOf(lang)}${place}`;
}

const queryOf = (lang: string | undefined) => (lang === undefined ? '' : `?lang=${lang}`);
