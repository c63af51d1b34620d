/** Where a document of anybody's may lead, and what it may show. */

/** Other sites, mail, and places of this one; empty for all else, which is no link. */
export function safeLink(url: string): string {
  if (/^(?:https?:\/\/|mailto:|#)/i.test(url)) return url;
  // Not `//host` and its kin, which browsers take for another site.
  return /^\/(?![/\\])/.test(url) && !/[\\\p{Cc}]/u.test(url) ? url : '';
}

/** Images that are in the document itself: any other would tell its host who reads this. */
export function safeImage(url: string): string {
  return /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/.test(url) ? url : '';
}
