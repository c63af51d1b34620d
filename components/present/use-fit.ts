import { useSyncExternalStore } from 'react';

/** A line of text is then as wide as a room can read it: 28 px letters at 1024 x 768. */
const AT_1024_BY_768 = 1.75;

function subscribe(onChange: () => void): () => void {
  addEventListener('resize', onChange);
  return () => removeEventListener('resize', onChange);
}

function fit(): number {
  const share = Math.min(innerWidth / 1024, innerHeight / 768);
  return Math.max(1, Math.round(share * AT_1024_BY_768 * 100) / 100);
}

/** How much larger than on a page everything on the stage is. */
export function useFit(): number {
  return useSyncExternalStore(subscribe, fit, () => AT_1024_BY_768);
}
