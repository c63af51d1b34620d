/** Pictures that were painted, the ones asked for last, and those that are being painted. */
import 'server-only';

const LIMIT_BYTES = 32 * 1024 * 1024;

export class PictureCache {
  readonly #known = new Map<string, Uint8Array>();
  readonly #painting = new Map<string, Promise<Uint8Array>>();
  readonly #limitBytes: number;
  #bytes = 0;

  constructor(limitBytes = LIMIT_BYTES) {
    this.#limitBytes = limitBytes;
  }

  /** Undefined where it would have to be painted. */
  find(key: string): Promise<Uint8Array> | undefined {
    const found = this.#known.get(key);
    if (!found) return this.#painting.get(key);
    // The last one in order is the last to go.
    this.#known.delete(key);
    this.#known.set(key, found);
    return Promise.resolve(found);
  }

  /** The picture of that key; `paint` is called where it is not there, once for all who ask meanwhile. */
  async get(key: string, paint: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const found = this.find(key);
    if (found) return found;
    const begun = paint()
      .then((png) => {
        if (this.#painting.get(key) === begun) this.#keep(key, png);
        return png;
      })
      .finally(() => {
        if (this.#painting.get(key) === begun) this.#painting.delete(key);
      });
    this.#painting.set(key, begun);
    return begun;
  }

  /** Those of a snippet that is gone. */
  forget(prefix: string): void {
    for (const key of this.#known.keys()) if (key.startsWith(prefix)) this.#drop(key);
    for (const key of this.#painting.keys()) if (key.startsWith(prefix)) this.#painting.delete(key);
  }

  #keep(key: string, png: Uint8Array): void {
    this.#known.set(key, png);
    this.#bytes += png.length;
    for (const oldest of this.#known.keys()) {
      if (this.#bytes <= this.#limitBytes) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#known.get(key)?.length ?? 0;
    this.#known.delete(key);
  }
}
