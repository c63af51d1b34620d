/** What an operator should look at: what is so, and what can be done, in a sentence each. */
import 'server-only';
import type { EngineStatus } from '@/lib/agentbay/engines/engine';
import type { Config } from '@/lib/config';
import type { Moment } from './moment';
import type { Recent } from './recent';

export interface Concern {
  /** `problem`: visitors are kept from something now. */
  level: 'problem' | 'warning';
  what: string;
  todo: string;
}

export interface Seen {
  mode: EngineStatus['mode'];
  /** Why no program can be run now; undefined where one can. */
  unready: string | undefined;
  moment: Moment;
  recent: Recent;
  config: Pick<Config, 'publicUrl' | 'secret' | 'trustedProxies' | 'queueWaitS'>;
  unknownSettings: string[];
}

const MIB = 1024 * 1024;
const FULL_PART = 0.8;
const FREE_BYTES = 256 * MIB;
const SLOW_LOOP_S = 0.25;
/** Of one class behind one address rather than of one mistake. */
const MANY_REFUSALS = 20;

/** Problems first. */
export function concernsOf(seen: Seen): Concern[] {
  const all = [...ofEngine(seen), ...ofStore(seen), ...ofLoad(seen), ...ofSettings(seen)];
  const isProblem = ({ level }: Concern) => level === 'problem';
  return [...all.filter(isProblem), ...all.filter((one) => !isProblem(one))];
}

const problem = (what: string, todo: string): Concern => ({ level: 'problem', what, todo });
const warning = (what: string, todo: string): Concern => ({ level: 'warning', what, todo });

function* ofEngine({ mode, unready, moment, recent }: Seen): Generator<Concern> {
  if (unready !== undefined) {
    yield problem(unready, 'Look for "not ready" in the log, which has the cause.');
  }
  if (mode === 'unsafe') {
    yield warning(
      'Programs run without isolation, with all rights of this server.',
      'Unset RUNBAY_UNSAFE_NO_SANDBOX, unless nobody else can reach it.',
    );
  }
  if (mode === 'reduced') {
    yield warning(
      'Without control groups memory is measured instead of limited, and processor time is not shared out.',
      'docs/deploy.md tells how a server gets control groups.',
    );
  }
  const { pool } = moment.load ?? {};
  if (pool !== undefined && pool.size > 0 && pool.ready + pool.starting === 0) {
    yield warning(
      'No sandbox waits for a visitor, and none starts.',
      'If this stays so, sandboxes cannot be started: the next run says why.',
    );
  }
  const failed = recent.reasons.failed ?? 0;
  if (failed > 0) {
    yield warning(
      `${failed} runs failed by no fault of their program.`,
      'The log has them: lines with "reason":"failed", and "request failed" with the same requestId.',
    );
  }
}

function* ofStore({ moment: { store } }: Seen): Generator<Concern> {
  if (store === undefined) {
    yield problem(
      'The database of shared programs does not answer: nothing can be shared or read.',
      'See whether DATABASE_URL or DATA_DIR can be reached by this user; the log has the reason.',
    );
    return;
  }
  const { usedBytes, limitBytes, freeBytes, isFull } = store;
  const raise = 'Raise RUNBAY_SNIPPETS_MIB, or give the disk more room.';
  if (isFull) {
    yield problem('There is no room for more shared programs: sharing is refused.', raise);
  } else if (limitBytes > 0 && usedBytes > limitBytes * FULL_PART) {
    const part = Math.floor((100 * usedBytes) / limitBytes);
    yield warning(`Shared programs take ${part} % of what they may.`, raise);
  } else if (freeBytes !== undefined && freeBytes < FREE_BYTES) {
    yield warning(
      `The disk of the database has ${Math.floor(freeBytes / MIB)} MiB left.`,
      'Give it more room: below 16 MiB sharing is refused.',
    );
  }
}

function* ofLoad({ moment, recent, config }: Seen): Generator<Concern> {
  const { runs, process } = moment;
  const { limits } = recent;
  if (runs.waiting > 0) {
    yield warning(
      `All ${runs.places} places are taken; ${runs.waiting} runs wait.`,
      'If it is often so: more processors, then a higher RUNBAY_CONCURRENT_RUNS.',
    );
  }
  const turnedAway = (limits.queue_full ?? 0) + (limits.queue_wait ?? 0);
  if (turnedAway > 0) {
    yield warning(
      `${turnedAway} runs found the queue full, or waited ${config.queueWaitS} s in vain.`,
      'More processors, or higher RUNBAY_CONCURRENT_RUNS, RUNBAY_QUEUE, RUNBAY_QUEUE_WAIT_S.',
    );
  }
  if ((limits.sessions_full ?? 0) > 0) {
    yield warning(
      'All sessions were in use when somebody wanted one.',
      'Raise RUNBAY_SESSIONS if memory allows, or lower RUNBAY_SESSION_IDLE_S.',
    );
  }
  if ((limits.memory_full ?? 0) > 0) {
    yield warning(
      'No session could begin: the memory of this machine is in use.',
      'More memory, or lower RUNBAY_MEMORY_MIB, RUNBAY_SESSIONS, RUNBAY_CONCURRENT_RUNS.',
    );
  }
  const tooFast = (limits.rate_runs ?? 0) + (limits.rate_sessions ?? 0);
  if (tooFast >= MANY_REFUSALS) {
    yield warning(
      `${tooFast} requests were refused since a client asked too often.`,
      'For a class behind one address raise RUNBAY_RUNS_PER_MINUTE. Behind a proxy: is RUNBAY_TRUSTED_PROXIES set?',
    );
  }
  if (process.eventLoop.p99S > SLOW_LOOP_S) {
    yield warning(
      `The server itself is late by ${Math.round(process.eventLoop.p99S * 1000)} ms.`,
      'Its processors have too much to do: lower RUNBAY_CONCURRENT_RUNS, or give it more.',
    );
  }
  if (process.openFiles > process.openFilesLimit * FULL_PART) {
    yield warning(
      `${process.openFiles} of ${process.openFilesLimit} descriptors are open.`,
      'Raise the limit: LimitNOFILE of the unit, or ulimit -n.',
    );
  }
}

function* ofSettings({ config, unknownSettings }: Seen): Generator<Concern> {
  for (const words of unknownSettings) yield warning(words, 'It has no effect as it is.');
  const isPublic = config.publicUrl?.startsWith('https:') ?? false;
  if (isPublic && config.secret === undefined) {
    yield warning(
      'RUNBAY_SECRET is not set: after a restart every browser begins a new session.',
      'Set it to 32 random characters.',
    );
  }
  if (isPublic && config.trustedProxies === 0) {
    yield warning(
      'PUBLIC_URL is https, which a proxy in front must do, but RUNBAY_TRUSTED_PROXIES is 0: all visitors count as one address.',
      'Set it to the number of proxies in front.',
    );
  }
}
