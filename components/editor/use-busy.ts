import { useCallback, useRef } from 'react';

/** Knows when a field is in the middle of something that would be lost if it were taken away. */
export function useBusy() {
  const isBusy = useRef(false);
  const waiting = useRef<() => void>(undefined);

  const begin = () => {
    isBusy.current = true;
  };
  const end = () => {
    isBusy.current = false;
    const callback = waiting.current;
    waiting.current = undefined;
    // What ends it shall have its effect first.
    if (callback) setTimeout(callback);
  };
  const whenFree = useCallback((callback: () => void) => {
    if (isBusy.current) waiting.current = callback;
    else callback();
  }, []);

  return {
    whenFree,
    busyProps: {
      onCompositionStart: begin,
      onCompositionEnd: end,
      onPointerDown: () => {
        begin();
        // The pointer may be let go anywhere.
        window.addEventListener('pointerup', end, { once: true });
        window.addEventListener('pointercancel', end, { once: true });
      },
    },
  };
}
