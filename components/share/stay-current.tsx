'use client';

import { useEffect } from 'react';

/** What a browser keeps for its Back button it shows without asking. This asks, and lets go of what has been removed. */
export function StayCurrent() {
  useEffect(() => {
    const ask = async () => {
      const { pathname, search } = location;
      const answer = await fetch(pathname + search, { method: 'HEAD', cache: 'no-store' });
      if (answer.status === 410 || answer.status === 404) location.reload();
    };
    const onShow = ({ persisted }: PageTransitionEvent) => {
      // Without a connection the page stays as it is.
      if (persisted) ask().catch(() => {});
    };
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (entry?.type === 'back_forward') ask().catch(() => {});
    window.addEventListener('pageshow', onShow);
    return () => window.removeEventListener('pageshow', onShow);
  }, []);
  return null;
}
