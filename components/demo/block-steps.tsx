'use client';

import { StepsButton } from '@/components/steps/steps-button';
import { useStepsOffered } from '@/components/steps/steps-offer';
import { canBeStepped } from '@/lib/steps/trace';
import type { BlockToolProps } from './block-tools';
import { useDemo, useDemoStore } from './demo-provider';

/** Steps through a block, after what it needs. */
export function BlockSteps({ part: { id, language } }: BlockToolProps) {
  const store = useDemoStore();
  // What is to be guessed would be seen.
  const isWithheld = useDemo(({ blocks }) => blocks[id]?.isWithheld ?? true);
  const isOffered = useStepsOffered();
  if (isWithheld || !isOffered || !canBeStepped(language)) return null;
  return (
    <StepsButton
      className="demo-tool"
      program={() => {
        const program = store.getState().programOf(id);
        if (program === undefined) throw new Error('There is no such block.');
        return program;
      }}
    />
  );
}
