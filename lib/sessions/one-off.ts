/** A sandbox for one thing, thrown away after it. */
import 'server-only';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import type { Ticket } from './admission';

/**
 * Ends the sandbox behind the back of the answer. The turn lasts until it is gone, so that sandboxes
 * which are being ended cannot pile up.
 */
export function throwAway(
  session: EngineSession,
  ticket: Ticket | undefined,
  onError: (error: unknown) => void,
): void {
  setImmediate(() => {
    session
      .dispose()
      .catch(onError)
      .finally(() => ticket?.leave());
  });
}
