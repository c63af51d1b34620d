/** Messages of a room on the side of a page: the kept ones, and who wants to hear of which kind. */
import type { RoomMessage } from '../contract';

export type MessageHandler = (message: RoomMessage) => void;

const idOf = ({ from, to, kind, key }: RoomMessage) => JSON.stringify([from, to, kind, key]);

export class MessageBox {
  #kept = new Map<string, RoomMessage>();
  readonly #handlers = new Map<string, Set<MessageHandler>>();

  /** The kept messages of that kind, the oldest first. */
  ofKind(kind: string): RoomMessage[] {
    return [...this.#kept.values()].filter((message) => message.kind === kind);
  }

  /** Hears of each message of that kind, of kept ones also after a reconnection; ended by what it gives. */
  on(kind: string, handler: MessageHandler): () => void {
    const handlers = this.#handlers.get(kind) ?? new Set();
    this.#handlers.set(kind, handlers.add(handler));
    return () => handlers.delete(handler);
  }

  /** All that is kept now. What is kept no longer is told as taken away. */
  replace(messages: readonly RoomMessage[]): void {
    const before = this.#kept;
    this.#kept = new Map(messages.map((message) => [idOf(message), message]));
    for (const [id, message] of before) {
      if (!this.#kept.has(id)) this.#tell({ ...message, data: null });
    }
    for (const [id, message] of this.#kept) {
      if (before.get(id)?.atMs !== message.atMs) this.#tell(message);
    }
  }

  take(message: RoomMessage): void {
    if (message.key !== undefined) {
      this.#kept.delete(idOf(message));
      if (message.data !== null) this.#kept.set(idOf(message), message);
    }
    this.#tell(message);
  }

  #tell(message: RoomMessage): void {
    for (const handler of this.#handlers.get(message.kind) ?? []) handler(message);
  }
}
