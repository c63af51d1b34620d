/** Those who have one room open on this server, and what they are told of it. */
import 'server-only';
import { EVERYBODY, type RoomHead, TEACHER } from './contract';
import { type Listener, type WireEvent, wireEvent } from './listener';
import type { Holder, RoomStore, SentMessage } from './room-store';

/** The teacher's wall is told so often at most, with everything that has changed since. */
const WALL_EVERY_MS = 200;
/** What happens on other copies of the server is seen so late. */
const PULSE_EVERY_MS = 2000;
/** So often it is written down who has the room open. */
const HERE_EVERY_MS = 15_000;
/** Tabs of one person; the longest open one is told that it has been replaced. */
const STREAMS_OF_STUDENT = 3;
const STREAMS_OF_TEACHER = 10;

interface Seat {
  holder: Holder;
  listener: Listener;
  /** Of the teacher's: students that have changed since it was told last. */
  dirty: Set<string>;
  gone: Set<string>;
  /** What came before `hello`; undefined after it. */
  early: WireEvent[] | undefined;
}

const ALIVE = wireEvent('alive', {});
const ENDED = wireEvent('ended', {});
const REMOVED = wireEvent('removed', {});
const REPLACED = wireEvent('replaced', {});

interface HubOptions {
  code: string;
  store: RoomStore;
  /** Called when the last one has gone. */
  onEmpty: () => void;
  onError: (error: unknown) => void;
}

export class RoomHub {
  readonly #code: string;
  readonly #store: RoomStore;
  readonly #onEmpty: () => void;
  readonly #onError: (error: unknown) => void;
  readonly #seats = new Set<Seat>();
  readonly #timers: NodeJS.Timeout[];
  #wallTimer: NodeJS.Timeout | undefined;
  #toldAtMs = Number.NEGATIVE_INFINITY;
  /** As the walls know them. */
  #known = new Map<string, string>();
  #headVersion = 0;
  #messagesVersion = 0;
  /** Kept by this server, and told already. */
  readonly #told = new Set<number>();

