/** A room while its teacher has the wall open. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MessageRequest, RoomHead, RoomMessage, Student, TeacherEvents } from '../contract';
import { MessageBox, type MessageHandler } from './message-box';
import { type RoomKey, sendMessage } from './room-api';
import { connectRoom, type Link } from './room-connection';

export interface WallState {
  link: Link;
  /** Undefined until the first `hello`. */
  room: RoomHead | undefined;
  /** In the order in which they have joined. */
  students: Student[];
  /** What the server's clock is ahead of ours, in milliseconds. */
  aheadMs: number;
  messagesVersion: number;
}

export interface Wall {
  key: RoomKey;
  store: StoreApi<WallState>;
  messages(kind: string): RoomMessage[];
  onMessage(kind: string, handler: MessageHandler): () => void;
  /** To everybody, or to a student. Rejects with a ProblemError. */
  send(message: MessageRequest): Promise<void>;
  retry(): void;
  close(): void;
}

export function openWall(
  key: RoomKey,
  connect: typeof connectRoom = connectRoom,
  now: () => number = Date.now,
): Wall {
  const store = createStore<WallState>()(() => ({
    link: 'connecting',
    room: undefined,
    students: [],
    aheadMs: 0,
    messagesVersion: 0,
  }));
  const box = new MessageBox();
  const countMessages = () =>
    store.setState(({ messagesVersion }) => ({ messagesVersion: messagesVersion + 1 }));

  const handlers: { [Name in keyof TeacherEvents]?: (data: TeacherEvents[Name]) => void } = {
    hello({ room, students, messages, nowMs }) {
      store.setState({ room, students, aheadMs: nowMs - now() });
      box.replace(messages);
      countMessages();
    },
    room: (room) => store.setState({ room }),
    students({ changed, gone, nowMs }) {
      store.setState(({ students }) => ({
        students: merged(students, changed, gone),
        aheadMs: nowMs - now(),
      }));
    },
    message(message) {
      box.take(message);
      countMessages();
    },
  };

  const connection = connect(key, {
    onLink: (link) => store.setState({ link }),
    onEvent: (name, data) =>
      (handlers as Record<string, ((data: unknown) => void) | undefined>)[name]?.(data),
  });

  return {
    key,
    store,
    messages: (kind) => box.ofKind(kind),
    onMessage: (kind, handler) => box.on(kind, handler),
    send: (message) => sendMessage(key, message),
    retry: () => connection.retry(),
    close: () => connection.close(),
  };
}

function merged(students: Student[], changed: Student[], gone: string[]): Student[] {
  const byId = new Map(changed.map((student) => [student.id, student]));
  const kept = students.flatMap((student) => {
    const now = byId.get(student.id) ?? student;
    byId.delete(student.id);
    return gone.includes(student.id) ? [] : [now];
  });
  return [...kept, ...byId.values()];
}
