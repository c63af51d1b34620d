import { useCallback, useEffect, useState } from 'react';

/** `#3` is the third slide. */
function indexInAddress(count: number): number {
  const [, number] = /^#(\d{1,4})$/.exec(location.hash) ?? [];
  return number === undefined ? 0 : Math.min(count, Math.max(1, Number(number))) - 1;
}

/** Which slide is shown, from 0; a reload and a link keep it. */
export function usePlace(count: number) {
  const [index, setIndex] = useState(0);
  useEffect(() => {
    const read = () => setIndex(indexInAddress(count));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [count]);
  const go = useCallback(
    (to: number) => {
      const within = Math.min(count - 1, Math.max(0, to));
      history.replaceState(history.state, '', `#${within + 1}`);
      setIndex(within);
    },
    [count],
  );
  return [index, go] as const;
}
