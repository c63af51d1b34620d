// Programs: Runbay beside the bare interpreters, bubblewrap around them, Jupyter kernels and sandbox-runtime.
// @ts-check
import { execFileSync } from 'node:child_process';
import { arch, cpus, release, totalmem } from 'node:os';
import { sandboxProcesses } from '../memory.mjs';
import { startServer } from '../server.mjs';
import { borrow } from './borrowed.mjs';
import { contendersFor } from './contenders.mjs';
import { measureCrowd, weighOther } from './crowd.mjs';
import {
  compareFirstOutput,
  compareImports,
  compareLatency,
  compareOutput,
  PAUSE_MS,
} from './latency.mjs';
import { compareRates } from './rates.mjs';

/** How much is measured: all of it, or what shows in a minute that everything works. */
const SIZES = {
  whole: {
    rounds: 100,
    few: 12,
    output: 3,
    turnMs: 1000,
    mostClients: 64,
    crowd: { python: [1, 10, 50, 100, 250, 500], javascript: [1, 10, 50, 100] },
  },
  quick: {
    rounds: 8,
    few: 3,
    output: 1,
    turnMs: 300,
    mostClients: 4,
    crowd: { python: [1, 10], javascript: [1, 5] },
  },
};

/** With limits that do not end what is measured. */
const SETTINGS = {
  RUNBAY_SESSIONS: '600',
  RUNBAY_CONCURRENT_RUNS: '128',
  RUNBAY_OUTPUT_KIB: '65536',
};

/** @param {boolean} isQuick @param {(line: string) => void} say */
export async function measureSpeed(isQuick, say) {
  const size = isQuick ? SIZES.quick : SIZES.whole;
  say('fetching what Runbay is compared with ...');
  const borrowed = await borrow();
  /** @type {Record<string, string>} */
  const missing = {};
  if ('missing' in borrowed.jupyter) missing.jupyter = borrowed.jupyter.missing;
  if ('missing' in borrowed.runtime) missing.sandboxRuntime = borrowed.runtime.missing;
  const server = await startServer(SETTINGS);
  /** @type {Record<string, unknown>} */
  const figures = {};
  try {
    for (const language of /** @type {const} */ (['python', 'javascript'])) {
      const all = contendersFor(language, server.url, borrowed);
      const contenders = await working(all, language, missing);
      say(`measuring ${language}: latency ...`);
      const latencyMs = await compareLatency(contenders, language, size.rounds);
      say(`measuring ${language}: first output ...`);
      const firstOutputMs = await compareFirstOutput(
        without(contenders, 'continue'),
        language,
        size.few,
      );
      say(`measuring ${language}: amounts of output ...`);
      const outputMBPerSecond = await compareOutput(
        without(contenders, 'continue'),
        language,
        size.output,
      );
      say(`measuring ${language}: runs per second ...`);
      const runsPerSecond = await compareRates(contenders, language, size);
      figures[language] = { latencyMs, firstOutputMs, outputMBPerSecond, runsPerSecond };
      if (language === 'python') {
        say('measuring python: imports ...');
        const some = contenders.filter(({ id }) => ['session', 'bare'].includes(id));
        Object.assign(figures, { imports: await compareImports(some, size.few) });
      }
      for (const { stop } of contenders) await stop?.();
    }
  } finally {
    await server.stop();
  }
  /** @type {Record<string, unknown>} */
  const crowd = {};
  /** @type {Record<string, Record<string, number>>} */
  const others = {};
  for (const language of /** @type {const} */ (['python', 'javascript'])) {
    say(`measuring ${language}: many sessions ...`);
    crowd[language] = await measureCrowd(language, size.crowd[language]);
    /** @type {Record<string, number>} */
    const of = {};
    others[language] = of;
    for (const contender of contendersFor(language, '', borrowed)) {
      const isWeighed = ['bare', 'bubblewrap', 'jupyter'].includes(contender.id);
      if (!isWeighed || missing[contender.id] !== undefined) continue;
      of[contender.id] = await weighOther(contender, language, sandboxProcesses);
      await contender.stop?.();
    }
  }
  return {
    date: new Date().toISOString(),
    machine: machine(),
    pauseMs: PAUSE_MS,
    missing,
    figures,
    crowd,
    othersMiB: others,
  };
}

/** Those that can run something here; why not, of the others. @param {import('./contenders.mjs').Contender[]} contenders @param {import('./programs.mjs').Language} language @param {Record<string, string>} missing */
async function working(contenders, language, missing) {
  const found = [];
  for (const contender of contenders) {
    try {
      const runner = await contender.open(language, false);
      await runner.run(language === 'python' ? 'print(42)' : 'console.log(42)');
      await runner.close();
      found.push(contender);
    } catch (error) {
      if (contender.isOurs || contender.id === 'bare') throw error;
      missing[contender.id] = String(/** @type {Error} */ (error).message).slice(0, 200);
    }
  }
  return found;
}

/** @param {import('./contenders.mjs').Contender[]} contenders @param {string} left */
const without = (contenders, left) => contenders.filter(({ id }) => id !== left);

function machine() {
  const version = (/** @type {string} */ command) =>
    execFileSync(command, ['--version'], { encoding: 'utf8' }).trim();
  return {
    processors: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    arch: arch(),
    node: process.version,
    python: version('/usr/bin/python3'),
    bubblewrap: version('bwrap'),
  };
}
