/** The server's long-lived parts, one of each per process. */
import 'server-only';
import { engine } from '@/lib/agentbay/engines';
import type { Engine } from '@/lib/agentbay/engines/engine';
import { config } from '@/lib/config';
import { log } from '@/lib/log';
import { remember } from '@/lib/remember';
import { Admission } from './admission';
import { FinishedRuns } from './finished-runs';
import { memoryLeft, memoryReserveBytes } from './memory-left';
import { observeRun } from './observed-run';
import { type RunOrder, type RunServices, ServerRun } from './server-run';
import { type MemoryLeft, SessionTable } from './session-table';

/** How often the machine is asked for its memory. */
const MEMORY_LOOK_MS = 1000;

export function services(): RunServices {
  return remember('services', () => {
    // Else a key's programs could keep the visitors out, or the other way round.
    const reserved = config().gatewayKeys.length > 0 ? 1 / 4 : 0;
    const onError = (err: unknown) => log().error({ err }, 'a session could not be ended');
    const sessions = new SessionTable(config(), engine, onError, memoryOf(engine()));
    setInterval(() => {
      const count = sessions.giveWay();
      if (count > 0) log().warn({ sessions: count }, 'memory is low: resting sessions were ended');
    }, MEMORY_LOOK_MS).unref();
    return {
      admission: new Admission({ ...config(), reserved }),
      sessions,
      engine,
      runs: new Map(),
      finished: new FinishedRuns(),
      onEnd: observeRun,
      onError,
    };
  });
}

/** Programs that run elsewhere take none of this machine's. */
function memoryOf({ name }: Engine): () => MemoryLeft {
  if (name !== 'local') return () => 'enough';
  const reserveBytes = memoryReserveBytes(config().memoryLimitBytes);
  return () => memoryLeft(reserveBytes);
}

/** A run that begins when its events are read. */
export function newRun(order: RunOrder): ServerRun {
  return new ServerRun(order, services());
}

/**
 * The unfinished run of that id, if this browser session started it; runs in a sandbox of their own
 * belong to all who know the id, which cannot be guessed.
 */
export function findRun(runId: string, sessionId: string | undefined): ServerRun | undefined {
  const run = services().runs.get(runId);
  const isTheirs = run?.sessionId === undefined || run.sessionId === sessionId;
  return isTheirs ? run : undefined;
}
