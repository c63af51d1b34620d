/** The tables, as queries see them. Both databases have the same ones. */
import 'server-only';
import type { Kysely } from 'kysely';
import type { RoomTables } from '@/lib/rooms/schema';

/** A snippet, or what is left of one. Times are milliseconds since 1970. */
export interface SnippetRow {
  id: string;
  /** SHA-256 in hexadecimal; empty once it is gone. */
  secret_hash: string;
  title: string;
  visibility: string;
  created_at_ms: number;
  expires_at_ms: number | null;
  latest_revision: number;
  parent_id: string | null;
  parent_revision: number | null;
  version: number;
  /** `deleted` or `expired`; null while it is there. */
  gone: string | null;
  gone_at_ms: number | null;
}

/** One revision; rows are written once and never changed. */
export interface RevisionRow {
  snippet_id: string;
  number: number;
  created_at_ms: number;
  language: string;
  timeout_s: number;
  /** JSON of code, files and prepared input: as text Postgres takes no NUL character, which a program may hold. */
  content: string;
  /** JSON; null where none was recorded. */
  receipt: string | null;
}

export interface Tables extends RoomTables {
  snippets: SnippetRow;
  revisions: RevisionRow;
  migrations: { name: string; applied_at_ms: number };
}

export type Queries = Kysely<Tables>;

/** A database, open. What its dialects differ in is here and nowhere else. */
export interface Database {
  queries: Queries;
  /** Settles when what has been committed is on the disk, in the place where the next start looks for it. */
  flush(): Promise<void>;
  /** Throws where what has been committed is no longer in that place. */
  requireInPlace(): Promise<void>;
  /** Lets one process at a time past, until the end of the transaction that `queries` belong to. */
  lockOthersOut(queries: Queries): Promise<void>;
  /** Whether an error says that the database cannot do its work now, rather than that we asked for nonsense. */
  isUnavailable(error: unknown): boolean;
  /** Whether an error says that nothing more can be written, since the disk is full. */
  isFull(error: unknown): boolean;
  /**
   * What the tables take, in bytes. What deleted rows have left and new ones can use does not count, except
   * below `limitBytes`, where it may be left in because nobody needs to know so well.
   */
  usedBytes(limitBytes: number): Promise<number>;
  /** What the disk has left for this user; undefined where the database is elsewhere. */
  freeBytes(): Promise<number | undefined>;
  /** Called when content has been deleted: leaves no copy of it in the database's own files. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}
