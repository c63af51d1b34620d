/** Paints cards one at a time in a thread, which ends when nobody wants pictures and whenever a card takes too long. */
import 'server-only';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { remember } from '@/lib/remember';
import type { Card } from './card';

/** Usually it is a tenth of a second. What takes longer on a busy machine was made to; its image is left out then. */
const PAINT_LIMIT_MS = 6000;
/** The first one also waits for the thread to start, on a machine that may be busy. */
const START_LIMIT_MS = 20_000;
const QUEUE_LIMIT = 24;
/** The thread has some 100 MB. */
const IDLE_MS = 120_000;
/** Found from the folder that the server runs in. */
const THREAD = 'lib/pictures/worker/main.mjs';

interface Waiting {
  card: Card;
  resolve(png: Uint8Array): void;
  reject(error: Error): void;
}

interface Answer {
  n: number;
  png: Uint8Array;
  /** Its memory has grown; a new thread has less. */
  isSpent: boolean;
}

export class Painter {
  #thread: Worker | undefined;
  #queue: Waiting[] = [];
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;
  #n = 0;
  readonly #limitMs: number;
  readonly #queueLimit: number;

  constructor({ limitMs = PAINT_LIMIT_MS, queueLimit = QUEUE_LIMIT } = {}) {
    this.#limitMs = limitMs;
    this.#queueLimit = queueLimit;
  }

  /** A PNG of 1200 by 630. Throws busy where too many wait, internal where it cannot be painted. */
  async paint(card: Card): Promise<Uint8Array> {
    try {
      return await this.#enqueue(card);
    } catch (error) {
      if (error instanceof AppError || !card.output?.image) throw error;
      // Most likely the program's image was the reason.
      const { image: _, ...output } = card.output;
      return this.#enqueue({ ...card, output });
    }
  }

  /** Ends the thread; what waits is refused. */
  close(): void {
    this.#endThread(new Error('the painter is closed'));
    for (const { reject } of this.#queue.splice(0)) reject(new Error('the painter is closed'));
  }

  #enqueue(card: Card): Promise<Uint8Array> {
    if (this.#queue.length >= this.#queueLimit) {
      const detail = 'Many pictures are wanted now; try again in 5 s.';
      throw new AppError('busy', detail, { retryAfterS: 5 });
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ card, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current) return;
    clearTimeout(this.#timer);
    this.#current = this.#queue.shift();
    if (!this.#current) {
      this.#timer = setTimeout(() => this.#endThread(), IDLE_MS).unref();
      return;
    }
    const isNew = this.#thread === undefined;
    this.#thread ??= this.#startThread();
    this.#n += 1;
    this.#thread.postMessage({ n: this.#n, card: this.#current.card });
    const limitMs = this.#limitMs + (isNew ? START_LIMIT_MS : 0);
    this.#timer = setTimeout(() => this.#fail(new Error('a picture took too long')), limitMs);
  }

  #startThread(): Worker {
    const thread = new Worker(join(process.cwd(), THREAD), {
      name: 'pictures',
      // Nothing of the settings is needed there.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    thread.unref();
    thread.on('message', ({ n, png, isSpent }: Answer) => {
      if (n !== this.#n || !this.#current) return;
      this.#current.resolve(png);
      this.#current = undefined;
      if (isSpent) this.#endThread();
      this.#next();
    });
    thread.on('error', (error) => {
      if (thread === this.#thread)
        this.#fail(error instanceof Error ? error : new Error(String(error)));
    });
    return thread;
  }

  #fail(error: Error): void {
    log().warn({ err: error }, 'a picture could not be painted');
    this.#endThread(error);
    this.#next();
  }

  #endThread(error = new Error('the painter has ended')): void {
    clearTimeout(this.#timer);
    const thread = this.#thread;
    this.#thread = undefined;
    thread?.terminate().catch(() => {});
    this.#current?.reject(error);
    this.#current = undefined;
  }
}

/** This process's painter. */
export function painter(): Painter {
  return remember('painter', () => new Painter());
}
