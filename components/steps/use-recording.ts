import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '@/lib/agentbay/contract';
import { problemOf } from '@/lib/client/problem';
import { recordSteps, type StepsRequest } from '@/lib/client/steps';
import { StepStates } from '@/lib/steps/states';

type Recording =
  | { kind: 'none' }
  | { kind: 'recording' }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'done'; states: StepStates };

/** Records when it is told to; leaving the page ends what still runs. */
export function useRecording() {
  const [recording, setRecording] = useState<Recording>({ kind: 'none' });
  const running = useRef<AbortController | undefined>(undefined);

  const stop = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
  }, []);
  const record = useCallback(
    async (request: StepsRequest) => {
      stop();
      const own = new AbortController();
      running.current = own;
      setRecording({ kind: 'recording' });
      try {
        const trace = await recordSteps(request, own.signal);
        if (!own.signal.aborted) setRecording({ kind: 'done', states: new StepStates(trace) });
      } catch (error) {
        if (!own.signal.aborted) setRecording({ kind: 'failed', problem: problemOf(error) });
      }
    },
    [stop],
  );
  const giveUp = useCallback(() => {
    stop();
    setRecording({ kind: 'none' });
  }, [stop]);
  useEffect(() => stop, [stop]);
  return { recording, record, giveUp };
}
