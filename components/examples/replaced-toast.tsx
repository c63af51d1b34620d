'use client';

import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { fill } from '@/lib/messages/messages';

const SHOWN_MS = 20_000;

/** Offers to undo the opening of an example. Afterwards the draft is still in the gallery. */
export function ReplacedToast() {
  const texts = useMessages().examples;
  const replaced = usePlayground((state) => state.replaced);
  const bringBack = usePlayground((state) => state.bringBack);
  const forget = usePlayground((state) => state.forgetReplaced);
  // Nothing goes away under the pointer or the focus.
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (!replaced || held) return;
    const timer = setTimeout(forget, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [replaced, held, forget]);

  return (
    <section aria-label={texts.notice} aria-live="polite" className="toast-place">
      {replaced ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only waits; what it holds are buttons
        <div
          className="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{fill(texts.replaced, { language: LANGUAGE_NAMES[replaced.language].name })}</span>
          <button type="button" className="toast-action" onClick={() => bringBack(replaced)}>
            {texts.bringBack}
          </button>
          <IconButton label={texts.dismiss} onClick={forget}>
            <X className="size-4" aria-hidden="true" />
          </IconButton>
        </div>
      ) : null}
    </section>
  );
}
