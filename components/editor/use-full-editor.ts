import { useEffect, useState } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { useTouch } from '@/components/ui/use-media-query';
import { wantsPlainEditor } from '@/lib/store/settings';

/**
 * Whether the full editor shall be there: where the settings want it, and from the first sign on that
 * somebody is. Until then the plain one does, and nothing large is loaded.
 */
export function useFullEditor(): boolean {
  const isKnown = usePlayground((state) => state.settingsRestored);
  const settings = usePlayground((state) => state.settings);
  const touch = useTouch();
  const full = isKnown && !wantsPlainEditor(settings, touch);
  const somebody = useSignOfLife(full);
  // The plain one has no keys but its own: it would take Vim's commands for text.
  return full && (somebody || settings.keys !== 'default');
}

const SIGNS = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'focusin'] as const;
const PATIENCE_MS = 500;

/** False until somebody moves, touches, scrolls or types; then true as soon as the page has nothing else to do. */
function useSignOfLife(isWanted: boolean): boolean {
  const [seen, setSeen] = useState(false);

  useEffect(() => {
    if (!isWanted || seen) return;
    let stopWaiting: (() => void) | undefined;
    const onSign = (target: EventTarget | null) => {
      // Who goes for the program shall have it at once.
      if (target instanceof Element && target.closest('#editor')) setSeen(true);
      else stopWaiting ??= whenIdle(() => setSeen(true));
    };
    const listen = ({ target }: Event) => onSign(target);
    for (const sign of SIGNS) window.addEventListener(sign, listen, { passive: true });
    if (document.activeElement !== document.body) onSign(document.activeElement);
    return () => {
      stopWaiting?.();
      for (const sign of SIGNS) window.removeEventListener(sign, listen);
    };
  }, [isWanted, seen]);

  return seen;
}

function whenIdle(callback: () => void): () => void {
  // Safari has had it for a short time only.
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(callback, { timeout: PATIENCE_MS });
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(callback, PATIENCE_MS / 2);
  return () => clearTimeout(timer);
}
