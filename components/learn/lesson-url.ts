/** Where a lesson is read, and where in it. */
export function lessonUrl(slug: string, at?: string): string {
  const path = slug.split('/').map(encodeURIComponent).join('/');
  return `/learn/${path}${at === undefined ? '' : `#${encodeURIComponent(at)}`}`;
}
