/** Which engine session belongs to which browser session: made at the first run, kept while it is used, thrown away when idle. */
import 'server-only';
import type { Engine, EngineSession } from '@/lib/agentbay/engines/engine';
import type { Language } from '@/lib/agentbay/languages';
import { AppError } from '@/lib/errors';
import { countLimit } from '@/lib/metrics/measures';

export interface TableLimits {
  maxSessions: number;
  sessionIdleS: number;
}

/** What keeps a session busy. */
export interface Program {
  stop(): void;
  readonly finished: Promise<void>;
}

interface Entry {
  readonly id: string;
  /** Whose pages it belongs to. */
  readonly owner: string | undefined;
  session: EngineSession | undefined;
  creating: Promise<EngineSession> | undefined;
  /** The runs of this session that have not ended: one, and those it has stopped. */
  readonly programs: Set<Program>;
  /** How many use the entry; while it is above 0 the session is neither idle nor evicted. */
  users: number;
  idle: NodeJS.Timeout | undefined;
  isDiscarded: boolean;
}

/** The use of one browser session, until `leave`. */
export interface Place {
  /** Its engine session, a new one where there is none alive. Throws engine_unavailable when all are busy. */
  session(language: Language): Promise<EngineSession>;
  leave(): void;
}

/** Who answers for a page's sandbox: a browser session, or an address whose pages have only keys. */
export type Owner = { session: string } | { address: string };

/** As many pages as somebody works in at a time. */
const SANDBOXES_OF_SESSION = 4;
/** Of all sandboxes: a class reads behind one address, and leaves the others theirs. */
const SHARE_OF_ADDRESS = 1 / 2;

export class SessionTable {
  readonly #limits: TableLimits;
  readonly #engine: () => Pick<Engine, 'createSession'>;
  readonly #onError: (error: unknown) => void;
  /** The longest unused first. */
  readonly #entries = new Map<string, Entry>();

  /** `onError` hears of sessions that could not be ended. */
  constructor(
    limits: TableLimits,
    engine: () => Pick<Engine, 'createSession'>,
    onError: (error: unknown) => void,
  ) {
    this.#limits = limits;
    this.#engine = engine;
    this.#onError = onError;
  }

  /** For the operator: browser sessions that have a sandbox, and those of them in which a program runs. */
  get load(): { sessions: number; busy: number } {
    const held = [...this.#entries.values()].filter(({ session }) => session?.alive);
    return { sessions: held.length, busy: held.filter(({ programs }) => programs.size > 0).length };
  }

  state(id: string): 'none' | 'ready' | 'busy' {
    const entry = this.#entries.get(id);
    if (entry === undefined) return 'none';
    if (entry.programs.size > 0) return 'busy';
    return entry.session?.alive ? 'ready' : 'none';
  }

  /**
   * Begins a use of the session. `program` takes the place of those that run in it: they are stopped.
   * `owner`: of its entries only so many stay, and the longest unused goes. Throws engine_unavailable where
   * those of an address are all in use: they are different readers'.
   */
  enter(id: string, program?: Program, owner?: Owner): Place {
    const entry = this.#entryOf(id, owner);
    entry.users += 1;
    clearTimeout(entry.idle);
    if (program !== undefined) {
      for (const other of entry.programs) other.stop();
      entry.programs.add(program);
    }
    let hasLeft = false;
    return {
      session: (language) => this.#sessionOf(entry, language),
      leave: () => {
        if (hasLeft) return;
        hasLeft = true;
        entry.users -= 1;
        if (program !== undefined) entry.programs.delete(program);
        this.#rest(entry);
      },
    };
  }

  /** Stops what runs in the session and ends it. Settles when nothing of it is left. */
  async discard(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    entry.isDiscarded = true;
    clearTimeout(entry.idle);
    const programs = [...entry.programs];
    for (const program of programs) program.stop();
    await Promise.all(programs.map(({ finished }) => finished));
    await entry.creating?.catch(() => undefined);
    await entry.session?.dispose();
  }

  #entryOf(id: string, owned: Owner | undefined): Entry {
    const owner = owned && nameOf(owned);
    if (owned !== undefined && !this.#entries.has(id)) this.#makeRoomOf(owned);
    const entry = this.#entries.get(id) ?? {
      id,
      owner,
      session: undefined,
      creating: undefined,
      programs: new Set(),
      users: 0,
      idle: undefined,
      isDiscarded: false,
    };
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    return entry;
  }

  #makeRoomOf(owner: Owner): void {
    const name = nameOf(owner);
    const own = [...this.#entries.values()].filter((entry) => entry.owner === name);
    const isAddress = 'address' in owner;
    const most = isAddress
      ? Math.ceil(this.#limits.maxSessions * SHARE_OF_ADDRESS)
      : SANDBOXES_OF_SESSION;
    if (own.length < most) return;
    const unused = own.find(({ users }) => users === 0);
    if (unused === undefined && isAddress) {
      const detail = `All ${most} sandboxes that one address may have without cookies are in use.`;
      throw new AppError('engine_unavailable', detail, { retryAfterS: 5 });
    }
    const oldest = unused ?? own[0];
    if (oldest) this.#drop(oldest.id);
  }

  #rest(entry: Entry): void {
    if (entry.users > 0 || entry.isDiscarded) return;
    if (entry.session === undefined) {
      this.#entries.delete(entry.id);
      return;
    }
    entry.idle = setTimeout(() => this.#drop(entry.id), this.#limits.sessionIdleS * 1000);
    entry.idle.unref();
  }

  #drop(id: string): void {
    this.discard(id).catch(this.#onError);
  }

  async #sessionOf(entry: Entry, language: Language): Promise<EngineSession> {
    if (entry.session?.alive) return entry.session;
    // One creation at a time: requests that come together share it.
    entry.creating ??= this.#create(entry, language).finally(() => {
      entry.creating = undefined;
    });
    return entry.creating;
  }

  async #create(entry: Entry, language: Language): Promise<EngineSession> {
    entry.session?.dispose().catch(this.#onError);
    entry.session = undefined;
    this.#makeRoom();
    entry.session = await this.#engine().createSession(language, entry.id);
    return entry.session;
  }

  /** Ends the longest unused session where there are as many as may be. */
  #makeRoom(): void {
    const held = [...this.#entries.values()].filter((entry) => entry.session ?? entry.creating);
    if (held.length < this.#limits.maxSessions) return;
    const unused = held.find(({ users }) => users === 0);
    if (unused === undefined) {
      countLimit('sessions_full');
      throw new AppError('engine_unavailable', 'All sessions of this server are in use.', {
        retryAfterS: 5,
      });
    }
    this.#drop(unused.id);
  }
}

const nameOf = (owner: Owner) =>
  'address' in owner ? `address ${owner.address}` : `session ${owner.session}`;
