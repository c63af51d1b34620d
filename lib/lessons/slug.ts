/** The slug that an address names; one that no lesson has where its escapes are no UTF-8. */
export function slugOf({ group, lesson }: { group: string; lesson: string }): string {
  try {
    return [group, lesson].map((part) => decodeURIComponent(part).normalize('NFC')).join('/');
  } catch {
    return '';
  }
}
