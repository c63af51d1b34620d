/**
 * Which sessions at AgentBay are ours: makes them, finds them again by their labels, gives them back.
 * An owner has one at a time, and none is forgotten, whatever goes wrong on the way.
 */
import 'server-only';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { log } from '@/lib/log';
import type { AgentBayClient, RemoteSession } from './wire/client';
import { kindOf } from './wire/failure';

/** After a creation that nobody confirmed: when to look whether there is a session now. */
const LOOK_AGAIN_MS = [5000, 30_000, 120_000];
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60_000;
/** AgentBay ends sessions in its own time, and the SDK waits as long. */
const END_LIMIT_MS = 300_000;
const END_LOOK_MS = 1000;

export interface KeeperOptions {
  /** Signs the labels: sessions of a server with another secret are not ours. Undefined: none is found again. */
  secret: string | undefined;
  /** No other server has this secret, so that sessions of nobody who is here are forgotten ones. */
  isAlone: boolean;
  /** Seconds after which an unclaimed session of an earlier server is given back. */
  idleS: number;
}

export interface Opened {
  remote: RemoteSession;
  /** It was there before: programs may have run in it. */
  isFound: boolean;
}

export class SessionKeeper {
  readonly #client: AgentBayClient;
  readonly #options: KeeperOptions;
  readonly #secret: string;
  /** Each owner's work goes one after the other, so that there are never two sessions. */
  readonly #turns = new Map<string, Promise<unknown>>();
  /** Sessions that have to be given back and could not be yet. */
  readonly #owed = new Set<string>();
  readonly #orphans = new Map<string, NodeJS.Timeout>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #isLast = false;

  constructor(client: AgentBayClient, options: KeeperOptions) {
    this.#client = client;
    this.#options = options;
    this.#secret = options.secret ?? randomBytes(32).toString('hex');
  }

