import { type ChangeEvent, useRef, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { findLanguage } from '@/lib/agentbay/languages';
import type { TeacherLive } from '@/lib/follow/teacher-live';
import { createLineColours } from '@/lib/highlight/line-colours';

interface LiveCodeProps {
  live: TeacherLive;
  /** The student has typed: the text as it is now, and where the cursor stands. */
  onType: (code: string, at: number) => void;
}

/** The teacher's code as it comes; what is typed into it is the student's from then on. */
export function LiveCode({ live, onType }: LiveCodeProps) {
  const words = useMessages().follow.student;
  const [colour] = useState(createLineColours);
  const isComposing = useRef(false);
  const lines = colour(live.code, findLanguage(live.language) ?? 'plaintext');
  const { first, last } = live.marked ?? { first: 0, last: -1 };
  const isMarked = (line: number) => line >= first && line <= last;
  const take = ({ target }: ChangeEvent<HTMLTextAreaElement>) =>
    isComposing.current || onType(target.value, target.selectionStart);

  return (
    <div className="follow-code" tabIndex={-1}>
      <div className="plain-editor">
        <div className="plain-lines" aria-hidden="true">
          {lines.map((pieces, index) => (
            <code
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
              key={index}
              className={isMarked(index + 1) ? 'follow-marked' : undefined}
            >
              {pieces.length === 0
                ? '\u200b'
                : pieces.map(({ text, kind }, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are made anew with the line
                    <span key={at} data-code={kind}>
                      {text}
                    </span>
                  ))}
            </code>
          ))}
        </div>
        <textarea
          aria-label={words.code}
          aria-description={words.takeHint}
          value={live.code}
          onChange={take}
          // What is being composed is not taken before it is done: another field would break it off.
          onCompositionStart={() => {
            isComposing.current = true;
          }}
          onCompositionEnd={({ currentTarget }) => {
            isComposing.current = false;
            onType(currentTarget.value, currentTarget.selectionStart);
          }}
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          autoComplete="off"
        />
      </div>
    </div>
  );
}
