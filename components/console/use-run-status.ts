import { useEffect, useState } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { runningFact, type StatusLine, statusOfEnd } from '@/lib/console/status';

interface RunStatus extends StatusLine {
  /** The part that changes every second. */
  counter?: string | undefined;
  /** How much of the time limit is used, from 0 to 1. */
  used?: number | undefined;
}

/** The status line as it stands. */
export function useRunStatus(): RunStatus {
  const phase = usePlayground((state) => state.phase);
  const run = usePlayground((state) => state.run);
  const elapsedS = useElapsed(phase === 'running' ? run?.startedAtMs : undefined);
  const line = (tone: StatusLine['tone'], headline: string, counter?: string) => ({
    tone,
    headline,
    facts: [],
    counter,
  });

  if (!run || phase === 'idle') return line('quiet', 'Ready');
  if (phase === 'starting') {
    return line(
      'active',
      run.queuePosition === undefined ? 'Starting…' : `Queued: place ${run.queuePosition}`,
    );
  }
  if (phase === 'stopping') return line('active', 'Stopping…');
  if (phase === 'running') {
    // The server's clock stands still while it waits for the user.
    if (run.inputPrompt !== undefined) return line('waiting', 'Waiting for input');
    const used = Math.min(1, elapsedS / run.timeoutS);
    return { ...line('active', 'Running…', runningFact(elapsedS, run.timeoutS)), used };
  }
  if (run.end?.kind === 'done') return statusOfEnd(run.end.done);
  if (run.end?.kind === 'stopped') return line('quiet', 'Stopped by you');
  return line('failure', run.runId === undefined ? 'Not run' : 'Broken off');
}

/** Seconds since a moment of `performance.now()`, renewed while there is one. */
function useElapsed(sinceMs: number | undefined): number {
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    if (sinceMs === undefined) return;
    const tick = () => setNowMs(performance.now());
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [sinceMs]);
  return sinceMs === undefined ? 0 : Math.max(0, (nowMs - sinceMs) / 1000);
}
