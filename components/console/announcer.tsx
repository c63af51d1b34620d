'use client';

import { usePlayground } from '@/components/playground/store-provider';
import { sentenceOfEnd } from '@/lib/console/status';
import type { PlaygroundState } from '@/lib/store/slice';

/** Speaks one sentence when a run starts, waits for input, and ends. */
export function Announcer() {
  const sentence = usePlayground(sentenceOf);
  return (
    <p aria-live="polite" className="sr-only">
      {sentence}
    </p>
  );
}

function sentenceOf({ phase, run }: PlaygroundState): string {
  if (!run || phase === 'idle') return '';
  if (phase === 'starting') return '';
  if (phase === 'finished') {
    if (run.end?.kind === 'done') return sentenceOfEnd(run.end.done);
    if (run.end?.kind === 'problem') return `${run.end.problem.title}.`;
    return 'Stopped by you.';
  }
  if (run.inputPrompt !== undefined) return `The program waits for input. ${run.inputPrompt}`;
  return phase === 'running' ? 'The program runs.' : '';
}
