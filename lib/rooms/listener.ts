/** What a room knows of somebody who has it open: a way to tell them things, whatever carries it. */
import 'server-only';
import type { StudentEvents, TeacherEvents } from './contract';

export type RoomEvents = Omit<StudentEvents & TeacherEvents, 'hello'> & {
  hello: StudentEvents['hello'] | TeacherEvents['hello'];
};
export type RoomEventName = keyof RoomEvents;

/** An event as it goes over the wire, made once however many get it. */
export interface WireEvent {
  name: RoomEventName;
  bytes: Uint8Array<ArrayBuffer>;
  /** While it waits for a slow reader a later one of the same slot takes its place; absent: none does. */
  slot?: string;
}

export interface Listener {
  /** Whether it is read as fast as it is told. */
  readonly isReady: boolean;
  send(event: WireEvent): void;
  /** The last thing that is told. */
  close(last?: WireEvent): void;
}

const encoder = new TextEncoder();

export function wireEvent<Name extends RoomEventName>(
  name: Name,
  data: RoomEvents[Name],
  slot?: string,
): WireEvent {
  const bytes = encoder.encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  return { name, bytes, ...(slot === undefined ? {} : { slot }) };
}
