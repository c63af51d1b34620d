'use client';

import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { Announcer } from '@/components/console/announcer';
import { ConsoleOutput } from '@/components/console/console-output';
import { ConsoleStatus } from '@/components/console/console-status';
import { StoreContext } from '@/components/playground/store-provider';
import { useMessages, useTexts } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { compareGuess } from '@/lib/share/compare-guess';
import { createPageRun, type PageOutcome, type PageRun } from '@/lib/share/page-run';
import { GuessOutcome } from './guess-outcome';
import { RunDifferences } from './run-differences';
import { RunVerdict } from './run-verdict';

export interface RunPanelProps {
  id: string;
  revision: number;
  guess: string | undefined;
  /** Rises with each press of Run. */
  order: number;
  /** Takes what stops the run. */
  stop: RefObject<(() => void) | undefined>;
  onEnd: () => void;
  /** What was recorded. */
  children: ReactNode;
}

type View = 'differences' | 'now' | 'recorded';

/** The program as it runs on the page, then whether it gave what was recorded, and where it did not. */
export function RunPanel({ id, revision, guess, order, stop, onEnd, children }: RunPanelProps) {
  const texts = useTexts();
  const words = texts.messages.compare;
  const latest = useRef({ texts, onEnd });
  const [run] = useState(() => createPageRun(id, revision, () => latest.current.texts));
  const [outcome, setOutcome] = useState<PageOutcome>();
  const [view, setView] = useState<View>('now');

  useEffect(() => {
    latest.current = { texts, onEnd };
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each order is one run
  useEffect(() => {
    let isCurrent = true;
    stop.current = run.stop;
    setOutcome(undefined);
    setView('now');
    void run.start().then((found) => {
      if (!isCurrent) return;
      setOutcome(found);
      if (found.kind === 'compared' && found.comparison.verdict === 'different')
        setView('differences');
      latest.current.onEnd();
    });
    return () => {
      isCurrent = false;
      run.stop();
    };
  }, [run, stop, order]);
  useShownPlaces(run);

  const { transcript, language } = run.store.getState();
  const isRecorded = outcome?.kind === 'compared';
  return (
    <StoreContext value={run.store}>
      <div role="status" className="run-verdict-place">
        {outcome && outcome.kind !== 'alone' ? (
          <RunVerdict outcome={outcome} runtime={LANGUAGE_NAMES[language].runtime} />
        ) : null}
      </div>
      {outcome?.kind === 'alone' && guess !== undefined ? (
        <GuessOutcome
          guess={guess}
          comparison={compareGuess(guess, transcript.items)}
          texts={texts}
        />
      ) : null}
      {isRecorded ? (
        <Views
          view={view}
          views={hasDifferences(outcome) ? ['differences', 'now', 'recorded'] : ['now', 'recorded']}
          onChange={setView}
        />
      ) : null}
      {view === 'differences' && isRecorded ? <RunDifferences outcome={outcome} /> : null}
      <div className="run-console" hidden={view !== 'now'}>
        <ConsoleOutput found={undefined} hasPrompt={false} />
        <div className="run-status">
          <ConsoleStatus />
        </div>
      </div>
      {view === 'recorded' && isRecorded ? children : null}
      {isRecorded ? (
        <details className="run-how">
          <summary>{words.how.title}</summary>
          <p>{words.how.lines}</p>
          <p>{words.how.varying}</p>
          <p>{words.how.usage}</p>
        </details>
      ) : null}
      <Announcer />
    </StoreContext>
  );
}

function hasDifferences(outcome: PageOutcome): boolean {
  return outcome.kind === 'compared' && outcome.comparison.differences.length > 0;
}

interface ViewsProps {
  view: View;
  views: readonly View[];
  onChange: (view: View) => void;
}

function Views({ view, views, onChange }: ViewsProps) {
  const words = useMessages().compare.views;
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are no fields of a form
    <div className="run-views" role="group" aria-label={words.label}>
      {views.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === view}
          onClick={() => onChange(name)}
        >
          {words[name]}
        </button>
      ))}
    </div>
  );
}

/** A place that an error names is shown in the program on the page. */
function useShownPlaces({ store }: PageRun): void {
  useEffect(
    () =>
      store.subscribe(({ revealed, language, revealDone }) => {
        if (!revealed) return;
        const { path, line } = revealed;
        revealDone();
        if (path === LANGUAGE_NAMES[language].fileName) {
          location.hash = `#L${line}`;
          return;
        }
        const file = document.querySelector(`.snippet-file[data-path="${CSS.escape(path)}"]`);
        if (file instanceof HTMLDetailsElement) file.open = true;
        file?.querySelectorAll('.snippet-line')[line - 1]?.scrollIntoView({ block: 'center' });
      }),
    [store],
  );
}
