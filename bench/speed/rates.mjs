// Runs per second with a number of clients that each send the next program as soon as the last has ended.
// @ts-check
import { round } from '../figures.mjs';
import { ONE_LINE } from './programs.mjs';

export const CLIENTS = [1, 4, 16, 64];

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Each contender is measured in two turns, with the others between.
 * @param {import('./contenders.mjs').Contender[]} contenders @param {import('./programs.mjs').Language} language
 * @param {{ turnMs: number, mostClients: number }} how
 */
export async function compareRates(contenders, language, how) {
  /** @type {Record<string, Record<string, number>>} */
  const rates = Object.fromEntries(contenders.map(({ id }) => [id, {}]));
  for (const clients of CLIENTS.filter((count) => count <= how.mostClients)) {
    const taking = contenders.filter(({ mostClients = 64 }) => clients <= mostClients);
    const runners = new Map();
    for (const { id, open } of taking) {
      const opened = [];
      for (let n = 0; n < clients; n++) opened.push(await open(language, false));
      await Promise.allSettled(opened.map((runner) => runner.run(ONE_LINE[language])));
      runners.set(id, opened);
    }
    for (let turn = 0; turn < 2; turn++) {
      for (const [id, opened] of runners) {
        await pause(100);
        const of = rates[id] ?? {};
        try {
          const rate = await rateOf(opened, ONE_LINE[language], how.turnMs);
          of[clients] = round(turn === 0 ? rate : ((of[clients] ?? 0) + rate) / 2, 1);
        } catch {
          of[clients] = Number.NaN; // It cannot do so much at once.
        }
      }
    }
    for (const opened of runners.values()) {
      for (const runner of opened) await runner.close();
    }
  }
  return rates;
}

/** @param {import('./measure.mjs').Runner[]} runners @param {string} code @param {number} turnMs */
async function rateOf(runners, code, turnMs) {
  const begin = performance.now();
  let count = 0;
  await Promise.all(
    runners.map(async (runner) => {
      while (performance.now() - begin < turnMs) {
        await runner.run(code);
        count++;
      }
    }),
  );
  return count / ((performance.now() - begin) / 1000);
}
