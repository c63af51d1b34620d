import { useEffect, useState } from 'react';
import { type Clock, STANDING } from '@/lib/present/clock';
import { browserSessionStorage, readClock } from '@/lib/present/kept-clock';

/** The speaker's clock, kept for this window, and the time now, which goes on each second. */
export function useClock(reference: string) {
  const key = `runbay.clock ${reference}`;
  const [clock, setClock] = useState<Clock>(STANDING);
  const [nowMs, setNowMs] = useState(0);
  useEffect(() => {
    setNowMs(Date.now());
    setClock(readClock(browserSessionStorage()?.getItem(key)));
    const timer = setInterval(() => setNowMs(Date.now()), 500);
    return () => clearInterval(timer);
  }, [key]);
  const change = (next: Clock) => {
    setNowMs(Date.now());
    setClock(next);
    try {
      browserSessionStorage()?.setItem(key, JSON.stringify(next));
    } catch {
      // Full or blocked: a reload begins anew.
    }
  };
  return { clock, nowMs, change };
}
