// Side by side: each round measures every contender once, in an order that changes, so that what else the
// machine does meets them all.
// @ts-check
import { percentile, round } from '../figures.mjs';

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @template Figure
 * @param {Map<string, () => Promise<Figure>>} contenders
 * @param {{ rounds: number, warmUps: number, pauseMs: number }} how
 * @returns {Promise<Map<string, Figure[]>>}
 */
export async function sideBySide(contenders, { rounds, warmUps, pauseMs }) {
  const found = new Map([...contenders.keys()].map((id) => [id, /** @type {Figure[]} */ ([])]));
  const order = [...contenders];
  for (let n = -warmUps; n < rounds; n++) {
    for (const [id, measure] of order) {
      if (pauseMs > 0) await pause(pauseMs);
      const figure = await measure();
      if (n >= 0) found.get(id)?.push(figure);
    }
    order.push(...order.splice(0, 1));
  }
  return found;
}

/** @param {number[]} values */
export function percentiles(values) {
  return {
    p50: round(percentile(values, 0.5), 2),
    p95: round(percentile(values, 0.95), 2),
    p99: round(percentile(values, 0.99), 2),
  };
}

/** @template A, B @param {Map<string, A>} map @param {(value: A) => B} change @returns {Record<string, B>} */
export const each = (map, change) =>
  Object.fromEntries([...map].map(([id, value]) => [id, change(value)]));
