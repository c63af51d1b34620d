/** The store on either database: the queries are the same. */
import 'server-only';
import { AppError } from '@/lib/errors';
import {
  REVISIONS_LIMIT,
  type RevisionName,
  type RevisionNote,
  type Snippet,
  type SnippetContent,
  type SnippetHead,
  type Tombstone,
} from './contract';
import { inWords } from './database-errors';
import { hashOfSecret, isSnippetId, newSecret, newSnippetId, requireSecret } from './id';
import { Room, type Usage } from './room';
import { headOf, type KindRow, readContent, tombstoneOf, writeContent } from './rows';
import type { Database, Queries, RevisionRow, SnippetRow } from './schema';
import type { Recorded, SnippetChanges, SnippetDraft, SnippetStore } from './store';

/** How many a sweep removes at a time, so that others get their turn between. */
const SWEEP_STEP = 50;

export interface StoreOptions {
  /** Milliseconds since 1970. */
  now?: () => number;
  revisionsLimit?: number;
  /** What all of them together may take; 0: no limit. */
  limitBytes?: number;
  /** Of the disk, kept free. */
  reserveBytes?: number;
}

/** A store on a database whose tables are there (`migrate`). */
export class KyselyStore implements SnippetStore {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #revisionsLimit: number;
  readonly #room: Room;

  constructor(
    database: Database,
    { now = Date.now, revisionsLimit = REVISIONS_LIMIT, ...room }: StoreOptions = {},
  ) {
    this.#database = database;
    this.#now = now;
    this.#revisionsLimit = revisionsLimit;
    this.#room = new Room(database, { limitBytes: 0, ...room });
  }

