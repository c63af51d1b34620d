'use client';

import { useId } from 'react';
import { Mark } from '@/components/ui/mark';
import { useMessages } from '@/components/ui/messages-provider';

/** A form for the code that stands on the projector; it needs no script. */
export function EnterCode({ typed }: { typed: string | undefined }) {
  const { rooms, share } = useMessages();
  const words = rooms.enter;
  const id = useId();
  return (
    <main className="room-door">
      <a href="/" className="snippet-home" aria-label={share.page.toPlayground}>
        <Mark className="size-9" />
      </a>
      <h1>{words.title}</h1>
      <form className="room-form" action="/r" method="get">
        <label htmlFor={`${id}-code`} className="share-label">
          {words.label}
        </label>
        <div className="room-field">
          <input
            id={`${id}-code`}
            name="code"
            className="share-field room-code-field"
            defaultValue={typed}
            maxLength={40}
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="go"
            aria-describedby={`${id}-hint`}
            aria-invalid={typed !== undefined}
            // biome-ignore lint/a11y/noAutofocus: the page was loaded again by this field's own form
            autoFocus={typed !== undefined}
          />
          <button type="submit" className="snippet-button is-main">
            {words.go}
          </button>
        </div>
        <p id={`${id}-hint`} className={typed === undefined ? 'share-hint' : 'share-failure'}>
          {typed === undefined ? words.hint : words.wrong}
        </p>
      </form>
    </main>
  );
}
