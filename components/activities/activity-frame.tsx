'use client';

import {
  CircleCheck,
  CircleDashed,
  CircleX,
  Lightbulb,
  ListChecks,
  RotateCcw,
  Square,
} from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useHasScript } from '@/components/demo/demo-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { useNextFocus } from '@/components/ui/use-next-focus';
import type { ActivityType } from '@/lib/demos/document';
import { fill } from '@/lib/messages/messages';
import type { ActivityWork } from './use-activity';

interface ActivityFrameProps {
  type: ActivityType | 'predict';
  name: string;
  work: ActivityWork;
  /** What came of the last check, in a sentence. */
  said: string;
  /** Absent: it has a button of its own. */
  onCheck?: (() => void) | undefined;
  onRestart?: (() => void) | undefined;
  /** More buttons, beside that of the check. */
  actions?: ReactNode;
  /** Made on the server, in order. */
  hints?: readonly ReactNode[];
  /** What is to be seen of the outcome below its sentence. */
  outcome?: ReactNode;
  /** Below the hints. */
  after?: ReactNode;
  children: ReactNode;
}

const STATE_ICONS = { open: CircleDashed, passed: CircleCheck, failed: CircleX };

/** What all activities have: a name, a state, a check, hints, and what came of it. */
export function ActivityFrame(props: ActivityFrameProps) {
  const { type, name, work, said, onCheck, onRestart, actions, hints = [], outcome, after } = props;
  const words = useMessages().activities;
  const hasScript = useHasScript();
  const frame = useRef<HTMLElement>(null);
  const focusNext = useNextFocus(frame);
  const { state, hints: shown } = work.kept;
  const StateIcon = STATE_ICONS[state];
  const isTouched = work.kept.answer !== undefined || work.kept.tries > 0;

  return (
    <section
      ref={frame}
      className="activity"
      id={`exercise-${name}`}
      // There may be several of its kind.
      aria-label={fill(words.titleOf, { title: words.titles[type], name })}
      data-state={state}
    >
      <div className="activity-head">
        {/* No heading: what comes before it in the document may be of any level. */}
        <p className="activity-title">{words.titles[type]}</p>
        {hasScript ? (
          <span className="activity-state" data-state={state}>
            <StateIcon className="size-4" aria-hidden="true" />
            {words.states[state]}
          </span>
        ) : null}
      </div>
      {props.children}
      <noscript>
        <p className="activity-note">{words.noScript}</p>
      </noscript>
      <div
        className="activity-foot"
        data-print="no"
        style={{ visibility: hasScript ? undefined : 'hidden' }}
      >
        {onCheck ? (
          <button
            type="button"
            className="snippet-button is-main"
            // A button that is disabled loses the focus that it has.
            aria-disabled={!work.canCheck || undefined}
            title={type === 'exercise' ? words.checkHint : undefined}
            onClick={() => (work.isChecking ? work.stop() : work.canCheck && onCheck())}
          >
            {work.isChecking ? (
              <Square className="size-3.5" aria-hidden="true" />
            ) : (
              <ListChecks className="size-4" aria-hidden="true" />
            )}
            {work.isChecking ? words.stop : words.check}
          </button>
        ) : null}
        {actions}
        {shown < hints.length ? (
          <button
            type="button"
            className="snippet-button"
            onClick={() => {
              work.showHint();
              focusNext('.activity-hints > li:last-child');
            }}
          >
            <Lightbulb className="size-4" aria-hidden="true" />
            {shown === 0 ? words.hint : words.nextHint}
          </button>
        ) : null}
        {onRestart && isTouched && !work.isChecking ? (
          <button
            type="button"
            className="snippet-button activity-restart"
            title={words.againHint}
            onClick={() => {
              onRestart();
              focusNext('.activity-foot > button');
            }}
          >
            <RotateCcw className="size-3.5" aria-hidden="true" />
            {words.again}
          </button>
        ) : null}
        {work.canCheck || !hasScript ? null : <p className="activity-note">{words.notKept}</p>}
      </div>
      <div className="activity-outcome" data-state={work.outcome ? state : undefined}>
        <p role="status" className="activity-said">
          {work.isChecking ? words.checking : said}
        </p>
        {work.problem === undefined ? null : (
          <p role="alert" className="demo-problem">
            {work.problem}
          </p>
        )}
        {work.isChecking ? null : outcome}
      </div>
      {shown === 0 || hints.length === 0 ? null : (
        <ol className="activity-hints" aria-label={words.hints} aria-live="polite">
          {hints.slice(0, shown).map((hint, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: hints have no other name than their number
            <li key={at} tabIndex={-1}>
              <p className="activity-label">
                {fill(words.hintOf, { number: at + 1, count: hints.length })}
              </p>
              {hint}
            </li>
          ))}
        </ol>
      )}
      {after}
    </section>
  );
}
