// Measures what a user gets against what a user would have otherwise, side by side in one run, on this
// machine: `npm run bench`. Prints a table with ratios and writes bench/latest.json. `npm run bench -- page`
// (or `-- console`, `-- snippets`, `-- pictures`, `-- rooms`) measures that part alone and keeps the other figures.
// @ts-check
import { readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, release } from 'node:os';
import { bareInterpreters, timeBare } from './bare.mjs';
import { Client } from './client.mjs';
import { measureConsole } from './console.mjs';
import { median, percentile, round, table } from './figures.mjs';
import { privateBytes } from './memory.mjs';
import { measurePage } from './page.mjs';
import { measurePictures } from './pictures.mjs';
import { measureRooms } from './rooms.mjs';
import { startServer } from './server.mjs';
import { measureSnippets } from './snippets.mjs';
import { describeStore, measureStore } from './store-figures.mjs';

const LATENCY_RUNS = 60;
/** Between two measured runs, as a person or a small class would leave it; the same for all that are compared. */
const PAUSE_MS = 100;
const RATE_CLIENTS = 4;
const RATE_SECONDS = 6;
const IDLE_SESSIONS = 5;

const PROGRAMS = { python: 'print(6 * 7)', javascript: 'console.log(6 * 7)' };

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

const server = await startServer();
try {
  const [, , only] = process.argv;
  const runs = only ? {} : await measureRuns();
  const page = only && only !== 'page' ? {} : { page: await dated('the page', measurePage) };
  const output =
    only && only !== 'console' ? {} : { console: await dated('the console', measureConsole) };
  const shared =
    only && only !== 'snippets'
      ? {}
      : { snippets: await dated('shared programs', measureSnippets) };
  const pictures =
    only && only !== 'pictures'
      ? {}
      : { pictures: await dated('pictures of shared programs', measurePictures) };
  const rooms =
    only && only !== 'rooms'
      ? {}
      : { rooms: await dated('a room of 100', () => measureRooms(server)) };
  const written = {
    ...readLatest(),
    ...runs,
    ...page,
    ...output,
    ...shared,
    ...pictures,
    ...rooms,
  };
  writeFileSync('bench/latest.json', `${JSON.stringify(written, null, 2)}\n`);
  process.stdout.write('Written to bench/latest.json\n');
} finally {
  await server.stop();
}

/** @template {object} T @param {string} what @param {(url: string) => Promise<T>} measure */
async function dated(what, measure) {
  process.stdout.write(`Measuring ${what} ...\n`);
  const figures = await measure(server.url);
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  return { date: new Date().toISOString(), ...figures };
}

/** What was measured before, so that a part can be measured alone. @returns {Record<string, unknown>} */
function readLatest() {
  try {
    return JSON.parse(readFileSync('bench/latest.json', 'utf8'));
  } catch {
    return {};
  }
}

/** Runs against the bare interpreters, and memory. */
async function measureRuns() {
  const bare = bareInterpreters(PROGRAMS);
  /** @type {Record<string, unknown>} */
  const figures = {};
  /** @type {string[][]} */
  const rows = [];
  for (const language of /** @type {const} */ (['python', 'javascript'])) {
    process.stdout.write(`Measuring ${language} ...\n`);
    const code = PROGRAMS[language];
    const latency = await compareLatency(language, code, bare[language]);
    const rate = await compareRates(language, code, bare[language]);
    figures[language] = { latencyMs: latency, runsPerSecond: rate };
    rows.push(...describe(language, latency, rate));
  }
  process.stdout.write('Measuring memory ...\n');
  const idle = await idleMemory();
  figures.idleSessionPrivateMiB = idle;
  rows.push(['an idle Python session: private memory', `${idle.python} MiB`, '', '']);
  rows.push(['an idle JavaScript session: private memory', `${idle.javascript} MiB`, '', '']);
  process.stdout.write('Measuring the store of snippets ...\n');
  const store = await measureStore();
  figures.snippetStore = store;
  const storeTable = table(['what', 'SQLite', 'Postgres'], describeStore(store));
  process.stdout.write(
    `\n${table(['what', 'Runbay', 'bare interpreter', 'ratio'], rows)}\n\n${storeTable}\n`,
  );
  const machine = {
    processors: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    kernel: release(),
    arch: arch(),
    node: process.version,
    python: bare.pythonVersion,
  };
  return { date: new Date().toISOString(), machine, pauseMs: PAUSE_MS, figures };
}

/**
 * Each round measures every contender once, so that what else the machine does meets them all.
 * @param {'python' | 'javascript'} language @param {string} code @param {{command: string, args: string[]}} bare
 */
