/** Rooms in the database, which alone knows what is true: each request reads it, and several servers share it. */
import 'server-only';
import { randomInt } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { inWords } from '@/lib/snippets/database-errors';
import { hashOfSecret, newSecret, newSnippetId } from '@/lib/snippets/id';
import type { Database, Queries } from '@/lib/snippets/schema';
import {
  type DemoReference,
  EVERYBODY,
  type Joined,
  KEPT_LIMIT,
  type Me,
  PEOPLE_LIMIT,
  ROOM_IDLE_MS,
  ROOM_LIFETIME_MS,
  type RoomHead,
  type RoomMessage,
  type RoomReport,
  STUDENT_CODE_LIMIT_BYTES,
  type Student,
  type StudentCode,
  type StudentWithCode,
  TEACHER,
} from './contract';
import { keyOfNickname } from './nickname';
import { CODE_LENGTH, CODE_LETTERS, readRoomCode } from './room-code';
import type { MessageRow, PersonRow, RoomRow } from './schema';
import { applyReport, newState, type StudentState } from './student-state';

/** Who closes a page without a word, as a phone in a pocket does, counts as away after this time. */
export const HERE_MS = 45_000;
/** How long a message that has been taken away is remembered for other copies of the server. */
const TAKEN_AWAY_MS = 60_000;
const TEXTS_LIMIT = 100;

export interface RoomDraft {
  demo: DemoReference;
  revision?: number | undefined;
  title: string;
}

/** Whom a key of a room belongs to. */
export type Holder = { role: 'teacher' } | { role: 'student'; id: string };

/** What has changed in a room since somebody looked, without what it is. */
export interface Pulse {
  headVersion: number;
  messagesVersion: number;
  people: { id: string; version: number; isHere: boolean }[];
}

/** A message with the version of the room in which it was kept; 0: it is not kept. */
export interface SentMessage {
  message: RoomMessage;
  version: number;
}

interface RoomStoreOptions {
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Rooms at a time. */
  roomsLimit?: number;
  peopleLimit?: number;
}

/**
 * Codes are as they are kept (`roomCodeOf`), keys any text. Every method throws room_over where there is no such room (any more),
 * store_unavailable where the database does not answer.
 */
export class RoomStore {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #roomsLimit: number;
  readonly #peopleLimit: number;

  constructor(
    database: Database,
    { now = Date.now, roomsLimit = 50, peopleLimit = PEOPLE_LIMIT }: RoomStoreOptions = {},
  ) {
    this.#database = database;
    this.#now = now;
    this.#roomsLimit = roomsLimit;
    this.#peopleLimit = peopleLimit;
  }