  constructor({ code, store, onEmpty, onError }: HubOptions) {
    this.#code = code;
    this.#store = store;
    this.#onEmpty = onEmpty;
    this.#onError = onError;
    const every = (ms: number, work: () => void | Promise<void>) =>
      setInterval(() => this.#attempt(work), ms).unref();
    this.#timers = [
      every(PULSE_EVERY_MS, () => this.#look()),
      every(HERE_EVERY_MS, () => this.#beat()),
    ];
  }

  /** How many streams are open. */
  get size(): number {
    return this.#seats.size;
  }

  /** Tells everything, and then what changes, until the function that it gives is called. */
  async enter(holder: Holder, listener: Listener): Promise<() => void> {
    const seat: Seat = { holder, listener, dirty: new Set(), gone: new Set(), early: [] };
    this.#makePlace(holder);
    this.#seats.add(seat);
    const leave = () => this.#leave(seat);
    try {
      if (holder.role === 'student') await this.#store.setHere(this.#code, [holder.id], true);
      const [room, pulse, messages] = await Promise.all([
        this.#store.head(this.#code),
        this.#store.pulse(this.#code),
        this.#store.messages(this.#code, holder),
      ]);
      if (this.#headVersion === 0 && pulse) {
        this.#headVersion = pulse.headVersion;
        this.#messagesVersion = pulse.messagesVersion;
        this.#known = new Map(pulse.people.map((person) => [person.id, markOf(person)]));
      }
      listener.send(
        holder.role === 'teacher'
          ? wireEvent('hello', {
              role: 'teacher',
              room,
              students: await this.#store.students(this.#code),
              messages,
              nowMs: this.#store.nowMs,
            })
          : wireEvent('hello', {
              role: 'student',
              room,
              me: await this.#store.me(this.#code, holder.id),
              messages,
            }),
      );
    } catch (error) {
      leave();
      throw error;
    }
    const { early = [] } = seat;
    seat.early = undefined;
    for (const event of early) listener.send(event);
    if (holder.role === 'student') this.changed(holder.id);
    return leave;
  }

  /** A student has told something, or come. */
  changed(id: string): void {
    this.#mark((seat) => seat.dirty.add(id));
  }

  removed(id: string): void {
    for (const seat of this.#studentSeats(id)) this.#dismiss(seat, REMOVED);
    this.#known.delete(id);
    this.#mark((seat) => seat.gone.add(id));
  }

  head(room: RoomHead): void {
    const event = wireEvent('room', room, 'room');
    for (const seat of this.#seats) tell(seat, event);
  }

  message(sent: SentMessage): void {
    if (sent.version > 0) this.#told.add(sent.version);
    this.#deliver(sent);
  }

  ended(): void {
    for (const seat of [...this.#seats]) this.#dismiss(seat, ENDED);
  }

  #deliver({ message, version }: SentMessage): void {
    const { to, from, kind, key } = message;
    const slot = version > 0 ? `message ${to} ${from} ${kind} ${key}` : undefined;
    const event = wireEvent('message', message, slot);
    for (const seat of this.#seats) {
      const { holder } = seat;
      const isFor =
        holder.role === 'teacher'
          ? to === TEACHER || version > 0
          : to === EVERYBODY || to === holder.id;
      if (isFor) tell(seat, event);
    }
  }

  /** The longest open stream makes place for one too many. */
  #makePlace(holder: Holder): void {
    const own = [...this.#seats].filter((seat) =>
      holder.role === 'teacher'
        ? seat.holder.role === 'teacher'
        : seat.holder.role === 'student' && seat.holder.id === holder.id,
    );
    const limit = holder.role === 'teacher' ? STREAMS_OF_TEACHER : STREAMS_OF_STUDENT;
    for (const seat of own.slice(0, Math.max(0, own.length - limit + 1))) {
      this.#dismiss(seat, REPLACED);
    }
  }

  #dismiss(seat: Seat, last: WireEvent): void {
    seat.listener.close(last);
    this.#leave(seat);
  }

  #leave(seat: Seat): void {
    if (!this.#seats.delete(seat)) return;
    const { holder } = seat;
    if (holder.role === 'student' && this.#studentSeats(holder.id).length === 0) {
      this.#attempt(async () => {
        await this.#store.setHere(this.#code, [holder.id], false);
        this.changed(holder.id);
      });
    }
    if (this.#seats.size > 0) return;
    for (const timer of this.#timers) clearInterval(timer);
    clearTimeout(this.#wallTimer);
    this.#onEmpty();
  }

  #studentSeats(id: string): Seat[] {
    return [...this.#seats].filter(({ holder }) => holder.role === 'student' && holder.id === id);
  }

  #mark(change: (seat: Seat) => void): void {
    for (const seat of this.#seats) if (seat.holder.role === 'teacher') change(seat);
    this.#tellSoon();
  }

  #tellSoon(): void {
    if (this.#wallTimer !== undefined) return;
    const waitMs = Math.max(0, this.#toldAtMs + WALL_EVERY_MS - performance.now());
    this.#wallTimer = setTimeout(() => this.#attempt(() => this.#tellWalls()), waitMs);
  }

  /** One question to the database for all walls; a wall that does not keep up is told later, of the latest. */
  async #tellWalls(): Promise<void> {
    this.#toldAtMs = performance.now();
    const seats = [...this.#seats].filter(
      ({ listener, dirty, gone, early }) =>
        early === undefined && listener.isReady && dirty.size + gone.size > 0,
    );
    const taken = seats.map((seat) => {
      const { dirty, gone } = seat;
      seat.dirty = new Set();
      seat.gone = new Set();
      return { seat, dirty, gone };
    });
    const ids = [...new Set(taken.flatMap(({ dirty }) => [...dirty]))];
    try {
      const students = await this.#store.students(this.#code, ids);
      const nowMs = this.#store.nowMs;
      for (const { seat, dirty, gone } of taken) {
        const changed = students.filter(({ id }) => dirty.has(id));
        if (changed.length + gone.size === 0) continue;
        seat.listener.send(wireEvent('students', { changed, gone: [...gone], nowMs }));
      }
    } finally {
      this.#wallTimer = undefined;
    }
    if ([...this.#seats].some(({ dirty, gone }) => dirty.size + gone.size > 0)) this.#tellSoon();
  }

  /** What other copies of the server have changed, and who has gone without a word. */
  async #look(): Promise<void> {
    const pulse = await this.#store.pulse(this.#code);
    if (pulse === undefined) return this.ended();
    if (pulse.headVersion > this.#headVersion) {
      this.#headVersion = pulse.headVersion;
      this.head(await this.#store.head(this.#code));
    }
    if (pulse.messagesVersion > this.#messagesVersion) {
      const sent = await this.#store.messagesSince(this.#code, this.#messagesVersion);
      this.#messagesVersion = pulse.messagesVersion;
      for (const one of sent) if (!this.#told.has(one.version)) this.#deliver(one);
      this.#told.clear();
    }
    const before = this.#known;
    this.#known = new Map(pulse.people.map((person) => [person.id, markOf(person)]));
    for (const [id, mark] of this.#known) if (before.get(id) !== mark) this.changed(id);
    for (const id of before.keys()) if (!this.#known.has(id)) this.removed(id);
  }

  async #beat(): Promise<void> {
    for (const { listener } of this.#seats) if (listener.isReady) listener.send(ALIVE);
    const here = [...this.#seats].flatMap(({ holder }) =>
      holder.role === 'student' ? [holder.id] : [],
    );
    await this.#store.setHere(this.#code, [...new Set(here)], true);
  }

  #attempt(work: () => void | Promise<void>): void {
    Promise.resolve()
      .then(work)
      .catch((error) => this.#onError(error));
  }
}

function tell({ listener, early }: Seat, event: WireEvent): void {
  if (early === undefined) listener.send(event);
  else early.push(event);
}

function markOf({ version, isHere }: { version: number; isHere: boolean }): string {
  return `${version} ${isHere}`;
}
