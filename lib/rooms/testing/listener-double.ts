/** Somebody in a room, for tests: keeps what was told. */
import type { Listener, RoomEventName, RoomEvents, WireEvent } from '../listener';

const POLL_MS = 20;
const PATIENCE_MS = 10_000;

export class ListenerDouble implements Listener {
  isReady = true;
  isClosed = false;
  readonly events: { name: RoomEventName; data: unknown }[] = [];

  get names(): RoomEventName[] {
    return this.events.map(({ name }) => name);
  }

  send({ name, bytes }: WireEvent): void {
    const [, data = ''] = /^data: (.*)$/m.exec(new TextDecoder().decode(bytes)) ?? [];
    this.events.push({ name, data: JSON.parse(data) });
  }

  close(last?: WireEvent): void {
    if (last) this.send(last);
    this.isClosed = true;
  }

  /** Waits until it is so. */
  async until(isSo: () => boolean): Promise<void> {
    const began = performance.now();
    while (!isSo()) {
      if (performance.now() - began > PATIENCE_MS) {
        throw new Error(`It has not come to that: ${this.names.join(', ')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

export function eventsOf<Name extends RoomEventName>(
  { events }: ListenerDouble,
  name: Name,
): RoomEvents[Name][] {
  return events.filter((event) => event.name === name).map(({ data }) => data as RoomEvents[Name]);
}
