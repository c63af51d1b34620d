'use client';

import { Eye, EyeOff, Play, Square } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { BlockEditor } from '@/components/demo/block-editor';
import { useDemo, useDemoStore, useHasScript } from '@/components/demo/demo-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import { outcomeInWords, whyBroken } from '@/lib/demos/case-words';
import { isAtWork } from '@/lib/demos/demo-store';
import { exerciseBlockId } from '@/lib/demos/exercise-block';
import { fill, fillPlural } from '@/lib/messages/messages';
import { ActivityFrame } from './activity-frame';
import { CaseList } from './case-list';
import { useActivity } from './use-activity';

const BlockOutput = dynamic(
  () => import('@/components/demo/block-output').then((part) => part.BlockOutput),
  { ssr: false },
);

interface ExerciseProps {
  name: string;
  language: Language;
  starter: string;
  hiddenCases: number;
  /** What anybody may read of its checks; absent: there are none. */
  checks: ReactNode;
  hints: readonly ReactNode[];
  /** `code` is undefined where it is to be seen after it has been passed. */
  solution: { code: string | undefined } | undefined;
  reference: string | undefined;
  revision: number | undefined;
}

/** A program to be written: it can be run like any block, and checked. */
export function Exercise(props: ExerciseProps) {
  const { name, language, starter, hiddenCases, checks, hints, reference, revision } = props;
  const texts = useTexts();
  const words = texts.messages.activities;
  const demo = texts.messages.demo;
  const hasScript = useHasScript();
  const store = useDemoStore();
  const work = useActivity({ name, reference, revision });
  const hintId = useId();
  const id = exerciseBlockId(name);
  const phase = useDemo(({ blocks }) => blocks[id]?.phase ?? 'idle');
  const error = useDemo(({ blocks }) => blocks[id]?.error);
  const output = useDemo(({ outputs }) => outputs[id]);
  const code = work.kept.answer ?? starter;
  const isBusy = isAtWork(phase);
  const outcome = work.outcome?.type === 'exercise' ? work.outcome : undefined;
  const languageName = LANGUAGE_NAMES[language].name;

  // What is run is what stands here, also after a reload.
  useEffect(() => store.getState().setCode(id, code), [store, id, code]);

  const run = () => {
    store.getState().setCode(id, code);
    void store.getState().run(id);
  };
  const check = () => void work.check({ code }, code);
  const failing = outcome?.broken?.error ?? outcome?.results.find((one) => one.error?.line)?.error;

  return (
    <ActivityFrame
      type="exercise"
      name={name}
      work={work}
      said={outcome ? outcomeInWords(outcome, texts) : ''}
      onCheck={check}
      onRestart={() => {
        work.restart();
        store.getState().reset(id);
      }}
      hints={hints}
      actions={
        <button
          type="button"
          className="snippet-button"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={() => (isBusy ? store.getState().stop() : run())}
        >
          {isBusy ? (
            <Square className="size-3.5" aria-hidden="true" />
          ) : (
            <Play className="size-3.5" aria-hidden="true" />
          )}
          {isBusy ? demo.stop : demo.run}
        </button>
      }
      outcome={
        outcome ? (
          <>
            {outcome.broken ? <p className="case-why">{whyBroken(outcome, texts)}</p> : null}
            {outcome.broken?.printed ? (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
              <pre className="activity-printed" translate="no" tabIndex={0}>
                {outcome.broken.printed}
              </pre>
            ) : null}
            {outcome.results.length > 0 ? (
              <CaseList results={outcome.results} texts={texts} />
            ) : null}
          </>
        ) : null
      }
      after={
        <Solution
          code={props.solution?.code ?? work.kept.solution}
          isHeld={props.solution !== undefined && props.solution.code === undefined}
          language={language}
        />
      }
    >
      <BlockEditor
        code={code}
        language={language}
        label={fill(words.code, { language: languageName })}
        hintId={hintId}
        onChange={hasScript ? work.setAnswer : undefined}
        onRun={run}
        onRunAndNext={check}
        errorLine={error?.line ?? failing?.line}
      />
      <p id={hintId} className="sr-only">
        {words.keys}
      </p>
      <div className="demo-output">
        {output ? (
          <BlockOutput store={output} />
        ) : phase === 'waiting' ? (
          <p className="snippet-none">{demo.waiting}</p>
        ) : null}
      </div>
      {checks ? (
        <details className="activity-checks">
          <summary>
            {words.checks}
            {hiddenCases > 0 ? (
              <span className="text-muted">
                {' '}
                {fillPlural(texts.locale, words.hiddenCases, hiddenCases)}
              </span>
            ) : null}
          </summary>
          {checks}
        </details>
      ) : hiddenCases > 0 ? (
        <p className="activity-note">{fillPlural(texts.locale, words.onlyHidden, hiddenCases)}</p>
      ) : null}
    </ActivityFrame>
  );
}

interface SolutionProps {
  code: string | undefined;
  isHeld: boolean;
  language: Language;
}

function Solution({ code, isHeld, language }: SolutionProps) {
  const words = useTexts().messages.activities;
  const hasScript = useHasScript();
  const [isShown, setShown] = useState(false);
  if (!hasScript) return null;
  if (code === undefined) {
    return isHeld ? <p className="activity-note">{words.heldSolution}</p> : null;
  }
  return (
    <div className="activity-solution">
      <button
        type="button"
        className="snippet-button"
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? (
          <EyeOff className="size-4" aria-hidden="true" />
        ) : (
          <Eye className="size-4" aria-hidden="true" />
        )}
        {isShown ? words.hideSolution : words.showSolution}
      </button>
      {isShown ? (
        <BlockEditor code={code} language={language} label={words.solution} hintId={undefined} />
      ) : null}
    </div>
  );
}