  get #queries(): Queries {
    return this.#database.queries;
  }

  get nowMs(): number {
    return this.#now();
  }

  /** A new room. Throws rooms_full where this server has as many as it may. */
  open({ demo, revision, title }: RoomDraft): Promise<{ code: string; secret: string }> {
    return this.#try(async () => {
      const [secret, now] = [newSecret(), this.#now()];
      const code = await this.#queries.transaction().execute(async (transaction) => {
        const { count } = await transaction
          .selectFrom('rooms')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('idle_at_ms', '>', now)
          .executeTakeFirstOrThrow();
        if (Number(count) >= this.#roomsLimit) throw tooManyRooms(this.#roomsLimit);
        for (;;) {
          const row: RoomRow = {
            code: newRoomCode(),
            secret_hash: hashOfSecret(secret),
            title,
            demo,
            revision: revision ?? null,
            created_at_ms: now,
            ends_at_ms: now + ROOM_LIFETIME_MS,
            idle_at_ms: now + ROOM_LIFETIME_MS,
            is_locked: 0,
            version: 1,
            head_version: 1,
            messages_version: 0,
          };
          const { numInsertedOrUpdatedRows: made } = await transaction
            .insertInto('rooms')
            .values(row)
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirstOrThrow();
          if (made === 1n) return row.code;
        }
      });
      await this.#database.flush();
      return { code, secret };
    });
  }

  head(code: string): Promise<RoomHead> {
    return this.#try(async () => headOf(await this.#room(code)));
  }

  /** How many of these rooms are not over. */
  async countOpen(codes: readonly string[]): Promise<number> {
    if (codes.length === 0) return 0;
    const rows = await this.#try(() =>
      this.#queries
        .selectFrom('rooms')
        .select('code')
        .where('code', 'in', codes)
        .where('idle_at_ms', '>', this.#now())
        .execute(),
    );
    return rows.length;
  }

  /** Whom a key belongs to. Throws not_in_room. */
  holder(code: string, key: string): Promise<Holder> {
    return this.#try(async () => {
      const room = await this.#room(code);
      if (hashOfSecret(key) === room.secret_hash) return { role: 'teacher' };
      const person = await this.#queries
        .selectFrom('room_people')
        .select('id')
        .where('room_code', '=', room.code)
        .where('token_hash', '=', hashOfSecret(key))
        .executeTakeFirst();
      if (person === undefined) throw notInRoom();
      return { role: 'student', id: person.id };
    });
  }

  /** `nickname` is clean. Throws room_locked, room_full and nickname_taken. */
  join(code: string, nickname: string): Promise<Joined> {
    return this.#change(code, async (queries, room) => {
      if (room.is_locked !== 0) throw roomLocked();
      const people = await queries
        .selectFrom('room_people')
        .select('name_key')
        .where('room_code', '=', room.code)
        .execute();
      if (people.length >= this.#peopleLimit) throw roomFull(this.#peopleLimit);
      const nameKey = keyOfNickname(nickname);
      if (people.some(({ name_key }) => name_key === nameKey)) throw nicknameTaken();
      const [token, id, now] = [newSecret(), newSnippetId(), this.#now()];
      await queries
        .insertInto('room_people')
        .values({
          id,
          room_code: room.code,
          token_hash: hashOfSecret(token),
          nickname,
          name_key: nameKey,
          joined_at_ms: now,
          here_at_ms: now,
          state: JSON.stringify(newState(now)),
          version: room.version,
        })
        .execute();
      await this.#act(queries, room);
      return { id, token, nickname };
    });
  }

  /** Gives whose it was. Throws not_in_room, and too_large for more code than is kept. */
  report(code: string, token: string, report: RoomReport): Promise<string> {
    return this.#change(code, async (queries, room) => {
      const person = await queries
        .selectFrom('room_people')
        .selectAll()
        .where('room_code', '=', room.code)
        .where('token_hash', '=', hashOfSecret(token))
        .executeTakeFirst();
      if (person === undefined) throw notInRoom();
      const changed = await this.#writeTexts(queries, person.id, report.code ?? []);
      const state = applyReport(stateOf(person), report, changed, this.#now());
      await queries
        .updateTable('room_people')
        .set({ state: JSON.stringify(state), version: room.version })
        .where('id', '=', person.id)
        .execute();
      await this.#act(queries, room);
      return person.id;
    });
  }

  /** Everybody, or these; without their code. */
  students(code: string, ids?: readonly string[]): Promise<Student[]> {
    return this.#try(async () => {
      if (ids?.length === 0) return [];
      const rows = await this.#queries
        .selectFrom('room_people')
        .selectAll()
        .where('room_code', '=', code)
        .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
        .orderBy('joined_at_ms')
        .orderBy('id')
        .execute();
      const now = this.#now();
      return rows.map((row) => studentOf(row, now));
    });
  }

  student(code: string, id: string): Promise<StudentWithCode> {
    return this.#try(async () => {
      const row = await this.#person((await this.#room(code)).code, id);
      return { ...studentOf(row, this.#now()), code: await this.#texts(id) };
    });
  }

  me(code: string, id: string): Promise<Me> {
    return this.#try(async () => {
      const row = await this.#person(code, id);
      const { items, handAtMs } = stateOf(row);
      return {
        id,
        nickname: row.nickname,
        ...(handAtMs === undefined ? {} : { handAtMs }),
        items,
        code: await this.#texts(id),
      };
    });
  }

  /** The kept messages that this one may read, the oldest first. */
  messages(code: string, holder: Holder): Promise<RoomMessage[]> {
    return this.#try(async () => {
      const rows = await this.#queries
        .selectFrom('room_messages')
        .selectAll()
        .where('room_code', '=', code)
        .where('data', '!=', 'null')
        // The teacher sees what was sent to students as well.
        .$if(holder.role === 'student', (query) =>
          query.where('recipient', 'in', [EVERYBODY, holder.role === 'student' ? holder.id : '']),
        )
        .orderBy('version')
        .execute();
      return rows.map(messageOf);
    });
  }

  /** Those that were kept later than that version. */
  messagesSince(code: string, version: number): Promise<SentMessage[]> {
    return this.#try(async () => {
      const rows = await this.#queries
        .selectFrom('room_messages')
        .selectAll()
        .where('room_code', '=', code)
        .where('version', '>', version)
        .orderBy('version')
        .execute();
      return rows.map((row) => ({ message: messageOf(row), version: row.version }));
    });
  }

  /** One that is kept stands in the database; another one only goes out. Throws not_in_room for a recipient that is gone. */
  send(code: string, draft: Omit<RoomMessage, 'atMs'>): Promise<SentMessage> {
    const message = { ...draft, atMs: this.#now() };
    return this.#change(code, async (queries, room) => {
      const { to, key } = message;
      if (to !== EVERYBODY && to !== TEACHER) await this.#person(room.code, to, queries);
      await this.#act(queries, room);
      if (key === undefined) return { message, version: 0 };
      await this.#keep(queries, room, { ...message, key });
      return { message, version: room.version };
    });
  }

  setLocked(code: string, isLocked: boolean): Promise<RoomHead> {
    return this.#change(code, async (queries, room) => {
      await queries
        .updateTable('rooms')
        .set({ is_locked: isLocked ? 1 : 0, head_version: room.version })
        .where('code', '=', room.code)
        .execute();
      return headOf({ ...room, is_locked: isLocked ? 1 : 0 });
    });
  }

  /** A student and all that is known of one. */
  async remove(code: string, id: string): Promise<void> {
    await this.#change(code, async (queries, room) => {
      await this.#person(room.code, id, queries);
      await queries.deleteFrom('room_people').where('id', '=', id).execute();
      await queries
        .deleteFrom('room_messages')
        .where('room_code', '=', room.code)
        .where((eb) => eb.or([eb('recipient', '=', id), eb('sender', '=', id)]))
        .execute();
    });
    await this.#try(() => this.#scrub());
  }

  /** They have the room open; `false`: they have closed it. */
  async setHere(code: string, ids: readonly string[], isHere: boolean): Promise<void> {
    if (ids.length === 0) return;
    await this.#try(() =>
      this.#queries
        .updateTable('room_people')
        .set({ here_at_ms: isHere ? this.#now() : 0 })
        .where('room_code', '=', code)
        .where('id', 'in', ids)
        .execute(),
    );
  }

  /** Undefined where the room is over. */
  pulse(code: string): Promise<Pulse | undefined> {
    return this.#try(async () => {
      const now = this.#now();
      const room = await this.#queries
        .selectFrom('rooms')
        .select(['head_version', 'messages_version', 'idle_at_ms'])
        .where('code', '=', code)
        .executeTakeFirst();
      if (room === undefined || room.idle_at_ms <= now) return undefined;
      const people = await this.#queries
        .selectFrom('room_people')
        .select(['id', 'version', 'here_at_ms'])
        .where('room_code', '=', code)
        .execute();
      return {
        headVersion: room.head_version,
        messagesVersion: room.messages_version,
        people: people.map(({ id, version, here_at_ms }) => ({
          id,
          version,
          isHere: now - here_at_ms < HERE_MS,
        })),
      };
    });
  }

  /** The room with everything in it. */
  async end(code: string): Promise<void> {
    await this.#try(async () => {
      const room = await this.#room(code);
      await this.#queries.deleteFrom('rooms').where('code', '=', room.code).execute();
      await this.#scrub();
    });
  }

  /** Removes the rooms that are over, and all that was in them. Gives how many they were. */
  sweep(): Promise<number> {
    return this.#try(async () => {
      const rows = await this.#queries
        .deleteFrom('rooms')
        .where('idle_at_ms', '<=', this.#now())
        .returning('code')
        .execute();
      if (rows.length > 0) await this.#scrub();
      return rows.length;
    });
  }

  #try<T>(work: () => Promise<T>): Promise<T> {
    return inWords(this.#database, work);
  }

  async #scrub(): Promise<void> {
    await this.#database.flush();
    await this.#database.scrub();
  }

  async #room(code: string): Promise<RoomRow> {
    const row = await this.#queries
      .selectFrom('rooms')
      .selectAll()
      .where('code', '=', code)
      .executeTakeFirst();
    if (row === undefined || row.idle_at_ms <= this.#now()) throw roomOver();
    return row;
  }

  /** In one transaction, with a version of its own: those of one room wait for each other at its row. */
  #change<T>(code: string, work: (queries: Queries, room: RoomRow) => Promise<T>): Promise<T> {
    return this.#try(() =>
      this.#queries.transaction().execute(async (transaction) => {
        const room = await transaction
          .updateTable('rooms')
          .set((eb) => ({ version: eb('version', '+', 1) }))
          .where('code', '=', code)
          .where('idle_at_ms', '>', this.#now())
          .returningAll()
          .executeTakeFirst();
        if (room === undefined) throw roomOver();
        return work(transaction, room);
      }),
    );
  }

  /** Somebody has done something, so the room is not idle. */
  async #act(queries: Queries, room: RoomRow): Promise<void> {
    await queries
      .updateTable('rooms')
      .set({ idle_at_ms: Math.min(room.ends_at_ms, this.#now() + ROOM_IDLE_MS) })
      .where('code', '=', room.code)
      .execute();
  }

  async #person(code: string, id: string, queries = this.#queries): Promise<PersonRow> {
    const row = await queries
      .selectFrom('room_people')
      .selectAll()
      .where('room_code', '=', code)
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) throw nobody();
    return row;
  }

  async #texts(personId: string): Promise<StudentCode[]> {
    const rows = await this.#queries
      .selectFrom('room_texts')
      .select(['item', 'text'])
      .where('person_id', '=', personId)
      .orderBy('item')
      .execute();
    return rows.map(({ item, text }) => ({ item, text: JSON.parse(text) as string }));
  }

  /** Gives the items whose text is another one now. */
  async #writeTexts(queries: Queries, personId: string, code: StudentCode[]): Promise<string[]> {
    if (code.length === 0) return [];
    const known = await queries
      .selectFrom('room_texts')
      .select(['item', 'text', 'bytes'])
      .where('person_id', '=', personId)
      .execute();
    const sizes = new Map(known.map(({ item, bytes }) => [item, bytes]));
    const texts = new Map(known.map(({ item, text }) => [item, text]));
    const changed: string[] = [];
    for (const { item, text } of code) {
      const row = { text: JSON.stringify(text), bytes: Buffer.byteLength(text) };
      if (texts.get(item) === row.text) continue;
      sizes.set(item, row.bytes);
      changed.push(item);
      await queries
        .insertInto('room_texts')
        .values({ person_id: personId, item, ...row })
        .onConflict((conflict) => conflict.columns(['person_id', 'item']).doUpdateSet(row))
        .execute();
    }
    const bytes = [...sizes.values()].reduce((sum, one) => sum + one, 0);
    if (bytes > STUDENT_CODE_LIMIT_BYTES || sizes.size > TEXTS_LIMIT) throw tooMuchCode();
    return changed;
  }

  async #keep(
    queries: Queries,
    room: RoomRow,
    { from, to, kind, key, data, atMs }: RoomMessage & { key: string },
  ): Promise<void> {
    const changed = { data: JSON.stringify(data), at_ms: atMs, version: room.version };
    await queries
      .insertInto('room_messages')
      .values({ room_code: room.code, recipient: to, sender: from, kind, key, ...changed })
      .onConflict((conflict) =>
        conflict.columns(['room_code', 'recipient', 'sender', 'kind', 'key']).doUpdateSet(changed),
      )
      .execute();
    await queries
      .deleteFrom('room_messages')
      .where('room_code', '=', room.code)
      .where('data', '=', 'null')
      .where('at_ms', '<', atMs - TAKEN_AWAY_MS)
      .execute();
    const { count } = await queries
      .selectFrom('room_messages')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('room_code', '=', room.code)
      .where('recipient', '=', to)
      .where('sender', '=', from)
      .executeTakeFirstOrThrow();
    if (Number(count) > KEPT_LIMIT) throw tooManyMessages();
    await queries
      .updateTable('rooms')
      .set({ messages_version: room.version })
      .where('code', '=', room.code)
      .execute();
  }
}

