'use client';

import { useEffect, useRef, useState } from 'react';

interface SureButtonProps {
  action: string;
  /** The question before it is done. */
  question: string;
  yes: string;
  no: string;
  onSure: () => void;
}

/** Asks, in its own place, before it does what cannot be undone. */
export function SureButton({ action, question, yes, no, onSure }: SureButtonProps) {
  const [isAsked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (isAsked) keep.current?.focus();
    else if (wasAsked.current) button.current?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  if (!isAsked) {
    return (
      <button
        ref={button}
        type="button"
        className="snippet-button is-danger"
        onClick={() => setAsked(true)}
      >
        {action}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no fieldset
    <div
      className="room-sure"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        setAsked(false);
      }}
    >
      <span>{question}</span>
      <button type="button" className="snippet-button is-danger" onClick={onSure}>
        {yes}
      </button>
      <button ref={keep} type="button" className="snippet-button" onClick={() => setAsked(false)}>
        {no}
      </button>
    </div>
  );
}
