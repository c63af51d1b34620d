'use client';

import { Footprints } from 'lucide-react';
import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { stepOfAddress } from './step-of-address';
import type { StepsDialogProps } from './steps-dialog';
import type { SteppedProgram } from './steps-panel';

interface OpenedProgram extends SteppedProgram {
  /** Its steps are shown from there on. */
  firstLine?: number;
}

interface StepsButtonProps {
  /** Asked when it is pressed. */
  program: () => Promise<OpenedProgram> | OpenedProgram;
  /** The path and query of the program itself, which with `step` leads to one of its steps; absent: no link does. */
  path?: string;
  className?: string;
}

const nothing = () => () => {};

/** Opens a program step by step; all that does so is loaded then. With `path` the page's address may name a step. */
export function StepsButton({ program, path, className = 'snippet-button' }: StepsButtonProps) {
  const words = useMessages().steps;
  const hasScript = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
  const [Dialog, setDialog] = useState<ComponentType<StepsDialogProps>>();
  const [opened, setOpened] = useState<{ program: OpenedProgram; start?: number }>();
  const [isOpen, setIsOpen] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  const show = async (start?: number) => {
    setHasFailed(false);
    try {
      const [{ StepsDialog }, found] = await Promise.all([import('./steps-dialog'), program()]);
      setDialog(() => StepsDialog);
      setOpened({ program: found, ...(start === undefined ? {} : { start }) });
      setIsOpen(true);
    } catch {
      setHasFailed(true);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the address that was opened
  useEffect(() => {
    const step = path === undefined ? undefined : stepOfAddress(location.search);
    if (step !== undefined) void show(step);
  }, []);
  const linkTo = (step: number) => {
    const link = new URL(path ?? '/', location.origin);
    link.searchParams.set('step', String(step));
    return link.href;
  };

  return (
    <>
      <button
        type="button"
        className={className}
        // Before there is a script it only takes its place.
        style={{ visibility: hasScript ? undefined : 'hidden' }}
        title={words.openHint}
        onClick={() => void show()}
      >
        <Footprints className="size-3.5" aria-hidden="true" />
        {words.open}
      </button>
      {hasFailed ? <span role="alert">{words.notLoaded}</span> : null}
      {Dialog && opened ? (
        <Dialog
          open={isOpen}
          onClose={() => setIsOpen(false)}
          program={opened.program}
          start={opened.start}
          firstLine={opened.program.firstLine}
          asksFirst={opened.start !== undefined}
          linkTo={path === undefined ? undefined : linkTo}
        />
      ) : null}
    </>
  );
}
