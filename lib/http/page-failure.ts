/** What Next catches while it makes a page: the reader sees a number, the log has the rest under it. */
import 'server-only';
import { log } from '@/lib/log';
import { REQUEST_ID_HEADER } from './route';

interface Failed {
  headers: Record<string, string | string[] | undefined>;
}

/** `route`: the folder of `app`, which tells nothing of the visitor. */
export function reportPageFailure(error: unknown, { headers }: Failed, route: string): void {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  const requestId = headers[REQUEST_ID_HEADER];
  log().error({ requestId, digest, route, err: error }, 'a page could not be made');
}
