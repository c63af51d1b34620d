import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * For a button that goes away when it is pressed: where the focus is to be then, as a selector within the
 * element. It moves only if it would have been lost.
 */
export function useNextFocus(within: RefObject<HTMLElement | null>): (selector: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    const selector = wanted.current;
    wanted.current = undefined;
    if (selector === undefined || document.activeElement !== document.body) return;
    within.current?.querySelector<HTMLElement>(selector)?.focus();
  });
  return useCallback((selector) => {
    wanted.current = selector;
  }, []);
}
