'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { IconButton } from './icon-button';

interface ToastProps {
  /** What the place of such notices is called. */
  label: string;
  dismissLabel: string;
  onDismiss: () => void;
  /** Undefined: there is nothing to say. Another value begins its time anew. */
  about: unknown;
  /** It stays until it is dismissed. */
  lasts?: boolean;
  /** What is said, and buttons of class `toast-action`. */
  children: ReactNode;
}

const SHOWN_MS = 20_000;

/** A notice over the page that goes by itself, though never under the pointer or the focus. */
export function Toast({
  label,
  dismissLabel,
  onDismiss,
  about,
  lasts = false,
  children,
}: ToastProps) {
  const [held, setHeld] = useState(false);

  useEffect(() => {
    if (about === undefined || held || lasts) return;
    const timer = setTimeout(onDismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [about, held, lasts, onDismiss]);

  return (
    <section aria-label={label} aria-live="polite" className="toast-place">
      {about === undefined ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only waits; what it holds are buttons
        <div
          className="toast"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          {children}
          <IconButton label={dismissLabel} onClick={onDismiss}>
            <X className="size-4" aria-hidden="true" />
          </IconButton>
        </div>
      )}
    </section>
  );
}
