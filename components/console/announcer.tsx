'use client';

import { usePlayground } from '@/components/playground/store-provider';
import { useTexts } from '@/components/ui/messages-provider';
import type { DoneEvent, ProgramError } from '@/lib/agentbay/contract';
import { wordsOfProblem } from '@/lib/client/problem-words';
import type { Allowed } from '@/lib/console/end-words';
import { sentenceOfEnd } from '@/lib/console/status';
import { fill, type Texts } from '@/lib/messages/messages';
import type { RunFacts, RunPhase } from '@/lib/store/run-facts';
import { useAllowed } from './use-allowed';

/** Characters; more would be in the way of what comes next. */
const MAX_SPOKEN = 300;

/**
 * Speaks one sentence when a run starts, waits for input, and ends. Of what was entered at the prompt it
 * speaks the outcome, in place of both start and end.
 */
export function Announcer() {
  const texts = useTexts();
  const phase = usePlayground((state) => state.phase);
  const run = usePlayground((state) => state.run);
  const transcript = usePlayground((state) => state.transcript);
  const allowed = useAllowed();
  const shown = () => transcript.toText(texts, run?.firstItem);
  return (
    <p aria-live="polite" className="sr-only">
      {run ? sentenceOf(phase, run, shown, allowed, texts) : ''}
    </p>
  );
}

function sentenceOf(
  phase: RunPhase,
  run: RunFacts,
  shown: () => string,
  allowed: Allowed,
  texts: Texts,
): string {
  const { spoken } = texts.messages.console;
  const isCell = run.context === 'continue';
  if (phase === 'idle' || phase === 'starting') return '';
  if (phase === 'finished') {
    if (isCell && run.end?.kind === 'done' && run.end.done.exit.reason === 'exited') {
      return outcomeOf(run.end.done, shown(), texts);
    }
    if (run.end?.kind === 'done') return sentenceOfEnd(run.end.done, allowed, texts);
    if (run.end?.kind === 'refused') return sentenceOfRefusal(run.end.error, texts);
    if (run.end?.kind !== 'problem') return spoken.stopped;
    return fill(spoken.problem, { title: wordsOfProblem(run.end.problem, texts).title });
  }
  if (run.inputPrompt !== undefined) return fill(spoken.waits, { prompt: run.inputPrompt });
  return phase === 'running' && !isCell ? spoken.runs : '';
}

/** What came of a line of the prompt: what it has shown, or its error. */
function outcomeOf(done: DoneEvent, shown: string, { messages }: Texts): string {
  const { spoken } = messages.prompt;
  const text = (done.errorMessage ?? shown).trim();
  if (text === '') return spoken.printedNothing;
  if (text.length <= MAX_SPOKEN) return text;
  return fill(spoken.cut, { text: text.slice(0, MAX_SPOKEN) });
}

function sentenceOfRefusal({ name, value, line = 1 }: ProgramError, { messages }: Texts): string {
  return fill(messages.editor.refused, { error: `${name}: ${value}`, line });
}
