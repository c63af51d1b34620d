// `npm run load`: a class of 300 who each run something every 20 s, for five minutes; then ten times as many
// for a minute, which is more than a machine can do. Prints what they met and writes it to bench/latest.json.
// `npm run load -- class`, `school` (the class behind one address) or `crowd` is that part alone.
// @ts-check
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { collectGarbage, GARBAGE_FLAGS } from './collect-garbage.mjs';
import { simulateCrowd } from './crowd.mjs';
import { round } from './figures.mjs';
import { leftovers, residentBytesOf, settledState, stillState } from './host-state.mjs';
import { keepFigures } from './latest.mjs';
import { startServer } from './server.mjs';

const PEOPLE = 300;
const SECONDS = 300;
const EVERY_MS = 20_000;
const CROWD_SECONDS = 60;
const IDLE_S = 15;
const IDLE_AND_GONE_MS = (IDLE_S + 5) * 1000;
/** What the server may hold more after the second crowd: finished runs stay for a while. */
const GROWTH_MIB = 32;

/** What a class needs beside the defaults (docs/operating.md). */
const OF_CLASS = { RUNBAY_SESSIONS: '320' };
/** All of a school are one client to the limits that count by address. */
const OF_SCHOOL = { ...OF_CLASS, RUNBAY_RUNS_PER_MINUTE: '1000' };

/** Soon idle, so that what is left can be seen. */
const OF_CROWD = { RUNBAY_SESSION_IDLE_S: String(IDLE_S) };

const parts = {
  class: () => measure({ settings: OF_CLASS, people: PEOPLE, seconds: SECONDS }),
  school: () =>
    measure({ settings: OF_SCHOOL, people: PEOPLE, seconds: SECONDS, oneAddress: true }),
  crowd: () => measureEnd({ settings: OF_CROWD, people: 10 * PEOPLE, seconds: CROWD_SECONDS }),
};

const [, , only] = process.argv;
if (only !== undefined && !Object.hasOwn(parts, only)) {
  console.error(`There is no part ${only}, only ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
for (const [name, measurePart] of Object.entries(parts)) {
  if (only !== undefined && only !== name) continue;
  process.stdout.write(`Load: ${name} ...\n`);
  const figures = await measurePart();
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  keepFigures({ [`load.${name}`]: { date: new Date().toISOString(), ...figures } });
  const left = 'leftovers' in figures ? figures.leftovers.length : 0;
  if (Object.keys(figures.wrong).length > 0 || left > 0) process.exitCode = 1;
}

/**
 * @typedef {object} Load
 * @property {Record<string, string>} settings
 * @property {number} people
 * @property {number} seconds
 * @property {boolean} [oneAddress]
 */

/** @typedef {Awaited<ReturnType<typeof startServer>> & { folder: string }} Server */

/** @param {Load} load */
function measure(load) {
  return withServer(load.settings, (server) => meet(server, load));
}

/**
 * And what is left of it when nobody has come for a while; then all of it again: what a crowd leaves once
 * (compiled code, caches) is no growth, what each crowd leaves is.
 * @param {Load} load
 */
function measureEnd(load) {
  return withServer(load.settings, async (server) => {
    const { pid, folder } = server;
    const memory = async () => {
      await pause(IDLE_AND_GONE_MS);
      return { held: await collectGarbage(pid), resident: memoryMiB(pid) };
    };
    const beforeMiB = await memory();
    const before = await stillState(pid, folder);
    const figures = await meet(server, load);
    const afterMiB = await memory();
    const again = await meet(server, load);
    const afterAgainMiB = await memory();
    const after = await settledState(pid, folder, before);
    const left = leftovers(before, after);
    const grownMiB = afterAgainMiB.held - afterMiB.held;
    if (grownMiB > GROWTH_MIB) left.push(`memory: ${grownMiB} MiB more after the second crowd`);
    return {
      ...figures,
      again: { runs: again.runs, refused: again.refused, wrong: again.wrong },
      wrong: { ...figures.wrong, ...again.wrong },
      before,
      after,
      memoryMiB: { before: beforeMiB, after: afterMiB, afterAgain: afterAgainMiB },
      leftovers: left,
    };
  });
}

/** @param {Server} server @param {Load} load */
async function meet({ url, pid }, { settings, ...crowd }) {
  const figures = await simulateCrowd({ url, pid, everyMs: EVERY_MS, ...crowd });
  return { ...figures, settings };
}

/** @param {number} pid */
function memoryMiB(pid) {
  return round(residentBytesOf(pid) / 2 ** 20, 0);
}

/** @template T @param {Record<string, string>} settings @param {(server: Server) => Promise<T>} work */
async function withServer(settings, work) {
  const folder = mkdtempSync(join(tmpdir(), 'runbay-load-'));
  // Sandboxes run as other users.
  chmodSync(folder, 0o755);
  const server = await startServer(
    {
      TMPDIR: folder,
      RUNBAY_RUNS_PER_MINUTE: '',
      RUNBAY_TRUSTED_PROXIES: '1',
      RUNBAY_LOG: 'silent',
      ...settings,
    },
    GARBAGE_FLAGS,
  );
  try {
    // The first runs of a server compile it.
    await simulateCrowd({ url: server.url, people: 20, seconds: 5, everyMs: 1000 });
    return await work({ ...server, folder });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
