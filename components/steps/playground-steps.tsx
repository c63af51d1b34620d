'use client';

import { Footprints } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { useActions } from '@/components/actions/actions-provider';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import { useMediaQuery } from '@/components/ui/use-media-query';
import type { Action } from '@/lib/actions/registry';
import { writeProgram } from '@/lib/share/fragment';
import type { SharedProgram } from '@/lib/share/program';
import { canBeStepped } from '@/lib/steps/trace';
import type { PlaygroundStore } from '@/lib/store/playground-store';
import { currentCode, usedInput } from '@/lib/store/selectors';
import { stepOfAddress } from './step-of-address';

const StepsDialog = dynamic(() => import('./steps-dialog').then((part) => part.StepsDialog), {
  ssr: false,
});

const StoppedState = dynamic(() => import('./stopped-state').then((part) => part.StoppedState), {
  ssr: false,
});

const LOOK_EVERY_MS = 100;

interface Opened {
  program: SharedProgram;
  /** From the address. */
  start?: number;
}

/** What steps through the program in the editor: a button at its head, an action of the palette, a link. */
export function PlaygroundSteps() {
  const words = useMessages().steps;
  const store = usePlaygroundStore();
  const language = usePlayground((state) => state.language);
  const isOffered = usePlayground((state) => state.server?.capabilities.steps ?? false);
  const [opened, setOpened] = useState<Opened>();
  const [isOpen, setIsOpen] = useState(false);
  const isPossible = isOffered && canBeStepped(language);
  const show = (start?: number) => {
    setOpened({ program: programOf(store), ...(start === undefined ? {} : { start }) });
    setIsOpen(true);
  };

  useActions(
    // biome-ignore lint/correctness/useExhaustiveDependencies: what it opens is read then
    useMemo(
      (): Action[] => [
        {
          id: 'program.steps',
          label: words.open,
          group: 'Program',
          keywords: words.keywords,
          enabled: isPossible,
          run: () => show(),
        },
      ],
      [words, isPossible],
    ),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the address that was opened
  useEffect(() => onceLinkIsOpen(store, show), []);

  return (
    <>
      {isPossible ? <HeadButton onPress={() => show()} /> : null}
      <StoppedPlace />
      {opened ? (
        <StepsDialog
          open={isOpen}
          onClose={() => setIsOpen(false)}
          program={opened.program}
          start={opened.start}
          asksFirst={opened.start !== undefined}
          linkTo={async (step) =>
            `${location.origin}/?step=${step}${await writeProgram(opened.program)}`
          }
        />
      ) : null}
    </>
  );
}

/** Below the output of a program that had to be ended. */
function StoppedPlace() {
  const stoppedAt = usePlayground(({ freshRun, run, phase }) =>
    phase === 'finished' && freshRun?.runId === run?.runId ? freshRun?.done.stoppedAt : undefined,
  );
  const place = stoppedAt && document.querySelector('#console');
  return place ? createPortal(<StoppedState stoppedAt={stoppedAt} />, place) : null;
}

/** Beside what else belongs to the program: over the editor, on a phone beside its tabs. */
function HeadButton({ onPress }: { onPress: () => void }) {
  const words = useMessages().steps;
  const isPhone = useMediaQuery('(max-width: 39.99rem)');
  const [place, setPlace] = useState<Element | null>(null);
  useEffect(() => {
    setPlace(document.querySelector(isPhone ? '.view-bar' : '.file-head'));
  }, [isPhone]);
  if (place === null) return null;
  return createPortal(
    <IconButton label={words.open} title={words.openHint} onClick={onPress}>
      <Footprints className="size-4" aria-hidden="true" />
      <span className="max-xl:hidden">{words.open}</span>
    </IconButton>,
    place,
  );
}

function programOf(store: PlaygroundStore): SharedProgram {
  const state = store.getState();
  const { language, timeoutS, sourceFiles } = state;
  return {
    language,
    timeoutS,
    files: [...sourceFiles],
    code: currentCode(state),
    stdin: usedInput(state),
  };
}

/** `show` is called where the address names a step, as soon as the program that it names is in the editor. */
function onceLinkIsOpen(store: PlaygroundStore, show: (step: number) => void) {
  const step = stepOfAddress(location.search);
  if (step === undefined) return undefined;
  const timer = setInterval(() => {
    // What opens a link takes it out of the address, and is done with it in the same moment.
    if (location.hash !== '' || !store.getState().server) return;
    clearInterval(timer);
    history.replaceState(history.state, '', location.pathname);
    show(step);
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
