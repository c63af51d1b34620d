// What sessions cost, from one to hundreds on one server: memory at rest and while a program runs, and
// whether the next run is as fast.
// @ts-check
import { median, round } from '../figures.mjs';
import { sharedBytes } from '../memory.mjs';
import { startServer } from '../server.mjs';
import { asker } from './asked.mjs';
import { ONE_LINE, RESTS } from './programs.mjs';

const MIB = 2 ** 20;
const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {import('./programs.mjs').Language} language @param {number[]} sizes in ascending order */
export async function measureCrowd(language, sizes) {
  const most = String(Math.max(...sizes) + 10);
  // No sandbox waits, so all there are belong to sessions.
  const server = await startServer({
    RUNBAY_POOL: '0',
    RUNBAY_SESSIONS: most,
    RUNBAY_CONCURRENT_RUNS: most,
    // All of them come from this machine.
    RUNBAY_CONCURRENT_PER_ADDRESS: most,
  });
  const weigh = () => sharedBytes([server.pid, ...server.sandboxes()]);
  const rows = [];
  /** @type {import('./measure.mjs').Runner[]} */
  const sessions = [];
  try {
    const warm = await asker(server.url, { language });
    for (let n = 0; n < 50; n++) await warm.run(ONE_LINE[language]);
    const empty = weigh();
    for (const size of sizes) {
      const began = performance.now();
      const added = size - sessions.length;
      while (sessions.length < size) {
        const session = await asker(server.url, { language, withSession: true });
        await session.run(ONE_LINE[language]);
        sessions.push(session);
      }
      const openMs = (performance.now() - began) / added;
      await pause(1500);
      const idle = (weigh() - empty) / size / MIB;
      const [first] = sessions;
      const times = [];
      for (let n = 0; n < 30; n++) {
        times.push((await first?.run(ONE_LINE[language]))?.ms ?? Number.NaN);
        await pause(30);
      }
      rows.push({
        sessions: size,
        idleMiB: round(idle, 1),
        activeMiB: round(await whileActive(language, sessions, weigh, empty), 1),
        sessionsPerGiB: Math.floor(1024 / idle),
        openMs: round(openMs, 1),
        runMs: round(median(times), 2),
      });
    }
  } finally {
    await server.stop();
  }
  return rows;
}

/** MiB of a session while a program of it runs; of at most 100, whose programs begin one after the other. @param {import('./programs.mjs').Language} language @param {import('./measure.mjs').Runner[]} sessions @param {() => number} weigh @param {number} empty */
async function whileActive(language, sessions, weigh, empty) {
  const before = weigh();
  const some = sessions.slice(0, 100);
  const running = some.map((session) => session.run(RESTS[language]).catch(() => {}));
  await pause(2000);
  const more = weigh() - before;
  // The next run of a session ends the one before.
  for (const session of some) await session.run(ONE_LINE[language]);
  await Promise.all(running);
  return (before - empty) / sessions.length / MIB + more / some.length / MIB;
}

/** MiB of one resting process of another kind, of ten that do the same. @param {import('./contenders.mjs').Contender} contender @param {import('./programs.mjs').Language} language @param {(pid: number) => number[]} below */
export async function weighOther({ open }, language, below) {
  const runners = [];
  for (let n = 0; n < 10; n++) runners.push(await open(language, true));
  // Nobody waits for their end.
  for (const runner of runners) runner.run(RESTS[language]).catch(() => {});
  await pause(2500);
  const pids = runners.flatMap((runner) => runner.processes?.() ?? []);
  const bytes = sharedBytes(pids.flatMap((pid) => [pid, ...below(pid)]));
  for (const runner of runners) await runner.close();
  return round(bytes / runners.length / MIB, 1);
}