  get #queries(): Queries {
    return this.#database.queries;
  }

  create(draft: SnippetDraft): Promise<RevisionName & { secret: string }> {
    return this.#try(async () => {
      if (draft.parent !== undefined) await this.#requireParent(draft.parent);
      const texts = textsOf(draft.content, draft.receipt);
      const [id, secret, revision, now] = [newSnippetId(), newSecret(), 1, this.#now()];
      const row: SnippetRow = {
        id,
        secret_hash: hashOfSecret(secret),
        title: draft.title,
        visibility: draft.visibility,
        created_at_ms: now,
        expires_at_ms: draft.expiresAtMs ?? null,
        latest_revision: revision,
        parent_id: draft.parent?.id ?? null,
        parent_revision: draft.parent?.revision ?? null,
        version: 1,
        gone: null,
        gone_at_ms: null,
      };
      await this.#inRoom(texts, async () => {
        await this.#queries.transaction().execute(async (transaction) => {
          await transaction.insertInto('snippets').values(row).execute();
          await this.#insertRevision(transaction, { id, revision }, texts);
        });
        await this.#database.flush();
      });
      return { id, revision, secret };
    });
  }

  find(id: string): Promise<SnippetHead | Tombstone | undefined> {
    return this.#try(async () => {
      const row = await this.#row(id);
      return row && (tombstoneOf(row, this.#now()) ?? headOf(row));
    });
  }

  read(id: string, revision?: number): Promise<Snippet> {
    return this.#try(async () => {
      const row = await this.#present(id);
      const number = revision ?? row.latest_revision;
      if (number > row.latest_revision) throw noRevision(number, row.latest_revision);
      const [found, history] = await Promise.all([
        this.#queries
          .selectFrom('revisions')
          .selectAll()
          .where('snippet_id', '=', id)
          .where('number', '=', number)
          .executeTakeFirst(),
        this.#history(id, row.latest_revision),
      ]);
      // Between the two it may have been deleted.
      if (found === undefined) throw goneOf({ ...row, gone: 'deleted' });
      const { kind: _, ...head } = headOf(row);
      return {
        ...head,
        ...readContent(found),
        revision: number,
        revisedAtMs: found.created_at_ms,
        ...(found.receipt === null ? {} : { receipt: JSON.parse(found.receipt) }),
        history,
      } as Snippet;
    });
  }

  requireSecret(id: string, secret: string): Promise<SnippetHead> {
    return this.#try(async () => headOf(await this.#owned(id, secret)));
  }

  addRevision(
    id: string,
    secret: string,
    content: SnippetContent,
    receipt?: Recorded,
  ): Promise<number> {
    return this.#try(async () => {
      requireKind(headOf(await this.#owned(id, secret)), content);
      const texts = textsOf(content, receipt);
      const revision = await this.#inRoom(texts, async () => {
        const number = await this.#queries.transaction().execute(async (transaction) => {
          const next = await this.#nextRevision(transaction, id);
          if (next === undefined) return undefined;
          await this.#insertRevision(transaction, { id, revision: next }, texts);
          return next;
        });
        await this.#database.flush();
        return number;
      });
      if (revision !== undefined) return revision;
      await this.#present(id);
      throw new AppError(
        'too_large',
        `A snippet has at most ${this.#revisionsLimit} revisions. Share this one as a new snippet.`,
      );
    });
  }

  change(id: string, secret: string, changes: SnippetChanges): Promise<SnippetHead> {
    return this.#try(async () => {
      const { language } = await this.#owned(id, secret);
      const { title, visibility, expiresAtMs } = changes;
      const row = await this.#queries
        .updateTable('snippets')
        .set((eb) => ({
          ...(title === undefined ? {} : { title }),
          ...(visibility === undefined ? {} : { visibility }),
          ...(expiresAtMs === undefined ? {} : { expires_at_ms: expiresAtMs }),
          version: eb('version', '+', 1),
        }))
        .where('id', '=', id)
        .where('gone', 'is', null)
        .returningAll()
        .executeTakeFirst();
      await this.#database.flush();
      return headOf(row ? { ...row, language } : await this.#present(id));
    });
  }

  delete(id: string, secret: string): Promise<void> {
    return this.#try(async () => {
      await this.#owned(id, secret);
      await this.#remove([id], 'deleted', this.#now());
    });
  }

  sweep(): Promise<number> {
    return this.#try(async () => {
      let count = 0;
      for (;;) {
        const now = this.#now();
        const rows = await this.#queries
          .selectFrom('snippets')
          .select('id')
          .where('expires_at_ms', '<=', now)
          .where('gone', 'is', null)
          .limit(SWEEP_STEP)
          .execute();
        if (rows.length === 0) return count;
        const ids = rows.map(({ id }) => id);
        count += await this.#remove(ids, 'expired', now);
      }
    });
  }

  check(): Promise<Usage> {
    return this.#try(async () => {
      await this.#queries.selectFrom('migrations').select('name').limit(1).execute();
      await this.#database.requireInPlace();
      return this.#room.usage();
    });
  }

  count(): Promise<number> {
    return this.#try(async () => {
      const { all } = await this.#queries
        .selectFrom('snippets')
        .select((eb) => eb.fn.countAll().as('all'))
        .where('gone', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(all);
    });
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  #try<T>(work: () => Promise<T>): Promise<T> {
    return inWords(this.#database, work);
  }

  /** Room for a revision, and then the work that writes it. Throws store_full. */
  async #inRoom<T>(texts: RevisionTexts, work: () => Promise<T>): Promise<T> {
    await this.#room.take(sizeOf(texts));
    try {
      return await work();
    } catch (error) {
      // It has been counted, and is not there.
      this.#room.forget();
      throw error;
    }
  }

  /** Text that is no id reaches no query. */
  async #row(id: string): Promise<KindRow | undefined> {
    if (!isSnippetId(id)) return undefined;
    return this.#queries
      .selectFrom('snippets')
      .selectAll()
      .select((eb) =>
        eb
          .selectFrom('revisions')
          .select('language')
          .where('snippet_id', '=', id)
          .where('number', '=', 1)
          .as('language'),
      )
      .where('id', '=', id)
      .executeTakeFirst();
  }

  async #present(id: string): Promise<KindRow> {
    const row = await this.#row(id);
    if (row === undefined) throw new AppError('not_found', 'There is no snippet with this id.');
    if (tombstoneOf(row, this.#now()) !== undefined) throw goneOf(row);
    return row;
  }

  async #owned(id: string, secret: string): Promise<KindRow> {
    const row = await this.#present(id);
    requireSecret(secret, row.secret_hash);
    return row;
  }

  /** It may be gone by now: a copy of it is somebody's work all the same. */
  async #requireParent({ id, revision }: RevisionName): Promise<void> {
    const row = await this.#row(id);
    if (row !== undefined && revision <= row.latest_revision) return;
    throw new AppError('bad_request', 'parent: there is no such revision on this server.', {
      field: 'parent',
    });
  }

  /** One statement: where two come together each gets a number of its own. Undefined where there is none left. */
  async #nextRevision(queries: Queries, id: string): Promise<number | undefined> {
    const changed = await queries
      .updateTable('snippets')
      .set((eb) => ({
        latest_revision: eb('latest_revision', '+', 1),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', id)
      .where('gone', 'is', null)
      .where('latest_revision', '<', this.#revisionsLimit)
      .returning('latest_revision')
      .executeTakeFirst();
    return changed?.latest_revision;
  }

  async #insertRevision(
    queries: Queries,
    { id, revision }: RevisionName,
    texts: RevisionTexts,
  ): Promise<void> {
    await queries
      .insertInto('revisions')
      .values({
        snippet_id: id,
        number: revision,
        created_at_ms: this.#now(),
        ...texts,
      })
      .execute();
  }

  async #history(id: string, latest: number): Promise<RevisionNote[]> {
    const rows = await this.#queries
      .selectFrom('revisions')
      .select((eb) => ['number', 'created_at_ms', eb('receipt', 'is not', null).as('has_receipt')])
      .where('snippet_id', '=', id)
      .where('number', '<=', latest)
      .orderBy('number')
      .execute();
    return rows.map(({ number, created_at_ms, has_receipt }) => ({
      revision: number,
      createdAtMs: created_at_ms,
      hasReceipt: Boolean(has_receipt),
    }));
  }

  /** Gives how many of them were there. The rows are changed first: who adds a revision meanwhile waits for that. */
  async #remove(ids: string[], gone: Tombstone['reason'], nowMs: number): Promise<number> {
    const removed = await this.#queries.transaction().execute(async (transaction) => {
      const rows = await transaction
        .updateTable('snippets')
        .set((eb) => ({
          gone,
          gone_at_ms: gone === 'expired' ? eb.ref('expires_at_ms') : nowMs,
          expires_at_ms: null,
          secret_hash: '',
          title: '',
          visibility: 'unlisted',
          parent_id: null,
          parent_revision: null,
          version: eb('version', '+', 1),
        }))
        .where('id', 'in', ids)
        .where('gone', 'is', null)
        .$if(gone === 'expired', (query) => query.where('expires_at_ms', '<=', nowMs))
        .returning('id')
        .execute();
      if (rows.length === 0) return 0;
      await transaction
        .deleteFrom('revisions')
        .where(
          'snippet_id',
          'in',
          rows.map(({ id }) => id),
        )
        .execute();
      return rows.length;
    });
    await this.#database.flush();
    await this.#database.scrub();
    this.#room.forget();
    return removed;
  }
}

