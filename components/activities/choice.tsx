'use client';

import { type ReactNode, useId, useState } from 'react';
import { useHasScript } from '@/components/demo/demo-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { outcomeInWords } from '@/lib/demos/case-words';
import { listOf } from '@/lib/demos/kept-list';
import { fill } from '@/lib/messages/messages';
import { ActivityFrame } from './activity-frame';
import { useActivity } from './use-activity';

interface ChoiceProps {
  name: string;
  /** Made on the server; absent: what stands above the activity asks. */
  question: ReactNode;
  options: readonly ReactNode[];
  /** The same as they were written. */
  sources: readonly string[];
  takesSeveral: boolean;
  hints: readonly ReactNode[];
  reference: string | undefined;
  revision: number | undefined;
}

/** Answers to choose from, and what their author says to the chosen ones. */
export function Choice(props: ChoiceProps) {
  const { name, question, options, sources, takesSeveral, hints, reference, revision } = props;
  const texts = useTexts();
  const words = texts.messages.activities.choice;
  const hasScript = useHasScript();
  const work = useActivity({
    ...{ name, reference, revision },
    shown: (answer) =>
      listOf(answer, 'number')
        .flatMap((at) => sources[at] ?? [])
        .join('\n'),
  });
  const [isEmpty, setEmpty] = useState(false);
  const group = useId();
  const chosen = listOf(work.kept.answer, 'number');
  const outcome = work.outcome?.type === 'choice' ? work.outcome : undefined;

  const choose = (at: number, isOn: boolean) => {
    setEmpty(false);
    const others = takesSeveral ? chosen.filter((one) => one !== at) : [];
    const next = isOn ? [...others, at].sort((a, b) => a - b) : others;
    work.setAnswer(JSON.stringify(next));
  };
  const check = () => {
    setEmpty(chosen.length === 0);
    if (chosen.length > 0) void work.check({ choice: chosen }, JSON.stringify(chosen));
  };

  return (
    <ActivityFrame
      type="choice"
      name={name}
      work={work}
      said={isEmpty ? words.noneChosen : outcome ? outcomeInWords(outcome, texts) : ''}
      hints={hints}
      onCheck={check}
      onRestart={work.restart}
    >
      <fieldset className="choice" aria-describedby={`${group}-how`} disabled={!hasScript}>
        <legend>{question}</legend>
        <p id={`${group}-how`} className="activity-note">
          {takesSeveral ? words.several : words.one}
        </p>
        {options.map((option, at) => {
          const why = outcome?.whys.find((one) => one.option === at)?.why;
          const isChosen = chosen.includes(at);
          const verdict =
            outcome && isChosen && (outcome.passed || !takesSeveral) ? outcome.passed : undefined;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: options have no other name than their number
            <div key={at} className="choice-option" data-right={verdict}>
              <label>
                <input
                  type={takesSeveral ? 'checkbox' : 'radio'}
                  name={group}
                  checked={isChosen}
                  aria-describedby={why ? `${group}-${at}` : undefined}
                  onChange={({ target }) => choose(at, target.checked)}
                />
                <span>{option}</span>
              </label>
              {why ? (
                <p id={`${group}-${at}`} className="choice-why">
                  {fill(words.why, { why: '' })}
                  <Inline text={why} />
                </p>
              ) : null}
            </div>
          );
        })}
      </fieldset>
    </ActivityFrame>
  );
}

/** Text with code in it: a reason comes when the page has long been made. */
function Inline({ text }: { text: string }) {
  return text.split(/`+([^`]*)`+/).map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change
      <code key={at} translate="no">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
