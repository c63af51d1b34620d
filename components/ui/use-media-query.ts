import { useSyncExternalStore } from 'react';

/** Whether a media query matches; false on the server and until the page is hydrated. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
}

/** Whether fingers point here first; false on the server and until the page is hydrated. */
export const useTouch = () => useMediaQuery('(pointer: coarse)');
