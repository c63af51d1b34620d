'use client';

import { useEffect, useId, useRef } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { GUESS_LIMIT } from '@/lib/share/guess-limit';
import { keepGuess, keptGuess } from '@/lib/share/kept-guess';
import { Part } from './part';

interface GuessFormProps {
  id: string;
  /** Absent: the newest. */
  revision: number | undefined;
  /** What was sent held nothing. */
  isBlank: boolean;
}

/** A plain form; its answer is the page with both. A script only keeps what is written over a reload. */
export function GuessForm({ id, revision, isBlank }: GuessFormProps) {
  const words = useMessages().compare.predict;
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();

  useEffect(() => {
    const area = field.current;
    if (area && area.value === '') area.value = keptGuess(id);
  }, [id]);

  return (
    <Part title={words.title}>
      <form method="get" action={`/s/${id}`} className="guess-form">
        <input type="hidden" name="predict" value="" />
        {revision === undefined ? null : <input type="hidden" name="revision" value={revision} />}
        <p id={hintId}>{words.text}</p>
        <label>
          <span className="share-label">{words.label}</span>
          <textarea
            ref={field}
            name="guess"
            rows={6}
            required
            maxLength={GUESS_LIMIT}
            aria-describedby={isBlank ? `${hintId} ${hintId}-blank` : hintId}
            aria-invalid={isBlank || undefined}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            translate="no"
            onChange={(event) => keepGuess(id, event.target.value)}
          />
        </label>
        {isBlank ? (
          <p id={`${hintId}-blank`} className="guess-blank">
            {words.empty}
          </p>
        ) : null}
        <div className="share-foot">
          <button type="submit" className="snippet-button is-main">
            {words.show}
          </button>
          <button type="submit" name="nothing" value="1" formNoValidate className="snippet-button">
            {words.nothing}
          </button>
        </div>
      </form>
    </Part>
  );
}
