'use client';

import { useMemo } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { layOut } from '@/lib/steps/layout';
import { nameInWords } from '@/lib/steps/sentence';
import type { ShownFrame, StepState, StepStates } from '@/lib/steps/states';
import type { Step } from '@/lib/steps/trace';
import { textOfValue } from '@/lib/steps/value-text';
import { FramesDrawing } from './frames-drawing';

/** Frames and objects of a step: drawn, and as a list for who cannot see the drawing. */
export function StepsMemory({ states, at }: { states: StepStates; at: number }) {
  const state = states.at(at);
  const before = at > 0 ? states.at(at - 1) : undefined;
  return <FramesMemory state={state} before={before} step={states.trace.steps[at]} />;
}

interface FramesMemoryProps {
  state: StepState;
  before?: StepState | undefined;
  step?: Step | undefined;
}

export function FramesMemory({ state, before, step }: FramesMemoryProps) {
  const texts = useTexts();
  const words = texts.messages.steps.drawing;
  const returned = useMemo(() => returnedOf(step, texts), [step, texts]);
  const drawing = useMemo(
    () => layOut(state, { title: (frame) => nameInWords(frame, texts), before, returned }),
    [state, before, returned, texts],
  );
  return (
    <section className="steps-part steps-memory" aria-label={words.label}>
      <h3 className="steps-part-head">{words.label}</h3>
      {step?.hidden ? (
        <p className="steps-hint">{fillPlural(texts.locale, words.hidden, step.hidden)}</p>
      ) : null}
      <FramesDrawing drawing={drawing} />
      <div className="sr-only" translate="no">
        {state.frames.map((frame) => (
          <FrameInWords key={frame.id} frame={frame} state={state} texts={texts} />
        ))}
        {returned === undefined ? null : (
          <p>
            {returned.name} {textOfValue(returned.value, state.boxes)}
          </p>
        )}
      </div>
    </section>
  );
}

function returnedOf(step: Step | undefined, texts: Texts) {
  if (step?.value === undefined) return undefined;
  const { returns, yields } = texts.messages.steps.drawing;
  return { name: step.event === 'yield' ? yields : returns, value: step.value };
}

interface FrameInWordsProps {
  frame: ShownFrame;
  state: StepState;
  texts: Texts;
}

function FrameInWords({ frame, state, texts }: FrameInWordsProps) {
  const words = texts.messages.steps.drawing;
  const { variables } = frame.frame;
  return (
    <>
      <h4>{nameInWords(frame, texts)}</h4>
      {variables.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <ul>
          {variables.map(([name, value]) => {
            const text = textOfValue(value, state.boxes, 3, 200);
            return (
              <li key={name}>
                {name}: {typeof value === 'number' ? fill(words.leadsTo, { text }) : text}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
