import { useCallback, useEffect, useState } from 'react';
import { FIRST_LOOK, keepLook, keptLook, type StageLook } from '@/lib/present/looks';

/** The stage's colours and the size of its type, as they were the last time; the page's own come back after it. */
export function useLook() {
  const [look, setLook] = useState<StageLook>(FIRST_LOOK);
  useEffect(() => setLook(keptLook()), []);
  useEffect(() => {
    const root = document.documentElement;
    const before = root.dataset.theme;
    // Daylight begins with the light colours, for parts that know these only.
    if (look.look === 'daylight') root.dataset.theme = 'light';
    if (look.look === 'night') root.dataset.theme = 'contrast';
    return () => {
      if (before === undefined) delete root.dataset.theme;
      else root.dataset.theme = before;
    };
  }, [look.look]);
  const change = useCallback((next: StageLook) => {
    keepLook(next);
    setLook(next);
  }, []);
  return [look, change] as const;
}
