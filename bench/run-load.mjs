// `npm run load`: a class of 300 who each run something every 20 s, for five minutes; then ten times as many
// for a minute, which is more than a machine can do. Prints what they met and writes it to bench/latest.json.
// `npm run load -- class`, `school` (the class behind one address) or `crowd` is that part alone.
// @ts-check
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** What a class needs beside the defaults (docs/operating.md). */
const OF_CLASS = { RUNBAY_SESSIONS: '320' };
/** All of a school are one client to the limits that count by address. */
const OF_SCHOOL = { ...OF_CLASS, RUNBAY_RUNS_PER_MINUTE: '1000' };

const parts = {
  class: () => measure({ settings: OF_CLASS, people: PEOPLE, seconds: SECONDS, oneAddress: false }),
  school: () =>
    measure({ settings: OF_SCHOOL, people: PEOPLE, seconds: SECONDS, oneAddress: true }),
  crowd: () =>
    measure({ settings: {}, people: 10 * PEOPLE, seconds: CROWD_SECONDS, oneAddress: false }),
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
  if (Object.keys(figures.wrong).length > 0 || figures.leftovers.length > 0) process.exitCode = 1;
}

/** @param {{ settings: Record<string, string>, people: number, seconds: number, oneAddress: boolean }} load */
async function measure({ settings, people, seconds, oneAddress }) {
  const folder = mkdtempSync(join(tmpdir(), 'runbay-load-'));
  // Sandboxes run as other users.
  chmodSync(folder, 0o755);
  const server = await startServer(
    {
      TMPDIR: folder,
      RUNBAY_RUNS_PER_MINUTE: '',
      RUNBAY_SESSION_IDLE_S: String(seconds < 120 ? IDLE_S : 600),
      RUNBAY_TRUSTED_PROXIES: '1',
      RUNBAY_LOG: 'silent',
      ...settings,
    },
    GARBAGE_FLAGS,
  );
  try {
    const { url, pid } = server;
    // The first runs of a server compile it.
    await simulateCrowd({ url, people: 20, seconds: 5, everyMs: 1000 });
    if (seconds < 120) await new Promise((resolve) => setTimeout(resolve, (IDLE_S + 5) * 1000));
    await collectGarbage(pid);
    const before = await stillState(pid, folder);
    const beforeBytes = residentBytesOf(pid);
    const figures = await simulateCrowd({
      ...{ url, pid, people, seconds, everyMs: EVERY_MS, oneAddress },
    });
    if (seconds >= 120) return { ...figures, settings, leftovers: [] };
    await new Promise((resolve) => setTimeout(resolve, (IDLE_S + 5) * 1000));
    await collectGarbage(pid);
    const after = await settledState(pid, folder, before);
    return {
      ...figures,
      settings,
      before: { ...before, memoryMiB: round(beforeBytes / 2 ** 20, 0) },
      after: { ...after, memoryMiB: round(residentBytesOf(pid) / 2 ** 20, 0) },
      leftovers: leftovers(before, after),
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
