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
  /** Where it was asked for from; undefined: nobody else's. */
  readonly address: string | undefined;
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

/** `low`: sessions that rest should give theirs back. `none`: no new one should begin. */
export type MemoryLeft = 'enough' | 'low' | 'none';

/** Of the sessions that rest, the part that goes at once where memory is low. */
const PART_THAT_GIVES_WAY = 1 / 8;

/** As many pages as somebody works in at a time. */
const SANDBOXES_OF_SESSION = 4;
/** Of all sandboxes: a class reads behind one address, and leaves the others theirs. */
const SHARE_OF_ADDRESS = 1 / 2;

export class SessionTable {
  readonly #limits: TableLimits;
  readonly #engine: () => Pick<Engine, 'createSession'>;
  readonly #onError: (error: unknown) => void;
  readonly #memoryLeft: () => MemoryLeft;
  /** The longest unused first. */
  readonly #entries = new Map<string, Entry>();

  /** `onError` hears of sessions that could not be ended. */
  constructor(
    limits: TableLimits,
    engine: () => Pick<Engine, 'createSession'>,
    onError: (error: unknown) => void,
    memoryLeft: () => MemoryLeft = () => 'enough',
  ) {
    this.#limits = limits;
    this.#engine = engine;
    this.#onError = onError;
    this.#memoryLeft = memoryLeft;
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
   * those of an address are all in use: they are different readers'. `address`: whose sessions go first where
   * there are too many. Absent: nobody's.
   */
  enter(id: string, program?: Program, owner?: Owner, address?: string): Place {
    const entry = this.#entryOf(id, owner, address);
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

  /** To be called now and then. Where memory is low some of those that rest are ended; gives how many. */
  giveWay(): number {
    if (this.#memoryLeft() === 'enough') return 0;
    const resting = this.#held().filter(({ users }) => users === 0).length;
    const count = Math.ceil(resting * PART_THAT_GIVES_WAY);
    for (let n = 0; n < count; n++) this.#dropUnused();
    return count;
  }

  #entryOf(id: string, owned: Owner | undefined, address: string | undefined): Entry {
    const owner = owned && nameOf(owned);
    if (owned !== undefined && !this.#entries.has(id)) this.#makeRoomOf(owned);
    const entry = this.#entries.get(id) ?? {
      id,
      owner,
      address,
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

  /** Where there are as many as may be, or no memory for one more. */
  #makeRoom(): void {
    const isFull = this.#held().length >= this.#limits.maxSessions;
    const isOutOfMemory = this.#memoryLeft() === 'none';
    if (!isFull && !isOutOfMemory) return;
    if (this.#dropUnused()) return;
    countLimit(isFull ? 'sessions_full' : 'memory_full');
    const detail = isFull
      ? 'All sessions of this server are in use.'
      : 'The memory of this server is in use.';
    throw new AppError('engine_unavailable', detail, { retryAfterS: 5 });
  }

  #held(): Entry[] {
    return [...this.#entries.values()].filter((entry) => entry.session ?? entry.creating);
  }

  /** Ends the longest unused session of the address that has most. False where none is unused. */
  #dropUnused(): boolean {
    const counts = new Map<string, number>();
    const held = this.#held();
    for (const entry of held) counts.set(addressOf(entry), (counts.get(addressOf(entry)) ?? 0) + 1);
    let chosen: Entry | undefined;
    for (const entry of held) {
      if (entry.users > 0) continue;
      const most = chosen === undefined ? 0 : (counts.get(addressOf(chosen)) ?? 0);
      if ((counts.get(addressOf(entry)) ?? 0) > most) chosen = entry;
    }
    if (chosen === undefined) return false;
    this.#drop(chosen.id);
    return true;
  }
}

const addressOf = ({ address, id }: Entry) => address ?? `session ${id}`;

const nameOf = (owner: Owner) =>
  'address' in owner ? `address ${owner.address}` : `session ${owner.session}`;
