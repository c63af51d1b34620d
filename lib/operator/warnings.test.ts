import { expect, test } from 'vitest';
import { concernsOf, type Seen } from './warnings';

const MIB = 1024 * 1024;

function seen(): Seen {
  return {
    mode: 'full',
    unready: undefined,
    moment: {
      runs: { running: 1, waiting: 0, places: 16 },
      sessions: { sessions: 3, busy: 1 },
      load: { pool: { ready: 2, starting: 0, size: 2 }, sessions: 3 },
      rooms: { rooms: 0, streams: 0 },
      store: {
        usedBytes: 10 * MIB,
        limitBytes: 1024 * MIB,
        freeBytes: 5000 * MIB,
        isFull: false,
        snippets: 7,
      },
      process: {
        startedAtS: 0,
        cpuS: 1,
        residentBytes: 200 * MIB,
        openFiles: 40,
        openFilesLimit: 1024,
        eventLoop: { p50S: 0, p99S: 0.01, maxS: 0.02 },
      },
    },
    recent: {
      seconds: 300,
      languages: { python: 9 },
      reasons: { exited: 9 },
      limits: {},
      answers: { '2xx': 20 },
      queueS: undefined,
      startS: undefined,
      firstOutputS: undefined,
      runS: undefined,
    },
    config: {
      publicUrl: 'https://run.example.org',
      secret: 'x'.repeat(32),
      trustedProxies: 1,
      queueWaitS: 15,
    },
    unknownSettings: [],
  };
}

test('of a server that is well there is nothing to say', () => {
  expect(concernsOf(seen())).toEqual([]);
});

const CASES: [string, (state: Seen) => void, 'problem' | 'warning', RegExp][] = [
  [
    'no program can be run',
    (state) => {
      state.unready = 'The local engine cannot run a program now.';
    },
    'problem',
    /cannot run a program now/,
  ],
  [
    'the database does not answer',
    (state) => {
      state.moment.store = undefined;
    },
    'problem',
    /does not answer/,
  ],
  [
    'nothing more can be shared',
    (state) => {
      if (state.moment.store) state.moment.store.isFull = true;
    },
    'problem',
    /sharing is refused/,
  ],
  [
    'the store fills up',
    (state) => {
      if (state.moment.store) state.moment.store.usedBytes = 900 * MIB;
    },
    'warning',
    /take 87 % of what they may/,
  ],
  [
    'the disk fills up',
    (state) => {
      if (state.moment.store) state.moment.store.freeBytes = 100 * MIB;
    },
    'warning',
    /has 100 MiB left/,
  ],
  [
    'there are no control groups',
    (state) => {
      state.mode = 'reduced';
    },
    'warning',
    /Without control groups/,
  ],
  [
    'nothing is isolated',
    (state) => {
      state.mode = 'unsafe';
    },
    'warning',
    /without isolation/,
  ],
  [
    'no sandbox starts',
    (state) => {
      if (state.moment.load) state.moment.load.pool.ready = 0;
    },
    'warning',
    /No sandbox waits/,
  ],
  [
    'runs wait',
    (state) => {
      state.moment.runs = { running: 16, waiting: 3, places: 16 };
    },
    'warning',
    /All 16 places are taken; 3 runs wait/,
  ],
  [
    'runs were turned away',
    (state) => {
      state.recent.limits = { queue_full: 2, queue_wait: 3 };
    },
    'warning',
    /5 runs found the queue full, or waited 15 s in vain/,
  ],
  [
    'memory is short',
    (state) => {
      state.recent.limits = { memory_full: 1 };
    },
    'warning',
    /memory of this machine is in use/,
  ],
  [
    'a class shares an address',
    (state) => {
      state.recent.limits = { rate_runs: 20 };
    },
    'warning',
    /20 requests were refused/,
  ],
  [
    'descriptors run out',
    (state) => {
      state.moment.process.openFiles = 900;
    },
    'warning',
    /900 of 1024 descriptors/,
  ],
  [
    'the server is late',
    (state) => {
      state.moment.process.eventLoop.p99S = 0.4;
    },
    'warning',
    /late by 400 ms/,
  ],
  [
    'the proxy is not trusted',
    (state) => {
      state.config.trustedProxies = 0;
    },
    'warning',
    /all visitors count as one address/,
  ],
  [
    'sessions end with a restart',
    (state) => {
      state.config.secret = undefined;
    },
    'warning',
    /RUNBAY_SECRET is not set/,
  ],
  [
    'a setting is misspelt',
    (state) => {
      state.unknownSettings = ['There is no setting RUNBAY_QUEU.'];
    },
    'warning',
    /There is no setting RUNBAY_QUEU/,
  ],
];

test.each(CASES)('where %s, that is said alone', (_, change, level, what) => {
  const state = seen();
  change(state);
  const concerns = concernsOf(state);
  expect(concerns).toEqual([
    { level, what: expect.stringMatching(what), todo: expect.any(String) },
  ]);
});

test('problems stand before warnings', () => {
  const state = seen();
  state.mode = 'reduced';
  state.moment.store = undefined;
  expect(concernsOf(state).map(({ level }) => level)).toEqual(['problem', 'warning']);
});