/** A code of the address, as it is kept. Throws room_over where it can be none. */
export function roomCodeOf(text: string): string {
  const code = readRoomCode(text);
  if (code === undefined) throw roomOver();
  return code;
}

function newRoomCode(): string {
  const letter = () => CODE_LETTERS[randomInt(CODE_LETTERS.length)];
  return Array.from({ length: CODE_LENGTH }, letter).join('');
}

function headOf(row: RoomRow): RoomHead {
  return {
    code: row.code,
    title: row.title,
    demo: row.demo,
    ...(row.revision === null ? {} : { revision: row.revision }),
    createdAtMs: row.created_at_ms,
    endsAtMs: row.ends_at_ms,
    isLocked: row.is_locked !== 0,
  };
}

function stateOf({ state }: PersonRow): StudentState {
  return JSON.parse(state) as StudentState;
}

function studentOf(row: PersonRow, nowMs: number): Student {
  return {
    id: row.id,
    nickname: row.nickname,
    joinedAtMs: row.joined_at_ms,
    isHere: nowMs - row.here_at_ms < HERE_MS,
    ...stateOf(row),
  };
}

function messageOf(row: MessageRow): RoomMessage {
  const { sender, recipient, kind, key, data, at_ms } = row;
  return { from: sender, to: recipient, kind, key, data: JSON.parse(data), atMs: at_ms };
}