async function compareLatency(language, code, bare) {
  const session = await Client.withSession(server.url);
  const oneOff = Client.withoutSession(server.url);
  /** @type {Record<string, () => Promise<number>>} */
  const contenders = {
    bare: () => timeBare(bare),
    session: () => session.timeRun(language, code),
    oneOff: () => oneOff.timeRun(language, code),
  };
  /** @type {Record<string, number[]>} */
  const times = { bare: [], session: [], oneOff: [], bareBackToBack: [], backToBack: [] };
  for (let n = -3; n < LATENCY_RUNS; n++) {
    for (const [name, measure] of Object.entries(contenders)) {
      const ms = await measure();
      if (n >= 0) times[name]?.push(ms);
      await pause(PAUSE_MS);
    }
  }
  // Without a pause each contender runs on its own: the next run is what a pause would give it time for.
  for (let n = 0; n < LATENCY_RUNS; n++) times.bareBackToBack?.push(await timeBare(bare));
  for (let n = 0; n < LATENCY_RUNS; n++) {
    times.backToBack?.push(await session.timeRun(language, code));
  }
  await session.end();
  return Object.fromEntries(
    Object.entries(times).map(([name, values]) => [
      name,
      { p50: round(median(values), 2), p95: round(percentile(values, 0.95), 2) },
    ]),
  );
}

/** Runs per second with a few clients that each send the next as soon as the last has ended. @param {'python' | 'javascript'} language @param {string} code @param {{command: string, args: string[]}} bare */
async function compareRates(language, code, bare) {
  const sessions = await Promise.all(
    Array.from({ length: RATE_CLIENTS }, () => Client.withSession(server.url)),
  );
  const oneOff = Client.withoutSession(server.url);
  for (const session of sessions) await session.timeRun(language, code);
  /** @type {Record<string, (client: number) => Promise<number>>} */
  const contenders = {
    bare: () => timeBare(bare),
    session: (client) => /** @type {Client} */ (sessions[client]).timeRun(language, code),
    oneOff: () => oneOff.timeRun(language, code),
  };
  /** @type {Record<string, number>} */
  const rates = {};
  for (const [name, run] of Object.entries(contenders)) {
    await pause(500);
    rates[name] = round(await rateOf(run), 1);
  }
  await Promise.all(sessions.map((session) => session.end()));
  return rates;
}

/** @param {(client: number) => Promise<number>} run */
async function rateOf(run) {
  const begin = performance.now();
  const end = begin + RATE_SECONDS * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: RATE_CLIENTS }, async (_, client) => {
      while (performance.now() < end) {
        await run(client);
        count++;
      }
    }),
  );
  return count / ((performance.now() - begin) / 1000);
}

/** MiB of memory that exists for one resting session alone. No sandbox waits, so all there are belong to sessions. */
async function idleMemory() {
  const poolless = await startServer({ RUNBAY_POOL: '0' });
  /** @type {Record<string, number>} */
  const found = {};
  try {
    for (const language of /** @type {const} */ (['python', 'javascript'])) {
      const sessions = await Promise.all(
        Array.from({ length: IDLE_SESSIONS }, () => Client.withSession(poolless.url)),
      );
      for (const session of sessions) await session.timeRun(language, PROGRAMS[language]);
      await pause(1500);
      found[language] = round(privateBytes(poolless.sandboxes()) / IDLE_SESSIONS / 2 ** 20, 1);
      for (const session of sessions) await session.end();
      await pause(1500);
    }
  } finally {
    await poolless.stop();
  }
  return { python: found.python ?? 0, javascript: found.javascript ?? 0 };
}

/** @param {string} language @param {Record<string, {p50: number, p95: number}>} latency @param {Record<string, number>} rate */
function describe(language, latency, rate) {
  const time = (
    /** @type {string} */ what,
    /** @type {string} */ key,
    /** @type {string} */ against = 'bare',
  ) => {
    const own = latency[key] ?? { p50: 0, p95: 0 };
    const bare = latency[against] ?? { p50: 0, p95: 0 };
    return [
      `${language}: ${what}`,
      `${own.p50} ms (p95 ${own.p95})`,
      `${bare.p50} ms (p95 ${bare.p95})`,
      `${round(own.p50 / bare.p50, 2)} x the time`,
    ];
  };
  const perSecond = (/** @type {string} */ what, /** @type {string} */ key) => [
    `${language}: ${what}`,
    `${rate[key]} /s`,
    `${rate.bare} /s`,
    `${round((rate[key] ?? 0) / (rate.bare ?? 1), 2)} x the runs`,
  ];
  return [
    time('one line in a session, p50', 'session'),
    time('the same, both without a pause', 'backToBack', 'bareBackToBack'),
    time('one line in a sandbox of its own, p50', 'oneOff'),
    perSecond(`${RATE_CLIENTS} clients with sessions`, 'session'),
    perSecond(`${RATE_CLIENTS} clients, a sandbox each run`, 'oneOff'),
  ];
}
