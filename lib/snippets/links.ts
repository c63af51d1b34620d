/** The addresses of a snippet, as paths of this server. */

/** The public link, to the newest revision; a number names one that stays. */
export function urlOf(id: string, revision?: number): string {
  return revision === undefined ? `/s/${id}` : `/s/${id}?revision=${revision}`;
}

/** The author's link. Browsers keep a fragment to themselves, so the secret stands in no log and no Referer. */
export function editUrlOf(id: string, secret: string): string {
  return `/s/${id}#edit=${secret}`;
}
