import { useEffect, useRef, useState } from 'react';

const DELAY_MS = 250;
/** So much of the time at most goes into what is made of a text while it is typed. */
const SHARE = 4;
const LONGEST_MS = 3000;

/** How long to wait before something that took so long last time. */
export function delayAfter(costMs: number): number {
  return Math.min(LONGEST_MS, Math.max(DELAY_MS, costMs * SHARE));
}

/** What `make` gives for the value as it is once it has not changed for a moment; longer where it takes long. */
export function useLater<T, Made>(value: T, make: (value: T) => Made): Made {
  const cost = useRef(0);
  const [made, setMade] = useState(() => ({ value, result: make(value) }));
  const latest = useRef(make);
  useEffect(() => {
    latest.current = make;
  });
  useEffect(() => {
    if (made.value === value) return;
    const timer = setTimeout(() => {
      const startMs = performance.now();
      const result = latest.current(value);
      cost.current = performance.now() - startMs;
      setMade({ value, result });
    }, delayAfter(cost.current));
    return () => clearTimeout(timer);
  }, [value, made]);
  return made.result;
}
