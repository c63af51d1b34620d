/** A room while a student has it open. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  HAND_DOWN,
  type ItemReport,
  type Me,
  type MessageRequest,
  type RoomHead,
  type RoomMessage,
  type StudentCode,
  type StudentEvents,
} from '../contract';
import { MessageBox, type MessageHandler } from './message-box';
import { Reporter } from './reporter';
import { type RoomKey, removeStudent, sendMessage, sendReport } from './room-api';
import { connectRoom, type Link, type RoomConnection } from './room-connection';

export interface StudentRoomState {
  link: Link;
  /** Undefined until the first `hello`. */
  room: RoomHead | undefined;
  /** As the server knew it when the page was opened. */
  me: Me | undefined;
  isHandUp: boolean;
  /** The teacher does not see all of the code. */
  hasTooMuchCode: boolean;
  /** Rises when messages come or go. */
  messagesVersion: number;
}

export interface StudentRoom {
  store: StoreApi<StudentRoomState>;
  tellItem(report: ItemReport): void;
  tellCode(code: StudentCode): void;
  setHand(isUp: boolean): void;
  /** The kept messages of that kind. */
  messages(kind: string): RoomMessage[];
  onMessage(kind: string, handler: MessageHandler): () => void;
  /** To the teacher. Rejects with a ProblemError. */
  send(message: Omit<MessageRequest, 'to'>): Promise<void>;
  /** For good: what was told is deleted. */
  leave(): Promise<void>;
  retry(): void;
  close(): void;
}

export function openStudentRoom(
  place: RoomKey,
  connect: typeof connectRoom = connectRoom,
): StudentRoom {
  const store = createStore<StudentRoomState>()(() => ({
    link: 'connecting',
    room: undefined,
    me: undefined,
    isHandUp: false,
    hasTooMuchCode: false,
    messagesVersion: 0,
  }));
  const box = new MessageBox();
  const reporter = new Reporter({
    send: (report) => sendReport(place, report),
    onTooMuchCode: () => store.setState({ hasTooMuchCode: true }),
  });
  const countMessages = () =>
    store.setState(({ messagesVersion }) => ({ messagesVersion: messagesVersion + 1 }));

  const handlers: { [Name in keyof StudentEvents]?: (data: StudentEvents[Name]) => void } = {
    hello({ room, me, messages }) {
      const isFirst = store.getState().me === undefined;
      if (isFirst) store.setState({ room, me, isHandUp: me.handAtMs !== undefined });
      else {
        store.setState({ room });
        reporter.tellAll();
        const { isHandUp } = store.getState();
        if (isHandUp !== (me.handAtMs !== undefined)) reporter.tellHand(isHandUp);
      }
      box.replace(messages);
      countMessages();
    },
    room: (room) => store.setState({ room }),
    message(message) {
      box.take(message);
      countMessages();
      // The teacher has seen it.
      if (message.kind !== HAND_DOWN) return;
      store.setState({ isHandUp: false });
      reporter.tellHand(false);
    },
  };

  const connection: RoomConnection = connect(place, {
    onLink: (link) => store.setState({ link }),
    onEvent: (name, data) =>
      (handlers as Record<string, ((data: unknown) => void) | undefined>)[name]?.(data),
  });

  return {
    store,
    tellItem: (report) => reporter.tellItem(report),
    tellCode: (code) => reporter.tellCode(code),
    setHand(isUp) {
      store.setState({ isHandUp: isUp });
      reporter.tellHand(isUp);
    },
    messages: (kind) => box.ofKind(kind),
    onMessage: (kind, handler) => box.on(kind, handler),
    send: (message) => sendMessage(place, message),
    async leave() {
      const { me } = store.getState();
      if (me) await removeStudent(place, me.id);
    },
    retry: () => connection.retry(),
    close() {
      reporter.close();
      connection.close();
    },
  };
}
