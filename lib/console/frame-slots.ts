/** Live frames of HTML results; each is a document with scripts of its own. */
export const MAX_LIVE_FRAMES = 20;

/** Places for a limited number of live things. Who finds none waits for the next that gets free. */
export class Slots {
  readonly #limit: number;
  #taken = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Calls back, perhaps at once, when there is a place. The function it gives ends the wait or frees
   * the place; to call it again does nothing.
   */
  request(onPlace: () => void): () => void {
    let state: 'waiting' | 'live' | 'over' = 'waiting';
    const take = () => {
      state = 'live';
      this.#taken += 1;
      onPlace();
    };
    if (this.#taken < this.#limit) take();
    else this.#waiting.push(take);
    return () => {
      const before = state;
      state = 'over';
      if (before === 'waiting') this.#waiting.splice(this.#waiting.indexOf(take), 1);
      if (before !== 'live') return;
      this.#taken -= 1;
      this.#waiting.shift()?.();
    };
  }
}
