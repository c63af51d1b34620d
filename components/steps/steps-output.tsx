'use client';

import { useEffect, useRef } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import type { StepTrace } from '@/lib/steps/trace';

interface StepsOutputProps {
  pieces: StepTrace['output'];
  /** How many of them had been printed. */
  count: number;
}

// What a terminal would take for commands: colours, movements.
const ESCAPES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they are made of
  /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** What the program had printed by then. */
export function StepsOutput({ pieces, count }: StepsOutputProps) {
  const words = useMessages().steps.output;
  const box = useRef<HTMLPreElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: its end is shown whenever there is more
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [count]);
  return (
    <section className="steps-part steps-output" aria-label={words.label}>
      <h3 className="steps-part-head">{words.label}</h3>
      {count === 0 ? (
        <p className="steps-hint">{words.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre ref={box} tabIndex={0} translate="no">
          {pieces.slice(0, count).map(({ stream, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
            <span key={index} data-stream={stream}>
              {text.replaceAll(ESCAPES, '')}
            </span>
          ))}
        </pre>
      )}
    </section>
  );
}
