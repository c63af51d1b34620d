'use client';

import clsx from 'clsx';
import { Play, Square } from 'lucide-react';
import { usePlayground } from '@/components/playground/store-provider';
import { Kbd } from '@/components/ui/kbd';
import { useMessages } from '@/components/ui/messages-provider';
import { useCommandKey } from '@/components/ui/platform';
import { isActive } from '@/lib/store/selectors';

const base =
  'inline-flex h-8 items-center gap-1.5 rounded-md px-3 font-medium whitespace-nowrap pointer-coarse:h-10';
// The border is seen where the system's colours take the place of the ground.
const solid =
  'border border-transparent bg-accent-solid text-on-accent hover:bg-accent-solid-hover';
const quiet = 'border border-line bg-raised text-text hover:border-line-strong';

/** Exactly one of the two stands out: Run, or Stop while a program runs. */
export function RunControls() {
  const active = usePlayground(isActive);
  const stopping = usePlayground((state) => state.phase === 'stopping');
  const runProgram = usePlayground((state) => state.runProgram);
  const stopProgram = usePlayground((state) => state.stopProgram);
  const commandKey = useCommandKey();
  const texts = useMessages().toolbar;

  return (
    <div className="flex items-center gap-2">
      <button
        type="button"
        aria-label={texts.stop}
        aria-keyshortcuts="Escape"
        aria-disabled={!active || stopping}
        onClick={() => void stopProgram()}
        className={clsx(
          base,
          'max-sm:px-3',
          active
            ? 'border border-transparent bg-danger-solid text-on-danger hover:bg-danger-solid-hover'
            : quiet,
          'aria-disabled:pointer-events-none aria-disabled:opacity-60',
        )}
      >
        <Square className="size-3.5 fill-current" aria-hidden="true" />
        <span className="max-xs:hidden">{texts.stop}</span>
        <span className="hidden md:pointer-fine:inline">
          <Kbd name="Esc" />
        </span>
      </button>
      <button
        type="button"
        aria-label={texts.run}
        data-early
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={() => void runProgram()}
        className={clsx(base, active ? quiet : solid)}
      >
        <Play className="size-3.5 fill-current" aria-hidden="true" />
        {texts.run}
        <span className="hidden md:pointer-fine:inline">
          <Kbd name={`${commandKey} ↵`} />
        </span>
      </button>
    </div>
  );
}
