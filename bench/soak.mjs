// Many runs, one in ten of them hostile, by a few sessions and by guests: what is left of them afterwards?
// @ts-check
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { classProgram } from './class-programs.mjs';
import { round } from './figures.mjs';
import { leftovers, residentBytesOf, settledState, stillState } from './host-state.mjs';
import { HOSTILE } from './hostile-programs.mjs';
import { endSession, newSession, runAsPage } from './page-run.mjs';

const ONE_IN = 10;
/** For programs that mean well, on a machine that does much else. */
const PATIENCE_S = 30;
/** Every so many runs a worker begins a new session. */
const RUNS_OF_SESSION = 40;

/**
 * @typedef {object} SoakOptions
 * @property {string} url of a server on this machine
 * @property {number} pid of that server
 * @property {string} folder of its temporary files, which nobody else uses
 * @property {number} runs
 * @property {number} workers of them one in three is a guest, whose runs have a sandbox each
 * @property {() => Promise<number>} [collect] makes the server collect its garbage, and gives what it holds in MiB
 * @property {(done: number) => void} [onProgress]
 */

/** @param {SoakOptions} options */
export async function soak({ url, pid, folder, runs, workers, collect, onProgress }) {
  const agent = new Agent({ keepAlive: true });
  const before = await stillState(pid, folder);
  /** @type {Record<string, number>} */
  const reasons = {};
  /** What did not end as such a program may. @type {Record<string, number>} */
  const wrong = {};
  /** Resident memory at each quarter, in MiB. @type {number[]} */
  const memoryMiB = [];
  /** What the server itself holds then. @type {number[]} */
  const heldMiB = [];
  let begun = 0;
  let ended = 0;
  let hostile = 0;

  const one = async (/** @type {import('./page-run.mjs').Person} */ person) => {
    const n = begun;
    begun += 1;
    const isHostile = n % ONE_IN === ONE_IN - 1;
    const nasty = HOSTILE[Math.floor(n / ONE_IN) % HOSTILE.length];
    const program = isHostile && nasty ? nasty : { ...classProgram(n), timeoutS: PATIENCE_S };
    const allowed = 'reasons' in program ? program.reasons : [program.reason];
    const run = await runAsPage(person, program);
    const how = run.problem ?? run.reason ?? 'nothing';
    reasons[how] = (reasons[how] ?? 0) + 1;
    const isComplete = 'reasons' in program || run.output.includes(program.prints);
    if (!allowed.includes(how) || !isComplete) {
      const what = `${program.name}: ${run.status} ${how}`;
      wrong[what] = (wrong[what] ?? 0) + 1;
    }
    if (isHostile) hostile += 1;
    ended += 1;
    onProgress?.(ended);
  };
  const worker = async (/** @type {number} */ at, /** @type {number} */ until) => {
    const isGuest = at % 3 === 2;
    while (begun < until) {
      /** @type {import('./page-run.mjs').Person} */
      const person = { url, agent };
      const cookie = isGuest ? undefined : await newSession(person);
      if (cookie !== undefined) person.cookie = cookie;
      for (let n = 0; n < RUNS_OF_SESSION && begun < until; n += 1) await one(person);
      if (!isGuest) await endSession(person);
    }
  };
  const began = performance.now();
  for (const part of [0.25, 0.5, 0.75, 1]) {
    const until = Math.round(runs * part);
    await Promise.all(Array.from({ length: workers }, (_, at) => worker(at, until)));
    agent.destroy();
    if (collect) heldMiB.push(await collect());
    await settledState(pid, folder, before);
    memoryMiB.push(round(residentBytesOf(pid) / 2 ** 20, 1));
  }
  const tookS = (performance.now() - began) / 1000;
  // The server closes what its clients have left.
  await pause(100);
  const after = await settledState(pid, folder, before);
  return {
    runs: ended,
    hostile,
    workers,
    seconds: round(tookS, 0),
    runsPerSecond: round(ended / tookS, 1),
    reasons,
    wrong,
    before,
    after,
    leftovers: leftovers(before, after),
    heldMiB,
    memoryMiB,
  };
}
