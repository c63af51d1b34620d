// Many people who each run something every so often, as their pages do. On this machine only.
// @ts-check
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { classProgram } from './class-programs.mjs';
import { percentile, round } from './figures.mjs';
import { cpuSecondsOf, residentBytesOf } from './host-state.mjs';
import { newSession, runAsPage } from './page-run.mjs';

/**
 * @typedef {object} CrowdOptions
 * @property {string} url of a server on this machine
 * @property {number} [pid] of that server; absent: its costs are not measured
 * @property {number} people
 * @property {number} seconds
 * @property {number} everyMs
 * @property {boolean} [oneAddress] behind one address, as in a school; else each has one of their own (RUNBAY_TRUSTED_PROXIES=1)
 * @property {(n: number) => import('./class-programs.mjs').ClassProgram} [program] the n-th run's
 */

/** @param {CrowdOptions} options */
export async function simulateCrowd({
  url,
  pid,
  people,
  seconds,
  everyMs,
  oneAddress = false,
  program = classProgram,
}) {
  if (!/^http:\/\/(127\.0\.0\.1|\[::1\]|localhost):/.test(url))
    throw new Error('Only this machine.');
  const agent = new Agent({ keepAlive: true });
  const found = {
    /** @type {number[]} */ tookMs: [],
    /** @type {number[]} */ firstMs: [],
    waited: 0,
    longestPlace: 0,
    /** Refusals and problems, by what they were. @type {Record<string, number>} */
    refused: {},
    refusedWithoutRetryAfter: 0,
    /** What should not have come. @type {Record<string, number>} */
    wrong: {},
    withoutSession: 0,
    /** Connections that the server had closed when they were used again. */
    reconnected: 0,
  };
  const count = (/** @type {Record<string, number>} */ counts, /** @type {string} */ what) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const note = (
    /** @type {import('./page-run.mjs').PageRun} */ run,
    /** @type {import('./class-programs.mjs').ClassProgram} */ wanted,
  ) => {
    if (run.places > 0) found.waited += 1;
    if (run.reconnected) found.reconnected += 1;
    found.longestPlace = Math.max(found.longestPlace, run.places);
    if (run.problem !== undefined) {
      const isBusy = run.problem === 'busy' || run.problem === 'engine_unavailable';
      count(isBusy ? found.refused : found.wrong, `${run.status} ${run.problem}`);
      if (isBusy && !(Number(run.retryAfterS) > 0)) found.refusedWithoutRetryAfter += 1;
    } else if (run.reason !== wanted.reason || !run.output.includes(wanted.prints)) {
      count(found.wrong, `${wanted.name}: ${run.reason}`);
    } else {
      found.tookMs.push(run.tookMs);
      if (!Number.isNaN(run.firstMs)) found.firstMs.push(run.firstMs);
    }
  };

  const cpuBefore = cpuSecondsOf(pid);
  const began = performance.now();
  const end = began + seconds * 1000;
  let largestBytes = 0;
  const watch = setInterval(() => {
    largestBytes = Math.max(largestBytes, residentBytesOf(pid));
  }, 500);
  const someone = async (/** @type {number} */ at) => {
    const address = oneAddress ? '203.0.113.7' : `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
    /** @type {import('./page-run.mjs').Person} */
    const person = { url, agent, address };
    // They come within one interval, not all at the same moment.
    let nextMs = began + (everyMs * at) / people;
    for (let n = at; nextMs < end; n += 1) {
      await pause(Math.max(0, nextMs - performance.now()));
      if (person.cookie === undefined) {
        const cookie = await newSession(person).catch(() => undefined);
        if (cookie === undefined) found.withoutSession += 1;
        else person.cookie = cookie;
      }
      const wanted = program(n);
      note(await runAsPage(person, wanted), wanted);
      nextMs = Math.max(nextMs + everyMs, performance.now());
    }
  };
  await Promise.all(Array.from({ length: people }, (_, at) => someone(at)));
  clearInterval(watch);
  const tookS = (performance.now() - began) / 1000;
  const cpuS = cpuSecondsOf(pid) - cpuBefore;
  agent.destroy();
  const { tookMs, firstMs, ...rest } = found;
  return {
    people,
    seconds,
    everyS: everyMs / 1000,
    addresses: oneAddress ? 1 : people,
    runs: tookMs.length,
    runsPerSecond: round(tookMs.length / tookS, 1),
    runMs: partsOf(tookMs),
    firstOutputMs: partsOf(firstMs),
    ...rest,
    serverCpuPercent: round((100 * cpuS) / tookS, 0),
    serverMemoryMiB: round(largestBytes / 2 ** 20, 0),
  };
}

/** @param {number[]} values */
function partsOf(values) {
  return {
    p50: round(percentile(values, 0.5), 0),
    p95: round(percentile(values, 0.95), 0),
    p99: round(percentile(values, 0.99), 0),
  };
}
