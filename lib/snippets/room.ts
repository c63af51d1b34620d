/** How much the snippets may take, and how much of it is used. */
import 'server-only';
import { AppError } from '@/lib/errors';
import type { Database } from './schema';

/** What a row takes beside its texts: keys, indices, what a page leaves empty. */
const ROW_BYTES = 512;
/** Left to deletions, which write before they free something, and to whatever else lives on the disk. */
const DISK_RESERVE_BYTES = 16 * 1024 * 1024;
/** What other copies of the server write meanwhile is seen so late. */
const MEASURED_FOR_MS = 1000;
/** Measuring may take a twentieth of the time, and no more. */
const MEASURED_FOR_ITSELF = 20;

const MIB = 1024 * 1024;

export interface Usage {
  usedBytes: number;
  /** 0: no limit. */
  limitBytes: number;
  /** Of the disk; undefined where the database is elsewhere. */
  freeBytes: number | undefined;
  /** Whether the next small program would be refused. */
  isFull: boolean;
}

interface RoomOptions {
  /** 0: no limit. */
  limitBytes: number;
  reserveBytes?: number;
  /** Milliseconds of a clock that nobody sets. */
  now?: () => number;
}

/** Keeps the snippets within their limit and off the end of the disk. */
export class Room {
  readonly #database: Database;
  readonly #limitBytes: number;
  readonly #reserveBytes: number;
  readonly #now: () => number;
  #measuring: Promise<void> | undefined;
  #validUntilMs = Number.NEGATIVE_INFINITY;
  #usedBytes = 0;
  #freeBytes: number | undefined;

  constructor(
    database: Database,
    { limitBytes, reserveBytes = DISK_RESERVE_BYTES, now = () => performance.now() }: RoomOptions,
  ) {
    this.#database = database;
    this.#limitBytes = limitBytes;
    this.#reserveBytes = reserveBytes;
    this.#now = now;
  }

  /** Counts a row with so much text in as soon as it may be written. Throws store_full where it may not. */
  async take(textBytes: number): Promise<void> {
    await this.#measure();
    const bytes = textBytes + ROW_BYTES;
    const refusal = this.#refusal(bytes);
    if (refusal !== undefined) throw new AppError('store_full', refusal);
    this.#usedBytes += bytes;
    if (this.#freeBytes !== undefined) this.#freeBytes -= bytes;
  }

  /** To be called when something was deleted, or could not be written. */
  forget(): void {
    this.#validUntilMs = Number.NEGATIVE_INFINITY;
  }

  async usage(): Promise<Usage> {
    await this.#measure();
    return {
      usedBytes: this.#usedBytes,
      limitBytes: this.#limitBytes,
      freeBytes: this.#freeBytes,
      isFull: this.#refusal(ROW_BYTES) !== undefined,
    };
  }

  /** Why there is no room for so many; undefined where there is. */
  #refusal(bytes: number): string | undefined {
    const rest = 'Shared programs can still be read and deleted.';
    if (this.#limitBytes !== 0 && this.#usedBytes + bytes > this.#limitBytes) {
      return `This server keeps at most ${this.#limitBytes / MIB} MiB of shared programs, and has no room for this one. ${rest}`;
    }
    if (this.#freeBytes !== undefined && this.#freeBytes - bytes < this.#reserveBytes) {
      return `The disk of this server is almost full, so no more programs are taken. ${rest}`;
    }
    return undefined;
  }

  /** Those who come together share one. */
  async #measure(): Promise<void> {
    if (this.#now() < this.#validUntilMs) return;
    this.#measuring ??= this.#look().finally(() => {
      this.#measuring = undefined;
    });
    await this.#measuring;
  }

  async #look(): Promise<void> {
    const began = this.#now();
    const [usedBytes, freeBytes] = await Promise.all([
      this.#database.usedBytes(this.#limitBytes),
      this.#database.freeBytes(),
    ]);
    this.#usedBytes = usedBytes;
    this.#freeBytes = freeBytes;
    const tookMs = this.#now() - began;
    this.#validUntilMs = this.#now() + Math.max(MEASURED_FOR_MS, tookMs * MEASURED_FOR_ITSELF);
  }
}
