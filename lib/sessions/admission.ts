/** Who may run now: so many at once, the others in a queue that serves addresses, and of each its clients, in turn. */
import 'server-only';
import { AppError } from '@/lib/errors';
import { countLimit } from '@/lib/metrics/measures';
import { FairQueue } from './fair-queue';

export interface AdmissionLimits {
  concurrentRuns: number;
  queueLength: number;
  queueWaitS: number;
  /** Which part of the places, and of the queue, each group leaves to the other. Absent: none. */
  reserved?: number;
  /** So many of one address run at once, the others wait. Absent, 0: all places but an eighth. */
  concurrentPerAddress?: number;
}

/** Of all places, what is left to other addresses where nothing is set: none of fewer than eight. */
const LEFT_TO_OTHERS = 1 / 8;

/** A caller of the gateway is told no place, and gives up after a minute in all. */
const GATEWAY_WAIT_S = 15;
/** When to come again to a queue that is full: it has moved on by then. */
const FULL_RETRY_S = 15;

/** Visitors of the pages, and programs that call the gateway: neither may take all places. */
export type Group = 'visitors' | 'gateway';

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
  readonly group: Group;
  readonly address: string | undefined;
  readonly #admission: Admission;
  #wake: (() => void) | undefined;

  constructor(admission: Admission, client: string, group: Group, address: string | undefined) {
    this.#admission = admission;
    this.client = client;
    this.group = group;
    this.address = address;
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
    this.#admission.release(this);
  }
}

export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #running: Record<Group, number> = { visitors: 0, gateway: 0 };
  readonly #waiting: Record<Group, number> = { visitors: 0, gateway: 0 };
  /** How many run for each address. */
  readonly #ofAddress = new Map<string, number>();
  #isClosed = false;
  readonly #queue = new FairQueue<QueueTicket>();
  readonly #mostOfAddress: number;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
    const { concurrentRuns, concurrentPerAddress = 0 } = limits;
    this.#mostOfAddress =
      concurrentPerAddress || concurrentRuns - Math.floor(concurrentRuns * LEFT_TO_OTHERS);
  }

  /**
   * A ticket for one run of `client`. `address` is whose share of the places it takes; undefined: nobody's.
   * Throws engine_unavailable when the queue is full or the server ends.
   */
  enter(client: string, group: Group = 'visitors', address?: string): Ticket {
    if (this.#isClosed) throw shuttingDown();
    const ticket = new QueueTicket(this, client, group, address);
    if (this.#mayRun(ticket)) {
      this.#start(ticket);
      return ticket;
    }
    if (!this.#mayWait(group)) this.#makeRoomFor(ticket);
    this.#queue.add(ticket);
    this.#waiting[group] += 1;
    const waitS = this.#waitOf(group);
    ticket.timer = setTimeout(() => this.#refuse(ticket, this.#waitedTooLong(waitS)), waitS * 1000);
    this.#renumber();
    return ticket;
  }

  /** For the operator. */
  get load(): { running: number; waiting: number; places: number } {
    return {
      running: sum(this.#running),
      waiting: sum(this.#waiting),
      places: this.#limits.concurrentRuns,
    };
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** No new tickets from now on, and those that wait are refused. */
  close(): void {
    this.#isClosed = true;
    for (const ticket of this.#queue.inOrder()) this.#refuse(ticket, shuttingDown());
  }

  release(ticket: QueueTicket): void {
    if (ticket.state === 'running') this.#end(ticket);
    else if (ticket.state === 'waiting') this.#takeOut(ticket);
    else return;
    ticket.state = 'left';
    ticket.position = 0;
    ticket.wake();
    this.#admit();
  }

  #mayRun({ group, address }: QueueTicket): boolean {
    const { concurrentRuns } = this.#limits;
    const ofAddress = address === undefined ? 0 : (this.#ofAddress.get(address) ?? 0);
    return (
      sum(this.#running) < concurrentRuns &&
      this.#running[group] < this.#shareOf(concurrentRuns) &&
      ofAddress < this.#mostOfAddress
    );
  }

  #start(ticket: QueueTicket): void {
    ticket.state = 'running';
    ticket.position = 0;
    this.#running[ticket.group] += 1;
    this.#count(ticket.address, 1);
  }

  #end(ticket: QueueTicket): void {
    this.#running[ticket.group] -= 1;
    this.#count(ticket.address, -1);
  }

  #count(address: string | undefined, change: number): void {
    if (address === undefined) return;
    const count = (this.#ofAddress.get(address) ?? 0) + change;
    if (count === 0) this.#ofAddress.delete(address);
    else this.#ofAddress.set(address, count);
  }

  #mayWait(group: Group): boolean {
    const { queueLength } = this.#limits;
    return sum(this.#waiting) < queueLength && this.#waiting[group] < this.#shareOf(queueLength);
  }

  /** In a full queue, at the cost of the address that has most of it. Throws where that is the newcomer's. */
  #makeRoomFor(newcomer: QueueTicket): void {
    countLimit('queue_full');
    const retryAfterS = Math.min(FULL_RETRY_S, this.#limits.queueWaitS);
    const greedy = this.#queue.toGiveWay(newcomer, ({ group }) => group === newcomer.group);
    if (greedy === undefined) {
      const counts = `${sum(this.#running)} programs run and ${sum(this.#waiting)} wait`;
      const detail = `${counts}, which is all this server takes.`;
      throw new AppError('engine_unavailable', detail, { retryAfterS });
    }
    const detail = 'The queue is full, and most who wait in it came from your address.';
    this.#refuse(greedy, new AppError('engine_unavailable', detail, { retryAfterS }));
  }

  /** Of so many, what one group may have. */
  #shareOf(all: number): number {
    return Math.max(1, all - Math.ceil(all * (this.#limits.reserved ?? 0)));
  }

  #refuse(ticket: QueueTicket, refusal: AppError): void {
    ticket.refusal = refusal;
    this.release(ticket);
  }

  #waitOf(group: Group): number {
    const { queueWaitS } = this.#limits;
    return group === 'gateway' ? Math.min(GATEWAY_WAIT_S, queueWaitS) : queueWaitS;
  }

  #waitedTooLong(waitS: number): AppError {
    countLimit('queue_wait');
    const detail = `Waited ${waitS} s for a free place, and none came.`;
    return new AppError('engine_unavailable', detail, { retryAfterS: waitS });
  }

  #takeOut(ticket: QueueTicket): void {
    clearTimeout(ticket.timer);
    this.#waiting[ticket.group] -= 1;
    this.#queue.remove(ticket);
  }

  #admit(): void {
    if (sum(this.#waiting) === 0) return;
    for (;;) {
      const ticket = this.#next();
      if (ticket === undefined) break;
      this.#queue.serve(ticket);
      this.#takeOut(ticket);
      this.#start(ticket);
      ticket.wake();
    }
    this.#renumber();
  }

  /** The first of those whose group, and whose address, may have one more. */
  #next(): QueueTicket | undefined {
    return this.#queue.inOrder().find((ticket) => this.#mayRun(ticket));
  }

  /** Positions in the order of serving; each group for itself. */
  #renumber(): void {
    const positions = { visitors: 0, gateway: 0 };
    for (const ticket of this.#queue.inOrder()) {
      positions[ticket.group] += 1;
      const position = positions[ticket.group];
      if (ticket.position === position) continue;
      ticket.position = position;
      ticket.wake();
    }
  }
}

function shuttingDown(): AppError {
  return new AppError('engine_unavailable', 'The server is shutting down.', { retryAfterS: 5 });
}

function sum(counts: Record<Group, number>): number {
  return counts.visitors + counts.gateway;
}
