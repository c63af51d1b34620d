'use client';

import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { IconButton } from '@/components/ui/icon-button';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';

const SHOWN_MS = 20_000;

/** Offers to undo the opening of an example. Afterwards the draft is still in the gallery. */
export function ReplacedToast() {
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
    <section aria-label="Notice" aria-live="polite" className="toast-place">
      {replaced ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only waits; what it holds are buttons
        <div
          className="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>Your {LANGUAGE_NAMES[replaced.language].name} program was replaced.</span>
          <button type="button" className="toast-action" onClick={() => bringBack(replaced)}>
            Bring it back
          </button>
          <IconButton label="Dismiss" onClick={forget}>
            <X className="size-4" aria-hidden="true" />
          </IconButton>
        </div>
      ) : null}
    </section>
  );
}
