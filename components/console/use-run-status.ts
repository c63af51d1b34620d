import { useEffect, useState } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { runningFact, type StatusLine, statusOfEnd } from '@/lib/console/status';
import { fill } from '@/lib/messages/messages';
import { useAllowed } from './use-allowed';

interface RunStatus extends StatusLine {
  /** The part that changes every second. */
  counter?: string | undefined;
  /** How much of the time limit is used, from 0 to 1. */
  used?: number | undefined;
}

/** The status line as it stands. */
export function useRunStatus(): RunStatus {
  const texts = useTexts();
  const words = texts.messages.console.status;
  const allowed = useAllowed();
  const phase = usePlayground((state) => state.phase);
  const run = usePlayground((state) => state.run);
  const isLive = usePlayground((state) => state.server?.capabilities.liveOutput ?? true);
  const elapsedS = useElapsed(phase === 'running' ? run?.startedAtMs : undefined);
  const line = (tone: StatusLine['tone'], headline: string, counter?: string) => ({
    tone,
    headline,
    facts: [],
    counter,
  });

  if (!run || phase === 'idle') return line('quiet', words.ready);
  if (phase === 'starting') {
    return line(
      'active',
      run.queuePosition === undefined
        ? words.starting
        : fill(words.queued, { place: run.queuePosition }),
    );
  }
  if (phase === 'stopping') return line('active', words.stopping);
  if (phase === 'running') {
    // The server's clock stands still while it waits for the user.
    if (run.inputPrompt !== undefined) return line('waiting', words.waiting);
    const used = Math.min(1, elapsedS / run.timeoutS);
    const running = line('active', words.running, runningFact(elapsedS, run.timeoutS, texts));
    return { ...running, facts: isLive ? [] : [words.outputAtEnd], used };
  }
  if (run.end?.kind === 'done') return statusOfEnd(run.end.done, allowed, texts);
  if (run.end?.kind === 'stopped') return line('quiet', words.stopped);
  return line('failure', run.runId === undefined ? words.notRun : words.brokenOff);
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
