'use client';

import './steps.css';
import './drawing.css';
import { useMemo, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { readStep } from '@/lib/client/steps';
import { fill } from '@/lib/messages/messages';
import { StepStates } from '@/lib/steps/states';
import { FramesMemory } from './steps-memory';

/** Where a program was when its time ended: its calls and their variables, drawn as a recorded step is. */
export function StoppedState({ stoppedAt }: { stoppedAt: unknown }) {
  const words = useMessages().steps.stopped;
  const [isOpen, setIsOpen] = useState(false);
  const state = useMemo(() => {
    const step = readStep(stoppedAt);
    if (step === undefined || step.stack.length === 0) return undefined;
    return new StepStates({
      language: 'python',
      steps: [step],
      output: [],
      omitted: [],
      exit: { reason: 'timed_out' },
    }).at(0);
  }, [stoppedAt]);
  const line = state?.frames.at(-1)?.line;
  if (state === undefined || line === undefined) return null;
  return (
    <details
      className="steps-stopped"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{words.title}</summary>
      {isOpen ? (
        <>
          <p>{fill(words.line, { line })}</p>
          <FramesMemory state={state} />
        </>
      ) : null}
    </details>
  );
}
