/** The gateway's sessions: each belongs to one key, keeps its context between calls, and ends when idle. */
import 'server-only';
import { randomBytes } from 'node:crypto';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import type { Labels } from './labels';
import { noSession, Refusal } from './refusal';
import type { Reader } from './run-text';

export type SessionStatus = 'RUNNING' | 'DELETING' | 'FINISH';

export interface GatewaySession {
  readonly id: string;
  /** The key's number. */
  readonly owner: number;
  readonly number: number;
  readonly labels: Labels;
  /** Who made it. */
  readonly reader: Reader;
  readonly engine: EngineSession;
}

interface Entry extends GatewaySession {
  status: SessionStatus;
  /** Settles when the last call that came has left. */
  last: Promise<void>;
  /** Calls that wait or run; while there are any the session is not idle. */
  users: number;
  idle: NodeJS.Timeout | undefined;
}

interface NewSession {
  labels: Labels;
  reader: Reader;
  /** Aborted when nobody waits for the session any more. */
  signal: AbortSignal;
}

/** How long a call waits for those before it. */
export interface Patience {
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
  waitMs: number;
}

interface Options {
  sessionsPerKey: number;
  sessionIdleS: number;
  createSession(owner: number): Promise<EngineSession>;
  /** Hears of sessions that could not be ended. */
  onError(error: unknown): void;
}

/** Ended sessions that are still known as such; older ones are not found. */
const MAX_FINISHED = 10_000;

export class GatewaySessions {
  readonly #options: Options;
  readonly #entries = new Map<string, Entry>();
  readonly #creating = new Map<number, number>();
  /** Ended ones, and their owners; the oldest first. */
  readonly #finished = new Map<string, number>();
  #count = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Throws QuotaExceeded.Session, and what the engine throws. One that nobody waits for ends at once. */
  async create(owner: number, { labels, reader, signal }: NewSession): Promise<GatewaySession> {
    this.#requireRoom(owner);
    this.#creating.set(owner, (this.#creating.get(owner) ?? 0) + 1);
    let engine: EngineSession;
    try {
      engine = await this.#options.createSession(owner);
    } finally {
      this.#creating.set(owner, (this.#creating.get(owner) ?? 1) - 1);
    }
    const entry: Entry = {
      id: `session-${randomBytes(16).toString('hex')}`,
      owner,
      number: ++this.#count,
      labels,
      reader,
      engine,
      status: 'RUNNING',
      last: Promise.resolve(),
      users: 0,
      idle: undefined,
    };
    this.#entries.set(entry.id, entry);
    this.#rest(entry);
    if (signal.aborted) this.delete(owner, entry.id);
    return entry;
  }

  /** Throws InvalidMcpSession.NotFound, also where it is another key's. */
  find(owner: number, id: string): GatewaySession {
    return this.#entry(owner, id);
  }

  /** `FINISH` for one that has ended. Throws InvalidMcpSession.NotFound. */
  status(owner: number, id: string): SessionStatus {
    const entry = this.#entries.get(id);
    if (entry?.owner === owner) return entry.status;
    if (this.#finished.get(id) === owner) return 'FINISH';
    throw noSession(id);
  }

  /** The owner's sessions of that status, the oldest first. */
  list(owner: number, status: string): GatewaySession[] {
    return [...this.#entries.values()].filter(
      (entry) => entry.owner === owner && entry.status === status,
    );
  }

  /**
   * The session, when all calls before this one have left it. `leave` is to be called once, when the
   * program has ended. Throws InvalidMcpSession.NotFound, and Throttling.User after a wait in vain.
   */
  async enter(
    owner: number,
    id: string,
    patience: Patience,
  ): Promise<{ session: GatewaySession; leave: () => void }> {
    const entry = this.#entry(owner, id);
    const before = entry.last;
    let settle = () => {};
    const left = new Promise<void>((resolve) => {
      settle = resolve;
    });
    entry.last = before.then(() => left);
    entry.users += 1;
    clearTimeout(entry.idle);
    const leave = () => {
      settle();
      entry.users -= 1;
      this.#rest(entry);
    };
    try {
      if (!(await isSettledWithin(before, patience))) {
        throw new Refusal('Throttling.User', 'Earlier calls of this session still run.', {
          retryAfterS: 1,
        });
      }
      return { session: this.#entry(owner, id), leave };
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Stops what runs in it. Its end is not waited for. Throws InvalidMcpSession.NotFound. */
  delete(owner: number, id: string): void {
    this.#end(this.#entry(owner, id));
  }

  #entry(owner: number, id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry?.owner !== owner || entry.status !== 'RUNNING') throw noSession(id);
    if (!entry.engine.alive) {
      this.#end(entry);
      throw noSession(id);
    }
    return entry;
  }

  #requireRoom(owner: number): void {
    const { sessionsPerKey } = this.#options;
    const held = [...this.#entries.values()].filter((entry) => entry.owner === owner).length;
    if (held + (this.#creating.get(owner) ?? 0) < sessionsPerKey) return;
    throw new Refusal(
      'QuotaExceeded.Session',
      `This key may have ${sessionsPerKey} sessions at a time. Delete one first.`,
    );
  }

  #rest(entry: Entry): void {
    if (entry.users > 0 || entry.status !== 'RUNNING') return;
    const end = () => this.#end(entry);
    entry.idle = setTimeout(end, this.#options.sessionIdleS * 1000);
    entry.idle.unref();
  }

  #end(entry: Entry): void {
    clearTimeout(entry.idle);
    entry.status = 'DELETING';
    entry.engine
      .dispose()
      .catch(this.#options.onError)
      .finally(() => this.#forget(entry));
  }

  #forget({ id, owner }: Entry): void {
    this.#entries.delete(id);
    this.#finished.set(id, owner);
    const [oldest] = this.#finished.keys();
    if (this.#finished.size > MAX_FINISHED && oldest !== undefined) this.#finished.delete(oldest);
  }
}

function isSettledWithin(work: Promise<void>, { signal, waitMs }: Patience): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isSettled: boolean) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      resolve(isSettled);
    };
    const giveUp = () => settle(false);
    const timer = setTimeout(giveUp, waitMs);
    signal.addEventListener('abort', giveUp);
    if (signal.aborted) giveUp();
    void work.then(() => settle(true));
  });
}
