/** A small file that the kernel makes anew for each look, as those of a control group: opened once, which costs most of a look. */
import 'server-only';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const shared = Buffer.allocUnsafe(4096);

/** Every method throws what the system says; all but `close` throw after `close`. */
export class KernelFile {
  readonly #path: string;
  readonly #flags: 'r' | 'r+';
  #descriptor: number | undefined;
  #isClosed = false;

  constructor(path: string, flags: 'r' | 'r+' = 'r') {
    this.#path = path;
    this.#flags = flags;
  }

  /** Its first 4 KiB as they are now. */
  read(): string {
    return shared.toString('latin1', 0, readSync(this.#open(), shared, 0, shared.length, 0));
  }

  write(text: string): void {
    writeSync(this.#open(), text, 0);
  }

  close(): void {
    this.#isClosed = true;
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #open(): number {
    if (this.#isClosed) throw new Error(`${this.#path} is closed.`);
    this.#descriptor ??= openSync(this.#path, this.#flags);
    return this.#descriptor;
  }
}
