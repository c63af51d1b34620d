/** What this server counts while it works; `lib/operator` adds what is so at the moment somebody looks. */
import 'server-only';
import { remember } from '@/lib/remember';
import { Counter, type Family, Histogram } from './families';

/** What somebody ran against. */
export const LIMITS_HIT = [
  // Refused with 429.
  'rate_runs',
  'rate_checks',
  'rate_snippets',
  'rate_misses',
  'rate_keys',
  'rate_sessions',
  'rate_pictures',
  'rate_rooms',
  'gateway_rate',
  'gateway_concurrent',
  // Refused with 503 or 507.
  'queue_full',
  'queue_wait',
  'sessions_full',
  'memory_full',
  'rooms_full',
  'store_full',
  // Programs that were ended.
  'time',
  'memory',
  'output',
  'processes',
] as const;
export type LimitHit = (typeof LIMITS_HIT)[number];

const LATENCY_S = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60,
] as const;
const HTTP_S = [0.005, 0.025, 0.1, 0.5, 2.5, 10, 60] as const;

const named = (name: string, help: string) => ({ name: `runbay_${name}`, help });

function makeMeasures() {
  return {
    runs: new Counter(named('runs_total', 'Runs that have ended, by language and exit.reason.'), [
      'language',
      'reason',
    ]),
    queueS: new Histogram(named('run_queue_seconds', 'Wait in the queue for a place.'), LATENCY_S),
    startS: new Histogram(
      named('run_start_seconds', "From the place to the program's start."),
      LATENCY_S,
    ),
    firstOutputS: new Histogram(
      named('run_first_output_seconds', "From the program's start to its first output or result."),
      LATENCY_S,
    ),
    runS: new Histogram(
      named('run_seconds', "The program's own time, waits for input left out."),
      LATENCY_S,
      ['language'],
    ),
    outputBytes: new Counter(named('run_output_bytes_total', 'What programs have printed.')),
    limits: new Counter(named('limits_hit_total', 'Requests and programs that hit a limit.'), [
      'limit',
    ]),
    requests: new Counter(
      named('http_requests_total', 'Answers, by route and class of the status.'),
      ['route', 'status'],
    ),
    requestS: new Histogram(
      named('http_request_seconds', 'From a request to the end of its answer, streams too.'),
      HTTP_S,
      ['route'],
    ),
    storeErrors: new Counter(
      named('store_errors_total', 'Times that the database did not do what was wanted.'),
    ),
    probes: new Counter(named('ready_probes_total', 'Programs run for /api/ready.'), ['outcome']),
  };
}

export type Measures = ReturnType<typeof makeMeasures>;

export function measures(): Measures {
  return remember('measures', () => {
    const made = makeMeasures();
    for (const limit of LIMITS_HIT) made.limits.add([limit], 0);
    return made;
  });
}

export function countedFamilies(): Family[] {
  return Object.values(measures());
}

export function countLimit(limit: LimitHit): void {
  measures().limits.add([limit]);
}
