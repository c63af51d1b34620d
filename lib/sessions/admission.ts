/** Who may run now: so many at once, the others in a queue that serves its clients in turn. */
import 'server-only';
import { AppError } from '@/lib/errors';

export interface AdmissionLimits {
  concurrentRuns: number;
  queueLength: number;
  queueWaitS: number;
}

/** A place in the queue, then one of the running; given back by `leave`, also more than once. */
export interface Ticket {
  /** 1 for the next to run; 0 when it may run, or has left. */
  readonly position: number;
  /** Settles when `position` is no longer `known`. Throws engine_unavailable when it waited too long. */
  moved(known: number): Promise<void>;
  leave(): void;
}

class QueueTicket implements Ticket {
  position = 0;
  state: 'waiting' | 'running' | 'left' = 'waiting';
  refusal: AppError | undefined;
  timer: NodeJS.Timeout | undefined;
  readonly client: string;
  readonly #queue: Admission;
  #wake: (() => void) | undefined;

  constructor(queue: Admission, client: string) {
    this.#queue = queue;
    this.client = client;
  }

  async moved(known: number): Promise<void> {
    if (this.position === known && this.refusal === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.refusal !== undefined) throw this.refusal;
  }

  wake(): void {
    this.#wake?.();
  }

  leave(): void {
    this.#queue.release(this);
  }
}

export class Admission {
  readonly #limits: AdmissionLimits;
  #running = 0;
  #waiting = 0;
  #isClosed = false;
  /** Each client's tickets, first in first out; the first client is the next to be served, then the last. */
  readonly #lines = new Map<string, QueueTicket[]>();

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  /** A ticket for one run of `client`. Throws engine_unavailable when the queue is full or the server ends. */
  enter(client: string): Ticket {
    const { concurrentRuns, queueLength, queueWaitS } = this.#limits;
    if (this.#isClosed) {
      throw new AppError('engine_unavailable', 'The server is shutting down.', { retryAfterS: 5 });
    }
    const ticket = new QueueTicket(this, client);
    if (this.#running < concurrentRuns) {
      this.#running += 1;
      ticket.state = 'running';
      return ticket;
    }
    if (this.#waiting >= queueLength) {
      throw new AppError(
        'engine_unavailable',
        `${this.#running} programs run and ${this.#waiting} wait, which is all this server takes.`,
        { retryAfterS: queueWaitS },
      );
    }
    const line = this.#lines.get(client);
    if (line === undefined) this.#lines.set(client, [ticket]);
    else line.push(ticket);
    this.#waiting += 1;
    ticket.timer = setTimeout(() => this.#refuse(ticket), queueWaitS * 1000);
    this.#renumber();
    return ticket;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** No new tickets from now on. */
  close(): void {
    this.#isClosed = true;
  }

  release(ticket: QueueTicket): void {
    if (ticket.state === 'running') this.#running -= 1;
    else if (ticket.state === 'waiting') this.#takeOut(ticket);
    else return;
    ticket.state = 'left';
    ticket.position = 0;
    ticket.wake();
    this.#admit();
  }

  #refuse(ticket: QueueTicket): void {
    const { queueWaitS } = this.#limits;
    ticket.refusal = new AppError(
      'engine_unavailable',
      `Waited ${queueWaitS} s for a free place, and none came.`,
      { retryAfterS: queueWaitS },
    );
    this.release(ticket);
  }

  #takeOut(ticket: QueueTicket): void {
    clearTimeout(ticket.timer);
    this.#waiting -= 1;
    const rest = (this.#lines.get(ticket.client) ?? []).filter((other) => other !== ticket);
    if (rest.length === 0) this.#lines.delete(ticket.client);
    else this.#lines.set(ticket.client, rest);
  }

  #admit(): void {
    if (this.#waiting === 0) return;
    while (this.#running < this.#limits.concurrentRuns) {
      const [line] = this.#lines.values();
      const ticket = line?.[0];
      if (ticket === undefined) break;
      this.#takeOut(ticket);
      this.#moveToEnd(ticket.client);
      this.#running += 1;
      ticket.state = 'running';
      ticket.position = 0;
      ticket.wake();
    }
    this.#renumber();
  }

  #moveToEnd(client: string): void {
    const line = this.#lines.get(client);
    if (line === undefined) return;
    this.#lines.delete(client);
    this.#lines.set(client, line);
  }

  /** Positions in the order of serving: everyone's first, then everyone's second, and so on. */
  #renumber(): void {
    let position = 0;
    let lines = [...this.#lines.values()];
    for (let round = 0; lines.length > 0; round += 1) {
      lines = lines.filter((line) => line.length > round);
      for (const line of lines) {
        const ticket = line[round];
        if (ticket === undefined) continue;
        position += 1;
        if (ticket.position === position) continue;
        ticket.position = position;
        ticket.wake();
      }
    }
  }
}
