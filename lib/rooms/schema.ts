/** The tables of rooms, in the database of snippets. Whatever is in a room goes with the row of `rooms`. */
import 'server-only';
import type { SchemaModule } from 'kysely';

/** Times are milliseconds since 1970. */
export interface RoomRow {
  code: string;
  /** SHA-256 in hexadecimal. */
  secret_hash: string;
  title: string;
  demo: string;
  revision: number | null;
  created_at_ms: number;
  ends_at_ms: number;
  /** When it ends if nothing happens until then. */
  idle_at_ms: number;
  /** 0 or 1. */
  is_locked: number;
  /** Rises with each change of anything in the room. */
  version: number;
  /** The version in which this row itself was changed last. */
  head_version: number;
  /** The version in which the last message was kept. */
  messages_version: number;
}

export interface PersonRow {
  id: string;
  room_code: string;
  token_hash: string;
  nickname: string;
  /** What no other nickname of the room may come to. */
  name_key: string;
  joined_at_ms: number;
  /** When the room was last seen open with this person in it; 0: it has been closed. */
  here_at_ms: number;
  /** JSON of `StudentState`. */
  state: string;
  /** Of the room, when this row was changed last. */
  version: number;
}

/** What a student has written in one block. */
export interface TextRow {
  person_id: string;
  item: string;
  /** JSON: as text Postgres takes no NUL character. */
  text: string;
  /** Of the text in UTF-8. */
  bytes: number;
}

/** The latest message of a kind and key; with data `null` it has been taken away. */
export interface MessageRow {
  room_code: string;
  recipient: string;
  sender: string;
  kind: string;
  key: string;
  /** JSON. */
  data: string;
  at_ms: number;
  version: number;
}

export interface RoomTables {
  rooms: RoomRow;
  room_people: PersonRow;
  room_texts: TextRow;
  room_messages: MessageRow;
}

/** The migration 002-rooms. */
export async function createRoomTables(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('rooms')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('demo', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer')
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('ends_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('idle_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('is_locked', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('head_version', 'integer', (column) => column.notNull())
    .addColumn('messages_version', 'integer', (column) => column.notNull())
    .execute();
  await schema
    .createTable('room_people')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('room_code', 'text', (column) =>
      column.notNull().references('rooms.code').onDelete('cascade'),
    )
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addColumn('nickname', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('joined_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('here_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addUniqueConstraint('room_people_names', ['room_code', 'name_key'])
    .addUniqueConstraint('room_people_tokens', ['room_code', 'token_hash'])
    .execute();
  await schema
    .createTable('room_texts')
    .addColumn('person_id', 'text', (column) =>
      column.notNull().references('room_people.id').onDelete('cascade'),
    )
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('bytes', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('room_texts_key', ['person_id', 'item'])
    .execute();
  await schema
    .createTable('room_messages')
    .addColumn('room_code', 'text', (column) =>
      column.notNull().references('rooms.code').onDelete('cascade'),
    )
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('room_messages_key', [
      'room_code',
      'recipient',
      'sender',
      'kind',
      'key',
    ])
    .execute();
}
