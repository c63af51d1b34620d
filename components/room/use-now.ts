import { useEffect, useState } from 'react';

/** Milliseconds since 1970, anew so often; the server's where it is `aheadMs` ahead. */
export function useNow(everyMs: number, aheadMs = 0): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now + aheadMs;
}
