'use client';

import { usePlayground } from '@/components/playground/store-provider';
import { useTexts } from '@/components/ui/messages-provider';
import type { ProgramError } from '@/lib/agentbay/contract';
import { wordsOfProblem } from '@/lib/client/problem-words';
import type { Allowed } from '@/lib/console/end-words';
import { sentenceOfEnd } from '@/lib/console/status';
import { fill, type Texts } from '@/lib/messages/messages';
import type { RunFacts, RunPhase } from '@/lib/store/run-slice';
import { useAllowed } from './use-allowed';

/** Speaks one sentence when a run starts, waits for input, and ends. */
export function Announcer() {
  const texts = useTexts();
  const phase = usePlayground((state) => state.phase);
  const run = usePlayground((state) => state.run);
  const allowed = useAllowed();
  return (
    <p aria-live="polite" className="sr-only">
      {run ? sentenceOf(phase, run, allowed, texts) : ''}
    </p>
  );
}

function sentenceOf(phase: RunPhase, run: RunFacts, allowed: Allowed, texts: Texts): string {
  const { spoken } = texts.messages.console;
  if (phase === 'idle' || phase === 'starting') return '';
  if (phase === 'finished') {
    if (run.end?.kind === 'done') return sentenceOfEnd(run.end.done, allowed, texts);
    if (run.end?.kind === 'refused') return sentenceOfRefusal(run.end.error, texts);
    if (run.end?.kind !== 'problem') return spoken.stopped;
    return fill(spoken.problem, { title: wordsOfProblem(run.end.problem, texts).title });
  }
  if (run.inputPrompt !== undefined) return fill(spoken.waits, { prompt: run.inputPrompt });
  return phase === 'running' ? spoken.runs : '';
}

function sentenceOfRefusal({ name, value, line = 1 }: ProgramError, { messages }: Texts): string {
  return fill(messages.editor.refused, { error: `${name}: ${value}`, line });
}
