// How long one program takes, when its first output is there, and how fast much output comes.
// @ts-check
import { median, round } from '../figures.mjs';
import { imports, ONE_LINE, OUTPUT_BYTES, PRINTS_EARLY, PRINTS_MUCH } from './programs.mjs';
import { each, percentiles, sideBySide } from './rounds.mjs';

/**
 * @typedef {import('./contenders.mjs').Contender} Contender
 * @typedef {import('./programs.mjs').Language} Language
 */

/** As a person or a small class leaves it between two runs. */
export const PAUSE_MS = 50;
/** After a program that imports much: the next interpreter imports it meanwhile. */
const IMPORT_PAUSE_MS = 500;
const MODULES = ['numpy', 'matplotlib.pyplot'];

/** @param {Contender[]} contenders @param {Language} language @param {boolean} follows @param {(runners: Map<string, import('./measure.mjs').Runner>) => Promise<unknown>} use */
async function withRunners(contenders, language, follows, use) {
  const runners = new Map();
  try {
    for (const { id, open } of contenders) runners.set(id, await open(language, follows));
    return await use(runners);
  } finally {
    for (const runner of runners.values()) await runner.close();
  }
}

/** One line, with a pause between two runs and without. @param {Contender[]} contenders @param {Language} language @param {number} rounds */
export async function compareLatency(contenders, language, rounds) {
  /** @type {Record<string, unknown>} */
  const figures = {};
  await withRunners(contenders, language, false, async (runners) => {
    const runs = new Map(
      [...runners].map(([id, runner]) => [
        id,
        async () => (await runner.run(ONE_LINE[language])).ms,
      ]),
    );
    figures.withPauses = each(
      await sideBySide(runs, { rounds, warmUps: 3, pauseMs: PAUSE_MS }),
      percentiles,
    );
    // Without a pause each contender runs on its own: the next run is what a pause would give it time for.
    /** @type {Map<string, number[]>} */
    const backToBack = new Map([...runs.keys()].map((id) => [id, []]));
    for (let part = 0; part < 4; part++) {
      for (const [id, run] of runs) {
        for (let n = 0; n < Math.ceil(rounds / 4); n++) backToBack.get(id)?.push(await run());
      }
    }
    figures.backToBack = each(backToBack, percentiles);
  });
  return figures;
}

/** @param {Contender[]} contenders @param {Language} language @param {number} rounds */
export async function compareFirstOutput(contenders, language, rounds) {
  /** @type {Record<string, unknown>} */
  let figures = {};
  await withRunners(contenders, language, true, async (runners) => {
    const runs = new Map(
      [...runners].map(([id, runner]) => [
        id,
        async () => (await runner.run(PRINTS_EARLY[language])).firstMs,
      ]),
    );
    figures = each(await sideBySide(runs, { rounds, warmUps: 1, pauseMs: PAUSE_MS }), percentiles);
  });
  return figures;
}

/** Megabytes (10^6) per second that arrive. @param {Contender[]} contenders @param {Language} language @param {number} rounds */
export async function compareOutput(contenders, language, rounds) {
  /** @type {Record<string, number>} */
  let figures = {};
  await withRunners(contenders, language, true, async (runners) => {
    const runs = new Map(
      [...runners].map(([id, runner]) => [
        id,
        async () => {
          const { ms, bytes } = await runner.run(PRINTS_MUCH[language]);
          if (bytes < OUTPUT_BYTES) throw new Error(`${id} gave ${bytes} bytes of output.`);
          return bytes / 1000 / ms;
        },
      ]),
    );
    figures = each(await sideBySide(runs, { rounds, warmUps: 1, pauseMs: PAUSE_MS }), (values) =>
      round(median(values), 1),
    );
  });
  return figures;
}

/** Programs that import much, in sessions that have done so before. @param {Contender[]} contenders @param {number} rounds */
export async function compareImports(contenders, rounds) {
  /** @type {Record<string, unknown>} */
  const figures = {};
  for (const module of MODULES) {
    await withRunners(contenders, 'python', false, async (runners) => {
      const runs = new Map(
        [...runners].map(([id, runner]) => [
          id,
          async () => (await runner.run(imports(module))).ms,
        ]),
      );
      try {
        figures[module] = each(
          await sideBySide(runs, { rounds, warmUps: 2, pauseMs: IMPORT_PAUSE_MS }),
          percentiles,
        );
      } catch (error) {
        figures[module] = { missing: String(/** @type {Error} */ (error).message).slice(0, 200) };
      }
    });
  }
  return figures;
}
