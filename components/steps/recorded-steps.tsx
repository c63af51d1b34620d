'use client';

import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import type { SourceFile } from '@/lib/agentbay/contract';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { nextChange, type StepVariable, stepAtLine } from '@/lib/steps/changes';
import { lineThatIsNext, lineThatRan, mainFile, sentenceOf } from '@/lib/steps/sentence';
import type { StepStates } from '@/lib/steps/states';
import type { StepTrace } from '@/lib/steps/trace';
import { StepsCode } from './steps-code';
import { StepsControls } from './steps-controls';
import { StepsMemory } from './steps-memory';
import { StepsOutput } from './steps-output';

interface RecordedStepsProps {
  states: StepStates;
  sources: { main: string; files: SourceFile[] };
  start: number | undefined;
  linkTo: ((step: number) => Promise<string> | string) | undefined;
  /** What records it anew. */
  again: ReactNode;
}

const MANY = 10;

/** A recorded program, at one of its steps. */
export function RecordedSteps({ states, sources, start, linkTo, again }: RecordedStepsProps) {
  const texts = useTexts();
  const words = texts.messages.steps;
  const last = states.count - 1;
  const within = (wanted: number) => Math.min(last, Math.max(0, wanted));
  const [at, setAt] = useState(() => within((start ?? 1) - 1));
  const [watched, setWatched] = useState<StepVariable>();
  const [note, setNote] = useState('');

  const go = (wanted: number) => {
    setNote('');
    setAt(within(wanted));
  };
  const goToChange = (direction: 1 | -1) => {
    const found = nextChange(states, at, watched, direction);
    if (found !== undefined) return go(found);
    setNote(
      fill(words.controls.noChange, { name: watched ? watched.name : words.controls.anything }),
    );
  };
  const goToLine = (file: string, line: number) => {
    const found = stepAtLine(states, at, file, line);
    if (found !== undefined) return go(found);
    setNote(fill(words.controls.noLine, { line }));
  };
  useKeys((event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    const wanted = targetOf(event.key, at, last);
    const direction = DIRECTIONS.get(event.key);
    const isTyping = target.closest('textarea, select, input[type="text"]') !== null;
    if (event.defaultPrevented || isTyping || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (wanted === undefined && direction === undefined) return;
    event.preventDefault();
    if (direction === undefined) go(wanted ?? at);
    else goToChange(direction);
  });
  const sentence = useMemo(() => sentenceOf(states, at, texts), [states, at, texts]);

  if (states.count === 0)
    return (
      <div className="steps-message">
        <p role="alert">{states.trace.errorMessage ?? words.nothing}</p>
        {again}
      </div>
    );
  const next = lineThatIsNext(states, at);
  const ran = lineThatRan(states, at);
  return (
    <div className="steps-panel">
      <StepsControls
        states={states}
        at={at}
        watched={watched}
        onStep={go}
        onWatch={setWatched}
        onChange={goToChange}
        linkTo={linkTo}
      />
      <div className="steps-said">
        <p className="steps-sentence" role="status">
          {sentence}
        </p>
        {note === '' ? null : (
          <p className="steps-note" role="status">
            {note}
          </p>
        )}
        <Notices trace={states.trace} texts={texts} />
      </div>
      <div className="steps-body">
        <StepsCode
          sources={sources}
          language={states.trace.language}
          main={mainFile(states)}
          file={next?.file ?? ran?.file ?? mainFile(states)}
          next={next}
          ran={ran}
          onLine={goToLine}
        />
        <StepsMemory states={states} at={at} />
        <div className="steps-side">
          <StepsOutput pieces={states.trace.output} count={states.trace.steps[at]?.output ?? 0} />
          {again}
        </div>
      </div>
    </div>
  );
}

/** Wherever the focus is: over the page there is nothing else meanwhile. */
function useKeys(onKeyDown: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKeyDown);
  useLayoutEffect(() => {
    latest.current = onKeyDown;
  });
  // Before the first picture of it: who sees the panel may press a key.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event);
    // On its way down: the dialog lets no arrow key out again.
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
}

const DIRECTIONS = new Map<string, 1 | -1>([
  ['n', 1],
  ['p', -1],
]);

function targetOf(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return at - 1;
    case 'ArrowRight':
      return at + 1;
    case 'PageUp':
      return at - MANY;
    case 'PageDown':
      return at + MANY;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** What is not here, in plain words. */
function Notices({ trace, texts }: { trace: StepTrace; texts: Texts }) {
  const { cut, omitted } = texts.messages.steps;
  const count = trace.steps.length;
  const said = [
    ...(trace.cut === 'steps' || trace.cut === 'size'
      ? [fillPlural(texts.locale, cut[trace.cut], count)]
      : trace.cut === undefined
        ? []
        : [cut[trace.cut]]),
    ...trace.omitted.map((name) => omitted[name]),
  ];
  if (said.length === 0) return null;
  return <p className="steps-hint">{said.join(' ')}</p>;
}