  /** The owner's session, which may have been made by another server; a new one where there is none. */
  open(owner: string | undefined): Promise<Opened> {
    return this.#inTurn(owner, async () => {
      const found = owner === undefined ? undefined : await this.#find(owner);
      if (found !== undefined) return { remote: found, isFound: true };
      return { remote: await this.#create(owner), isFound: false };
    });
  }

  /** Gives a session back. Rejects where AgentBay did not take it; it is owed then, and tried again. */
  release(id: string, owner: string | undefined): Promise<void> {
    return this.#inTurn(owner, () => this.#delete(id));
  }

  /** Gives one session back and opens the next, with nobody between. */
  exchange(id: string, owner: string | undefined): Promise<Opened> {
    return this.#inTurn(owner, async () => {
      await this.#delete(id);
      return { remote: await this.#create(owner), isFound: false };
    });
  }

  /** Settles when AgentBay has ended the session, at the latest after `limitMs`. */
  async ended(id: string, limitMs: number): Promise<void> {
    const began = performance.now();
    while (!(await this.#client.isFinished(id))) {
      if (performance.now() - began + END_LOOK_MS > Math.min(limitMs, END_LIMIT_MS)) return;
      await new Promise((resolve) => setTimeout(resolve, END_LOOK_MS));
    }
  }

  /**
   * Looks for sessions of an earlier server that had no time to give them back. Who comes for one gets
   * it; the others go when they have been idle for long enough. Rejects where AgentBay cannot be asked.
   */
  async look(): Promise<number> {
    const ids = await this.#client.listSessions({ runbay: this.#own('server') });
    if (this.#options.secret === undefined || !this.#options.isAlone) return 0;
    for (const id of ids) {
      const timer = setTimeout(() => this.#claim(id) && this.#owe(id), this.#options.idleS * 1000);
      timer.unref();
      this.#orphans.set(id, timer);
    }
    return ids.length;
  }

  /** From here on what is given back is given back now or never. */
  hurry(): void {
    this.#isLast = true;
  }

  /** One last try for all that is owed or unclaimed; nothing goes on after it. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    const left = [...this.#owed, ...this.#orphans.keys()];
    for (const timer of this.#orphans.values()) clearTimeout(timer);
    await Promise.allSettled(left.map((id) => this.#client.deleteSession(id, true)));
  }

  async #find(owner: string): Promise<RemoteSession | undefined> {
    if (this.#options.secret === undefined) return undefined;
    const ids = await this.#client.listSessions(this.#labels(owner));
    let kept: RemoteSession | undefined;
    for (const id of ids) {
      if (this.#owed.has(id)) continue;
      this.#claim(id);
      if (kept !== undefined) await this.#delete(id).catch(() => undefined);
      else kept = await this.#known(id);
    }
    return kept;
  }

  async #known(id: string): Promise<RemoteSession | undefined> {
    try {
      return await this.#client.getSession(id);
    } catch (error) {
      if (kindOf(error) === 'session_gone') return undefined;
      throw error;
    }
  }

  async #create(owner: string | undefined): Promise<RemoteSession> {
    const creation = randomUUID();
    try {
      return await this.#client.createSession({ ...this.#labels(owner), runbay_create: creation });
    } catch (error) {
      const kind = kindOf(error);
      const isUnknown =
        kind === 'lost' || kind === 'timed_out' || kind === 'server' || kind === 'broken';
      if (!isUnknown) throw error;
      const [made] = await this.#client.listSessions({ runbay_create: creation }).catch(() => []);
      if (made !== undefined) return await this.#client.getSession(made);
      this.#lookForLate(creation);
      throw error;
    }
  }

  /** A creation may come to its end after we have given it up. */
  #lookForLate(creation: string, round = 0): void {
    const waitMs = LOOK_AGAIN_MS[round];
    if (waitMs === undefined) return;
    this.#later(waitMs, async () => {
      try {
        const late = await this.#client.listSessions({ runbay_create: creation });
        for (const id of late) this.#owe(id);
        if (late.length === 0) this.#lookForLate(creation, round + 1);
      } catch {
        this.#lookForLate(creation, round + 1);
      }
    });
  }

  async #delete(id: string): Promise<void> {
    this.#claim(id);
    try {
      await this.#client.deleteSession(id, this.#isLast);
      this.#owed.delete(id);
    } catch (error) {
      if (!this.#owed.has(id)) {
        this.#owed.add(id);
        this.#retry(id, FIRST_RETRY_MS);
      }
      throw error;
    }
  }

  #owe(id: string): void {
    if (this.#owed.has(id)) return;
    this.#owed.add(id);
    this.#retry(id, 0);
  }

  #retry(id: string, waitMs: number): void {
    this.#later(waitMs, async () => {
      try {
        await this.#client.deleteSession(id);
        this.#owed.delete(id);
      } catch (err) {
        log().warn({ err }, 'a session could not be given back to AgentBay; it is tried again');
        this.#retry(id, Math.min(LONGEST_RETRY_MS, Math.max(FIRST_RETRY_MS, waitMs * 2)));
      }
    });
  }

  #later(waitMs: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void work();
    }, waitMs);
    timer.unref();
    this.#timers.add(timer);
  }

  /** True where it was unclaimed until now. */
  #claim(id: string): boolean {
    clearTimeout(this.#orphans.get(id));
    return this.#orphans.delete(id);
  }

  #labels(owner: string | undefined): Record<string, string> {
    const server = { runbay: this.#own('server') };
    return owner === undefined ? server : { ...server, runbay_owner: this.#own(`owner:${owner}`) };
  }

  /** Labels are read by whoever has the key; they say nothing of who a visitor is. */
  #own(what: string): string {
    return createHmac('sha256', this.#secret).update(`agentbay:${what}`).digest('hex').slice(0, 32);
  }

  async #inTurn<T>(owner: string | undefined, work: () => Promise<T>): Promise<T> {
    if (owner === undefined) return work();
    const turn = (this.#turns.get(owner) ?? Promise.resolve()).then(work, work);
    const settled = turn.catch(() => undefined);
    this.#turns.set(owner, settled);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(owner) === settled) this.#turns.delete(owner);
    }
  }
}
