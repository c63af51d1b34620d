/** What a room is: a class that has joined one demo. Types and limits only, safe for the browser. */

/** Students in one room. */
export const PEOPLE_LIMIT = 100;
/** Characters (code points) of a nickname, after it has been cleaned. */
export const NICKNAME_LIMIT = 24;
/** What one student's code may take together, in bytes of UTF-8. */
export const STUDENT_CODE_LIMIT_BYTES = 32 * 1024;
/** Blocks and exercises of which one student's state is kept. */
export const ITEMS_LIMIT = 100;
/** Of what a message holds, in bytes of its JSON. */
export const MESSAGE_LIMIT_BYTES = 64 * 1024;
/** Kept messages to one recipient. */
export const KEPT_LIMIT = 100;

/** A room ends by itself: so long after its opening at the latest. What was in it is gone then. */
export const ROOM_LIFETIME_MS = 23 * 3600 * 1000;
/** Or earlier, when for so long nobody has done anything in it. One that nobody has joined yet waits on. */
export const ROOM_IDLE_MS = 4 * 3600 * 1000;
/** What stands on the joining page: sweeping takes its time, and this is kept all the same. */
export const KEPT_AT_MOST_HOURS = 24;

/** Which document: `d/{id}`, `s/{id}` or `learn/{slug}`. */
export type DemoReference = string;

/** What whoever has the code may know. */
export interface RoomHead {
  /** Six letters, without the hyphen in which they are shown. */
  code: string;
  title: string;
  demo: DemoReference;
  /** Everybody in the room has this one, whatever its author changes meanwhile; absent: it has none. */
  revision?: number;
  /** Milliseconds since 1970. */
  createdAtMs: number;
  /** When it ends at the latest. */
  endsAtMs: number;
  /** Nobody else can join. */
  isLocked: boolean;
}

/**
 * What has come of a block or an exercise: `open` nothing yet, `ok` it ran to its end, `error` it failed,
 * `stopped` it was ended, `passed` and `failed` an exercise was checked.
 */
export const ITEM_STATES = ['open', 'ok', 'error', 'stopped', 'passed', 'failed'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** As the student's program told it: any text may stand in it. */
export interface ReportedError {
  /** `NameError` */
  name: string;
  message: string;
  /** Counts from 1. */
  line?: number;
}

/** Stands before the name of an exercise where it could be taken for a block's id. */
export const ACTIVITY_PREFIX = 'activity:';

/** One block or exercise of one student. */
export interface ItemReport {
  /** A block's id, or `activity:` and the exercise's name. */
  item: string;
  state: ItemState;
  isRunning: boolean;
  /** Runs and checks so far. */
  tries: number;
  /** Of the last try; absent where that had none. */
  error?: ReportedError;
}

/** The same with the server's times. */
export interface ItemProgress extends ItemReport {
  /** When its state became what it is, in milliseconds since 1970. */
  changedAtMs: number;
}

/** A student as the teacher's wall shows one; nobody else is told. */
export interface Student {
  /** Says nothing of the student and lets nobody in. */
  id: string;
  nickname: string;
  joinedAtMs: number;
  /** Has the room open now. */
  isHere: boolean;
  /** Since when the hand is up. */
  handAtMs?: number;
  items: ItemProgress[];
  /** The item that was worked on last. */
  at?: string;
  /** When something was run, checked or typed last. */
  activeAtMs: number;
  /** Since when every try has failed, and nothing else has got done. */
  failingSinceMs?: number;
  /** Rises with each change of the student's code. */
  codeVersion: number;
}

export interface StudentCode {
  item: string;
  text: string;
}

/** A student with all that the teacher may see. */
export interface StudentWithCode extends Student {
  code: StudentCode[];
}

/** A message's sender or recipient: a student's id, or one of these. */
export const TEACHER = 'teacher';
export const EVERYBODY = 'everybody';
/** The kind of message by which the teacher lowers a student's hand. */
export const HAND_DOWN = 'hand-down';

/**
 * From the teacher to everybody or one student, or from a student to the teacher; what it means is agreed
 * between pages. With a `key` it is kept: the latest of its kind and key stands in each `hello` until one
 * with `data: null` takes it away.
 */
export interface RoomMessage {
  from: string;
  to: string;
  /** `^[a-z][a-z-]{0,19}$` */
  kind: string;
  /** At most 80 characters. */
  key?: string;
  data: unknown;
  atMs: number;
}

/** What GET /api/rooms/{code}/stream tells a student, by the name of its event. */
export interface StudentEvents {
  /** First, and again after each reconnection: all that there is. */
  hello: { role: 'student'; room: RoomHead; me: Me; messages: RoomMessage[] };
  room: RoomHead;
  message: RoomMessage;
  /** Every 15 s, so that a lost connection is noticed. */
  alive: Record<string, never>;
  /** The room is over; `stream` ends. */
  ended: Record<string, never>;
  /** The same person has opened the room too often; `stream` ends. */
  replaced: Record<string, never>;
  /** The teacher has removed this student; `stream` ends. */
  removed: Record<string, never>;
}

/** What GET /api/rooms/{code}/stream tells the teacher. */
export interface TeacherEvents {
  hello: {
    role: 'teacher';
    room: RoomHead;
    students: Student[];
    messages: RoomMessage[];
    nowMs: number;
  };
  room: RoomHead;
  /** At most five times a second, with all that has changed since. */
  students: { changed: Student[]; gone: string[]; nowMs: number };
  message: RoomMessage;
  alive: Record<string, never>;
  ended: Record<string, never>;
  replaced: Record<string, never>;
}

/** What the student has told so far, to go on with after a reload. */
export interface Me {
  id: string;
  nickname: string;
  handAtMs?: number;
  items: ItemProgress[];
  code: StudentCode[];
}

/** POST /api/rooms `{demo, revision?}` answers with status 201. */
export interface RoomOpened {
  code: string;
  /** Opens the wall; shown once and kept nowhere. */
  secret: string;
  /** `/r/{code}` */
  url: string;
  /** `/r/{code}/wall#key={secret}` */
  wallUrl: string;
}

/** POST /api/rooms/{code}/people `{nickname}` answers with status 201. */
export interface Joined {
  id: string;
  /** The student's own key to the room. */
  token: string;
  nickname: string;
}

/** POST /api/rooms/{code}/report, by a student: what has changed, each field by itself. */
export interface RoomReport {
  items?: ItemReport[];
  code?: StudentCode[];
  /** Up or down. */
  hand?: boolean;
}

/** POST /api/rooms/{code}/messages. A student's goes to the teacher, so `to` is the teacher's to say. */
export interface MessageRequest {
  to?: string;
  kind: string;
  key?: string;
  data: unknown;
}
