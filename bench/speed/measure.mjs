// How one run is measured, whoever runs it: when its first output was there, when its end, how much it was.
// @ts-check

/**
 * @typedef {{ ms: number, firstMs: number, bytes: number }} Measured
 * @typedef {{ run(code: string): Promise<Measured>, close(): Promise<void> | void, processes?: () => number[] }} Runner
 */

/** Collects the output of a run. */
export class Stopwatch {
  #begin = performance.now();
  #firstMs = Number.NaN;
  #bytes = 0;
  #head = '';

  /** @param {Buffer | string} output */
  add(output) {
    if (this.#bytes === 0 && output.length > 0) this.#firstMs = performance.now() - this.#begin;
    this.#bytes += output.length;
    if (this.#head.length < 100) this.#head += output.toString().slice(0, 100);
  }

  /** At its end. Throws where it is not what our programs print. @param {string} who @returns {Measured} */
  stop(who) {
    const ms = performance.now() - this.#begin;
    if (!/^(?:42\r?\n|x{99})/.test(this.#head)) {
      throw new Error(`${who} printed ${JSON.stringify(this.#head)}`);
    }
    return { ms, firstMs: this.#firstMs, bytes: this.#bytes };
  }
}
