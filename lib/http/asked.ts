/** What a route looks at of a request: less than a `Request` has, so that the server can make it without Next (scripts/http/direct-route.mjs). */
import 'server-only';

export interface Asked {
  readonly method: string;
  /** By its name, in letters of any size. */
  readonly headers: { get(name: string): string | null };
  readonly body: object | null;
  /** Says when the client has gone before its answer's end. */
  readonly signal: AbortSignal;
}
