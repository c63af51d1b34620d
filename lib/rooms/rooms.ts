/** Rooms as requests use them: the database changes, and those who have the room open here are told. */
import 'server-only';
import type { Joined, RoomHead, RoomMessage, RoomReport, StudentWithCode } from './contract';
import { RoomHub } from './hub';
import type { Listener } from './listener';
import type { Holder, RoomDraft, RoomStore } from './room-store';

export class Rooms {
  readonly #store: RoomStore;
  readonly #onError: (error: unknown) => void;
  readonly #hubs = new Map<string, RoomHub>();

  constructor(store: RoomStore, onError: (error: unknown) => void) {
    this.#store = store;
    this.#onError = onError;
  }

  /** For the operator: rooms that somebody has open here, and how many streams that are. */
  get load(): { rooms: number; streams: number } {
    const hubs = [...this.#hubs.values()];
    return { rooms: hubs.length, streams: hubs.reduce((sum, { size }) => sum + size, 0) };
  }

  open(draft: RoomDraft): Promise<{ code: string; secret: string }> {
    return this.#store.open(draft);
  }

  countOpen(codes: readonly string[]): Promise<number> {
    return this.#store.countOpen(codes);
  }

  head(code: string): Promise<RoomHead> {
    return this.#store.head(code);
  }

  holder(code: string, key: string): Promise<Holder> {
    return this.#store.holder(code, key);
  }

  async join(code: string, nickname: string): Promise<Joined> {
    const joined = await this.#store.join(code, nickname);
    this.#hubs.get(code)?.changed(joined.id);
    return joined;
  }

  async report(code: string, token: string, report: RoomReport): Promise<void> {
    const id = await this.#store.report(code, token, report);
    this.#hubs.get(code)?.changed(id);
  }

  student(code: string, id: string): Promise<StudentWithCode> {
    return this.#store.student(code, id);
  }

  async send(code: string, message: Omit<RoomMessage, 'atMs'>): Promise<void> {
    const sent = await this.#store.send(code, message);
    this.#hubs.get(code)?.message(sent);
  }

  async setLocked(code: string, isLocked: boolean): Promise<RoomHead> {
    const room = await this.#store.setLocked(code, isLocked);
    this.#hubs.get(code)?.head(room);
    return room;
  }

  async remove(code: string, id: string): Promise<void> {
    await this.#store.remove(code, id);
    this.#hubs.get(code)?.removed(id);
  }

  async end(code: string): Promise<void> {
    await this.#store.end(code);
    this.#hubs.get(code)?.ended();
  }

  /** Rooms whose time has come. Those who have one open are told when it is looked after next. */
  sweep(): Promise<number> {
    return this.#store.sweep();
  }

  /** Tells `listener` what there is and what changes; the function that it gives ends that. */
  enter(code: string, holder: Holder, listener: Listener): Promise<() => void> {
    const hub = this.#hubs.get(code) ?? this.#newHub(code);
    return hub.enter(holder, listener);
  }

  #newHub(code: string): RoomHub {
    const hub = new RoomHub({
      code,
      store: this.#store,
      onEmpty: () => this.#hubs.delete(code),
      onError: this.#onError,
    });
    this.#hubs.set(code, hub);
    return hub;
  }
}
