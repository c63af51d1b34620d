import { useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { forgetAnswers } from '@/lib/demos/kept-answers';
import type { Progress } from '@/lib/lessons/progress';
import { progressStore } from './use-progress';

/** Lets go of all progress, and brings it back where that was a slip. */
export function ForgetProgress({ progress }: { progress: Progress | undefined }) {
  const words = useTexts().messages.learn;
  const [before, setBefore] = useState<{ progress: Progress; bringBack: () => void }>();
  const hasSome = progress !== undefined && Object.keys(progress).length > 0;
  const forget = () => {
    if (!progress) return;
    // A lesson would tell again what its answers say is passed.
    setBefore({ progress, bringBack: forgetAnswers('learn/') });
    progressStore().replace({});
  };
  const undo = () => {
    before?.bringBack();
    if (before) progressStore().replace(before.progress);
    setBefore(undefined);
  };
  const isUndo = before !== undefined && !hasSome;
  if (!hasSome && !isUndo) return null;
  // One button for both, so that the focus stays where it is.
  return (
    <p className="lesson-forget">
      <span role="status">{isUndo ? words.forgotten : ''}</span>
      <button type="button" onClick={isUndo ? undo : forget}>
        {isUndo ? words.undo : words.forget}
      </button>
    </p>
  );
}
