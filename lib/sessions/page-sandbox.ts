/** Names of the sandboxes that a browser session's pages have for themselves. */
import 'server-only';

/** What the sessions' table knows it by: of the session itself where no page is named; undefined without a session. */
export function pageSandbox(
  sessionId: string | undefined,
  page: string | undefined,
): string | undefined {
  // No session's id has a blank in it.
  return sessionId === undefined || page === undefined ? sessionId : `${sessionId} ${page}`;
}
