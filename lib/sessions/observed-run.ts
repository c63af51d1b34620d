/** What the operator learns of a run that has ended: a line in the log, and counts. */
import 'server-only';
import { log } from '@/lib/log';
import { countLimit, type LimitHit, measures } from '@/lib/metrics/measures';
import type { RunEnd, RunSummary } from './server-run';

const LIMIT_OF: Partial<Record<RunEnd, LimitHit>> = {
  timed_out: 'time',
  memory_exceeded: 'memory',
  output_exceeded: 'output',
  process_limit: 'processes',
};

export function observeRun(summary: RunSummary): void {
  const { language, reason, wallMs, waitMs, queueMs, firstOutputMs, outputBytes } = summary;
  const { runs, queueS, startS, firstOutputS, runS, outputBytes: printed } = measures();
  runs.add([language, reason]);
  const limit = LIMIT_OF[reason];
  if (limit !== undefined) countLimit(limit);
  // Of those that got so far.
  if (waitMs > 0) {
    queueS.observe(queueMs / 1000);
    startS.observe((waitMs - queueMs) / 1000);
    printed.add([], outputBytes);
  }
  if (reason !== 'left' && reason !== 'failed') runS.observe(wallMs / 1000, [language]);
  if (firstOutputMs !== undefined) firstOutputS.observe(firstOutputMs / 1000);
  const { requestId, runId } = summary;
  log().info(
    {
      ...{ requestId, runId, language, reason },
      ...{ wallMs: Math.round(wallMs), waitMs: Math.round(waitMs), queueMs: Math.round(queueMs) },
      ...(firstOutputMs === undefined ? {} : { firstOutputMs: Math.round(firstOutputMs) }),
      outputBytes,
    },
    'run',
  );
}
