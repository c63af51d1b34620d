/** Stops asking a service that does not answer, and tries it again after a while with one request. */
import 'server-only';

/** So many failures in a row say that it is the service. */
const FAILURES = 5;
const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 60_000;

export class Breaker {
  #failures = 0;
  #pauseMs = FIRST_PAUSE_MS;
  #openUntilMs = 0;
  #isTrying = false;

  /** Seconds until the next request may go; 0 where it may now. The first after a pause is the only one until it is back. */
  waitS(): number {
    if (this.#failures < FAILURES) return 0;
    const leftMs = this.#openUntilMs - performance.now();
    if (leftMs > 0) return Math.ceil(leftMs / 1000);
    if (this.#isTrying) return 1;
    this.#isTrying = true;
    return 0;
  }

  get isOpen(): boolean {
    return this.#failures >= FAILURES;
  }

  answered(): void {
    this.#failures = 0;
    this.#pauseMs = FIRST_PAUSE_MS;
    this.#isTrying = false;
  }

  failed(): void {
    this.#failures += 1;
    this.#isTrying = false;
    if (this.#failures < FAILURES) return;
    this.#openUntilMs = performance.now() + this.#pauseMs;
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2);
  }

  /** The request came back without telling anything of the service. */
  unknown(): void {
    this.#isTrying = false;
  }
}