type RevisionTexts = Omit<RevisionRow, 'snippet_id' | 'number' | 'created_at_ms'>;

function textsOf(content: SnippetContent, receipt: Recorded | undefined): RevisionTexts {
  return {
    ...writeContent(content),
    receipt: receipt === undefined ? null : JSON.stringify(receipt),
  };
}

function sizeOf({ content, receipt }: RevisionTexts): number {
  return Buffer.byteLength(content) + Buffer.byteLength(receipt ?? '');
}

function requireKind({ kind }: SnippetHead, content: SnippetContent): void {
  if (content.kind === kind) return;
  const detail =
    kind === 'demo'
      ? 'markdown: expected the document of this demo, got a program.'
      : 'code: expected a program, as in the other revisions, got a document.';
  throw new AppError('bad_request', detail, { field: kind === 'demo' ? 'markdown' : 'code' });
}

function goneOf(row: SnippetRow): AppError {
  return new AppError(
    'gone',
    row.gone === 'deleted'
      ? 'This snippet was deleted by its author.'
      : 'This snippet has expired, as its author wanted.',
  );
}

function noRevision(revision: number, latest: number): AppError {
  const detail = `This snippet has no revision ${revision}; the newest is ${latest}.`;
  return new AppError('not_found', detail, { field: 'revision' });
}
