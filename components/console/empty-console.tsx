'use client';

import { usePlayground } from '@/components/playground/store-provider';
import { Kbd } from '@/components/ui/kbd';
import { useCommandKey } from '@/components/ui/platform';

/** What stands where output will be: what to do first, or that a program printed nothing. */
export function EmptyConsole() {
  const phase = usePlayground((state) => state.phase);
  const isEmpty = usePlayground((state) => state.outputVersion >= 0 && state.transcript.isEmpty);
  const wasDone = usePlayground((state) => state.run?.end?.kind === 'done');
  const commandKey = useCommandKey();

  if (!isEmpty) return null;
  if (phase === 'finished' && wasDone) {
    return <p className="px-5 font-sans text-muted">The program printed nothing.</p>;
  }
  if (phase !== 'idle') return null;
  return (
    <div className="space-y-3 px-5 pt-1 font-sans text-muted">
      <p>
        Press <strong className="font-semibold text-text">Run</strong> and what your program prints
        appears here, while it runs.
      </p>
      <p className="hidden items-center gap-x-1.5 pointer-fine:flex">
        <Kbd name={`${commandKey} ↵`} /> runs
        <span className="sr-only">with {commandKey} and Enter,</span>
        <span className="w-2" />
        <Kbd name="Esc" /> stops
        <span className="sr-only">with Escape.</span>
      </p>
    </div>
  );
}
