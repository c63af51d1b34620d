/**
 * Pages as they were made. To make one takes a hundred times as long as to send it, so it is made once for
 * each version of a program, and each reader gets it with a nonce of his own. Who asks here has looked
 * first whether the program is still there, and in which version: that is never answered from here.
 */
import 'server-only';

const BYTES = 32 * 1024 * 1024;
/** A larger one would push too many others out. */
const PAGE_BYTES = 2 * 1024 * 1024;

export interface MadePage {
  html: string;
  /** Stands wherever another reader's has to. */
  nonce: string;
  headers: Record<string, string>;
}

export class KeptPages {
  readonly #bytes: number;
  /** The longest unused first. */
  readonly #pages = new Map<string, MadePage>();
  readonly #making = new Map<string, Promise<MadePage | undefined>>();
  #used = 0;

  constructor(bytes = BYTES) {
    this.#bytes = bytes;
  }

  /** The page of that key, made where it is not there, once for all who wait for it together. Undefined where it could not be made. */
  async get(key: string, make: () => Promise<MadePage | undefined>): Promise<MadePage | undefined> {
    const known = this.#pages.get(key);
    if (known !== undefined) {
      this.#pages.delete(key);
      this.#pages.set(key, known);
      return known;
    }
    let making = this.#making.get(key);
    if (making === undefined) {
      making = make().finally(() => this.#making.delete(key));
      this.#making.set(key, making);
    }
    const made = await making;
    if (made !== undefined && !this.#pages.has(key)) this.#keep(key, made);
    return made;
  }

  #keep(key: string, made: MadePage): void {
    const bytes = bytesOf(key, made);
    if (bytes > PAGE_BYTES) return;
    this.#pages.set(key, made);
    this.#used += bytes;
    for (const [oldest, page] of this.#pages) {
      if (this.#used <= this.#bytes) break;
      this.#pages.delete(oldest);
      this.#used -= bytesOf(oldest, page);
    }
  }
}

/** As a string takes them in memory. */
const bytesOf = (key: string, { html }: MadePage) => 2 * (key.length + html.length);

/** Nobody can know a nonce before it is made, so nothing but the nonce itself is replaced. */
export function withNonce({ html, nonce, headers }: MadePage, own: string): MadePage {
  const names = Object.entries(headers);
  return {
    html: html.replaceAll(nonce, own),
    nonce: own,
    headers: Object.fromEntries(names.map(([name, text]) => [name, text.replaceAll(nonce, own)])),
  };
}
