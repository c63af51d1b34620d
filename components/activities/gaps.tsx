'use client';

import { Check, X } from 'lucide-react';
import { Fragment, type ReactNode, useRef, useState } from 'react';
import { useHasScript } from '@/components/demo/demo-provider';
import { useTexts } from '@/components/ui/messages-provider';
import type { Language } from '@/lib/agentbay/languages';
import { outcomeInWords } from '@/lib/demos/case-words';
import { filledGaps } from '@/lib/demos/filled-gaps';
import { listOf } from '@/lib/demos/kept-list';
import { createLineColours } from '@/lib/highlight/line-colours';
import { fill } from '@/lib/messages/messages';
import { ActivityFrame } from './activity-frame';
import { useActivity } from './use-activity';

interface GapsProps {
  name: string;
  language: Language | undefined;
  /** Code and gaps in turns: one piece of code more than gaps. */
  code: readonly string[];
  hints: readonly ReactNode[];
  reference: string | undefined;
  revision: number | undefined;
}

/** Stands for a gap while the code is coloured; no keyboard has it. */
const GAP = '\uE000';

/** Code with fields in it. */
export function Gaps({ name, language, code, hints, reference, revision }: GapsProps) {
  const texts = useTexts();
  const words = texts.messages.activities.gaps;
  const hasScript = useHasScript();
  const work = useActivity({
    ...{ name, reference, revision },
    shown: (answer) => filledGaps(code, listOf(answer, 'string')),
  });
  const [colour] = useState(createLineColours);
  const sheet = useRef<HTMLFieldSetElement>(null);
  const count = code.length - 1;
  const kept = listOf(work.kept.answer, 'string');
  const answers = Array.from({ length: count }, (_, at) => kept[at] ?? '');
  const outcome = work.outcome?.type === 'gaps' ? work.outcome : undefined;
  const source = code.join(GAP);
  const lines = language
    ? colour(source, language)
    : source.split('\n').map((text) => [{ text, kind: undefined }]);

  const set = (at: number, text: string) =>
    work.setAnswer(JSON.stringify(answers.map((one, index) => (index === at ? text : one))));
  const check = () => void work.check({ answers }, JSON.stringify(answers));

  let gap = -1;
  return (
    <ActivityFrame
      type="gaps"
      name={name}
      work={work}
      said={outcome ? outcomeInWords(outcome, texts) : ''}
      hints={hints}
      onCheck={check}
      onRestart={work.restart}
    >
      <fieldset ref={sheet} className="gaps-code" aria-label={words.code} disabled={!hasScript}>
        <pre translate="no">
          {lines.map((pieces, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
            <code key={index} className="gaps-line">
              {pieces.map(({ text, kind }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line have no names
                <span key={at} data-code={kind}>
                  {text.split(GAP).map((part, piece) => {
                    if (piece > 0) gap += 1;
                    const mine = gap;
                    return (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the same
                      <Fragment key={piece}>
                        {piece > 0 ? (
                          <Gap
                            label={fill(words.gap, { number: mine + 1, count })}
                            value={answers[mine] ?? ''}
                            isRight={outcome?.right[mine]}
                            onChange={(value) => set(mine, value)}
                            onEnter={() => {
                              const fields = sheet.current?.querySelectorAll('input');
                              const next = fields?.[mine + 1];
                              if (next) next.focus();
                              else check();
                            }}
                          />
                        ) : null}
                        {part}
                      </Fragment>
                    );
                  })}
                </span>
              ))}
              {'\n'}
            </code>
          ))}
        </pre>
      </fieldset>
    </ActivityFrame>
  );
}

interface GapProps {
  label: string;
  value: string;
  /** Undefined: it has not been checked as it stands. */
  isRight: boolean | undefined;
  onChange: (value: string) => void;
  onEnter: () => void;
}

function Gap({ label, value, isRight, onChange, onEnter }: GapProps) {
  const words = useTexts().messages.activities.gaps;
  const Icon = isRight ? Check : X;
  return (
    <span className="gap" data-right={isRight}>
      <input
        type="text"
        aria-label={
          isRight === undefined ? label : `${label}, ${isRight ? words.isRight : words.isWrong}`
        }
        aria-invalid={isRight === false || undefined}
        value={value}
        maxLength={200}
        style={{ width: `calc(${Math.min(40, Math.max(4, value.length + 1))}ch + 1.75rem)` }}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
      />
      {isRight === undefined ? null : <Icon className="gap-icon" aria-hidden="true" />}
    </span>
  );
}
