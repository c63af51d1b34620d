import 'server-only';
import { type FileHandle, open, stat } from 'node:fs/promises';

/** A file is no longer in its place: what is written to it nobody would find. */
export class ReplacedError extends Error {}

/** Brings what has been written to a file to the disk, away from the event loop, once for all who wait for it together. */
export class DiskSync {
  readonly #path: string;
  readonly #check: () => Promise<void>;
  #file: Promise<FileHandle> | undefined;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  /** The file must be there at the first `flush`, and stay the same one until `close`. `check` is asked before each answer. */
  constructor(path: string, check: () => Promise<void>) {
    this.#path = path;
    this.#check = check;
  }

  /** Settles when all that was written before the call is on the disk. */
  flush(): Promise<void> {
    // One that runs already may have begun before our bytes were there: the one after it will have them.
    this.#next ??= (this.#running ?? Promise.resolve())
      .catch(() => {})
      .then(() => {
        this.#running = this.#next;
        this.#next = undefined;
        return this.#sync();
      });
    return this.#next;
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await (await file)?.close();
  }

  async #sync(): Promise<void> {
    this.#file ??= open(this.#path, 'r+');
    const file = await this.#file;
    await file.datasync();
    const [{ ino }, there] = await Promise.all([file.stat(), stat(this.#path), this.#check()]);
    if (ino !== there.ino) throw new ReplacedError(`${this.#path} is another file now`);
  }
}
