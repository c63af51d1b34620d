'use client';

import dynamic from 'next/dynamic';
import { useEffect, useId, useRef, useState } from 'react';
import { useDemo, useDemoStore, useHasScript } from '@/components/demo/demo-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { useNextFocus } from '@/components/ui/use-next-focus';
import { isAtWork } from '@/lib/demos/demo-store';
import { compareGuess, type GuessComparison } from '@/lib/share/compare-guess';
import { GUESS_LIMIT } from '@/lib/share/guess-limit';
import type { PlaygroundStore } from '@/lib/store/playground-store';
import { useActivity } from './use-activity';

const GuessOutcome = dynamic(
  () => import('@/components/share/guess-outcome').then((part) => part.GuessOutcome),
  { ssr: false },
);

interface PredictProps {
  /** The block's. */
  id: string;
  reference: string | undefined;
  revision: number | undefined;
}

/** In front of a block's output: first a guess of it, then both beside each other. */
export function Predict({ id, reference, revision }: PredictProps) {
  const texts = useTexts();
  const words = texts.messages.activities.predict;
  const { noScript } = texts.messages.activities;
  const hasScript = useHasScript();
  const store = useDemoStore();
  const work = useActivity({ name: id, reference, revision });
  const block = useDemo(({ blocks }) => blocks[id]);
  const output = useDemo(({ outputs }) => outputs[id]);
  const [isBlank, setBlank] = useState(false);
  /** Undefined until it has been sent. */
  const [guess, setGuess] = useState<string>();
  const [comparison, setComparison] = useState<GuessComparison>();
  const hintId = useId();
  const own = useRef<HTMLDivElement>(null);
  const focusNext = useNextFocus(own);
  const isBusy = block !== undefined && isAtWork(block.phase);
  const isOver = block?.phase === 'done' || block?.phase === 'failed';

  const { judge } = work;
  useEffect(() => {
    if (guess === undefined || comparison || !isOver || !output) return;
    const compared = compareGuess(guess, itemsOf(output));
    setComparison(compared);
    judge(compared.verdict !== 'wrong');
  }, [guess, comparison, isOver, output, judge]);

  const send = (text: string) => {
    setBlank(false);
    setGuess(text);
    focusNext('.predict-outcome');
    store.getState().reveal(id);
    if (!isOver && !isBusy) void store.getState().run(id);
  };
  const draft = work.kept.answer ?? '';

  if (!hasScript) return <p className="snippet-none">{noScript}</p>;
  if (guess === undefined) {
    return (
      <div ref={own}>
        <form
          className="guess-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.trim() === '') setBlank(true);
            else send(draft);
          }}
        >
          <p id={hintId}>{words.text}</p>
          <label>
            <span className="activity-label">{words.label}</span>
            <textarea
              rows={4}
              value={draft}
              maxLength={GUESS_LIMIT}
              aria-describedby={isBlank ? `${hintId} ${hintId}-blank` : hintId}
              aria-invalid={isBlank || undefined}
              onChange={({ target }) => work.setAnswer(target.value)}
              autoComplete="off"
              autoCapitalize="off"
              autoCorrect="off"
              spellCheck={false}
              translate="no"
            />
          </label>
          {isBlank ? (
            <p id={`${hintId}-blank`} role="alert" className="guess-blank">
              {words.empty}
            </p>
          ) : null}
          <div className="activity-foot">
            <button type="submit" className="snippet-button is-main">
              {words.show}
            </button>
            <button type="button" className="snippet-button" onClick={() => send('')}>
              {words.nothing}
            </button>
          </div>
        </form>
      </div>
    );
  }
  return (
    <div ref={own}>
      <div className="predict-outcome" tabIndex={-1}>
        <div role="status">
          {comparison ? (
            <GuessOutcome guess={guess} comparison={comparison} texts={texts} />
          ) : (
            <p className="snippet-none">
              {isBusy || !block || isOver ? words.running : words.failed}
            </p>
          )}
        </div>
        {comparison ? (
          <div className="activity-foot">
            <button
              type="button"
              className="snippet-button"
              onClick={() => {
                setGuess(undefined);
                setComparison(undefined);
                focusNext('textarea');
              }}
            >
              {words.again}
            </button>
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** What the last run of the block has shown. */
function itemsOf(output: PlaygroundStore) {
  const { transcript, run } = output.getState();
  return transcript.items.slice(run?.firstItem ?? 0);
}
