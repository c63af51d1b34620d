// `npm run soak`: 10,000 runs, a tenth of them hostile, and what is left of them on the host. Takes a quarter of
// an hour; `npm run soak -- 1000` is shorter. Prints the figures and writes them to bench/latest.json.
// @ts-check
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectGarbage, GARBAGE_FLAGS } from './collect-garbage.mjs';
import { keepFigures } from './latest.mjs';
import { startServer } from './server.mjs';
import { soak } from './soak.mjs';

const RUNS = 10_000;
const WORKERS = 6;
/** What the server holds at the end beside what it held in the middle: finished runs stay for a while. */
const GROWTH_MIB = 32;

const runs = Number(process.argv[2] ?? RUNS);
const folder = mkdtempSync(join(tmpdir(), 'runbay-soak-'));
// Sandboxes run as other users.
chmodSync(folder, 0o755);
const server = await startServer({ TMPDIR: folder, RUNBAY_LOG: 'silent' }, GARBAGE_FLAGS);
try {
  const { url, pid } = server;
  const collect = () => collectGarbage(pid);
  // The first runs of a server compile it and fill its pool.
  await soak({ url, pid, folder, runs: 50, workers: WORKERS, collect });
  let told = 0;
  const figures = await soak({
    ...{ url, pid, folder, runs, workers: WORKERS, collect },
    onProgress: (done) => {
      if (done - told < 500) return;
      told = done;
      process.stdout.write(`${done} of ${runs}\n`);
    },
  });
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  keepFigures({ soak: { date: new Date().toISOString(), ...figures } });
  const [, middle = 0, , last = 0] = figures.heldMiB;
  const hasGrown = last > middle + GROWTH_MIB;
  if (hasGrown) console.error(`What the server holds has grown from ${middle} to ${last} MiB.`);
  if (hasGrown || figures.leftovers.length > 0 || Object.keys(figures.wrong).length > 0)
    process.exitCode = 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
