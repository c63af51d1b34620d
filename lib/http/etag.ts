/** Whether a client has what it asks for already (RFC 9110, section 13). */
import 'server-only';

/** A weak tag of these parts: the same parts mean the same answer. `parts` hold no quotes and no spaces. */
export function etagOf(...parts: (string | number)[]): string {
  return `W/"${parts.join('.')}"`;
}

/** True where the request's If-None-Match names `etag`: then 304 without a body is the answer. */
export function hasAlready(request: Request, etag: string): boolean {
  const given = request.headers.get('if-none-match');
  if (given === null) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '');
  return given.trim() === '*' || given.split(',').some((tag) => opaque(tag) === opaque(etag));
}