function roomOver(): AppError {
  return new AppError('room_over', 'There is no room with this code. It may have ended.');
}

function notInRoom(): AppError {
  return new AppError('not_in_room', 'This key does not belong to anybody in this room.');
}

function nobody(): AppError {
  return new AppError('not_found', 'There is no such person in this room.');
}

function roomLocked(): AppError {
  return new AppError(
    'room_locked',
    'Nobody else can join this room now: the teacher has closed its door.',
  );
}

function roomFull(limit: number): AppError {
  return new AppError('room_full', `This room is full: it holds ${limit} people.`);
}

function nicknameTaken(): AppError {
  return new AppError(
    'nickname_taken',
    'Somebody in this room is called so already. Take another nickname.',
    {
      field: 'nickname',
    },
  );
}

function tooManyRooms(limit: number): AppError {
  return new AppError(
    'rooms_full',
    `This server holds at most ${limit} rooms at a time. Try again when one has ended.`,
  );
}

function tooMuchCode(): AppError {
  const detail = `code: of one student at most ${STUDENT_CODE_LIMIT_BYTES / 1024} KiB in ${TEXTS_LIMIT} blocks are kept.`;
  return new AppError('too_large', detail, { field: 'code' });
}

function tooManyMessages(): AppError {
  return new AppError('too_large', `At most ${KEPT_LIMIT} messages to one recipient are kept.`, {
    field: 'key',
  });
}

/** Throws not_in_room where it is not the teacher's. */
export function requireTeacher(holder: Holder): void {
  if (holder.role !== 'teacher') {
    throw new AppError('not_in_room', 'Only the teacher of this room may do this.');
  }
}
