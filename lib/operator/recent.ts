/** What has happened in the last minutes. */
import 'server-only';
import { grownBy, History, type Percentiles, percentiles } from '@/lib/metrics/history';
import { measures } from '@/lib/metrics/measures';
import { remember } from '@/lib/remember';

export interface Recent {
  seconds: number;
  /** Runs that have ended, by language and by exit.reason. */
  languages: Record<string, number>;
  reasons: Record<string, number>;
  limits: Record<string, number>;
  /** Answers by class of their status. */
  answers: Record<string, number>;
  /** Seconds; undefined where nothing was measured. */
  queueS: Percentiles | undefined;
  startS: Percentiles | undefined;
  firstOutputS: Percentiles | undefined;
  runS: Percentiles | undefined;
}

/** Remembers the last minutes from now on. */
export function startHistory(): History {
  return remember('history', () => {
    const { runs, limits, requests, queueS, startS, firstOutputS, runS } = measures();
    const families = [runs, limits, requests, queueS, startS, firstOutputS, runS];
    return new History(() => families).keepFromNowOn();
  });
}

export function recentOf(): Recent {
  const { runs, limits, requests, queueS, startS, firstOutputS, runS } = measures();
  const { seconds, grown } = startHistory().recent();
  return {
    seconds,
    languages: grownBy(grown, runs.name, 'language'),
    reasons: grownBy(grown, runs.name, 'reason'),
    limits: grownBy(grown, limits.name, 'limit'),
    answers: grownBy(grown, requests.name, 'status'),
    queueS: percentiles(grown, queueS.name),
    startS: percentiles(grown, startS.name),
    firstOutputS: percentiles(grown, firstOutputS.name),
    runS: percentiles(grown, runS.name),
  };
}
