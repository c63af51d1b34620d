/** What the store must do on every database. Each database's test file calls it with a way to open an empty one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '@/lib/agentbay/receipt';
import type { ProgramContent, SnippetContent } from './contract';
import { newSecret, newSnippetId } from './id';
import { KyselyStore, type StoreOptions } from './kysely-store';
import { migrate } from './migrations';
import type { Database } from './schema';
import type { SnippetDraft } from './store';

const CONTENT: ProgramContent = {
  kind: 'program',
  language: 'python',
  code: 'print("hello")',
  files: [],
  timeoutS: 10,
};

export const DRAFT: SnippetDraft = { content: CONTENT, title: 'Hello', visibility: 'unlisted' };

const RECEIPT: Receipt = {
  ranAtMs: 1_800_000_000_000,
  engine: 'local',
  languageVersion: '3.11.2',
  sandbox: 'own',
  events: [
    { type: 'stdout', text: 'Name? ' },
    { type: 'input', prompt: 'Name? ' },
    { type: 'typed', text: 'Ada\n' },
    { type: 'result', item: { text: '\u0000', json: { a: [1, null] } } },
  ],
  end: {
    success: true,
    exit: { reason: 'exited', code: 0 },
    executionTime: 0.25,
    usage: { cpuTimeS: 0.01, peakMemoryBytes: 1024, outputBytes: 6 },
    truncated: false,
  },
  truncated: false,
};

/** `open` gives a database as it is before the first start: empty. */
export function storeSuite(name: string, open: () => Database | Promise<Database>): void {
  describe(`the store in ${name}`, () => {
    let database: Database;
    let store: KyselyStore;
    const storeWith = (options: StoreOptions) => new KyselyStore(database, options);
    const rows = (table: 'snippets' | 'revisions') =>
      database.queries.selectFrom(table).selectAll().execute();

    beforeAll(async () => {
      database = await open();
      await migrate(database);
      store = new KyselyStore(database);
    });
    afterAll(() => store?.close());

    it('gives back what was put in, to the byte', async () => {
      const content: ProgramContent = {
        kind: 'program',
        language: 'typescript',
        code: '\u0000\r\n\t"\'`\\ é 漢字 \u{1f600}\u2028 %s ? $1 --',
        files: [
          { path: 'lib/ä.ts', text: '' },
          { path: 'data.csv', text: 'a,\u0000b\n' },
        ],
        stdin: 'one\ntwo\u0000\n',
        timeoutS: 0.5,
      };
      const before = Date.now();
      const { id, revision } = await store.create({
        content,
        receipt: RECEIPT,
        title: "Robert'); drop table snippets; --",
        visibility: 'listed',
        expiresAtMs: before + 1e9,
      });
      const read = await store.read(id);
      expect(read).toEqual({
        id,
        revision,
        ...content,
        title: "Robert'); drop table snippets; --",
        visibility: 'listed',
        expiresAtMs: before + 1e9,
        createdAtMs: expect.any(Number),
        revisedAtMs: expect.any(Number),
        latestRevision: 1,
        version: 1,
        receipt: RECEIPT,
        history: [{ revision: 1, createdAtMs: read.revisedAtMs, hasReceipt: true }],
      });
      expect(read.createdAtMs).toBeGreaterThanOrEqual(before);
      expect(await store.find(id)).toMatchObject({ id, title: read.title, version: 1 });
    });

    it('takes the largest program there may be', async () => {
      const text = '\u0000'.repeat(512 * 1024);
      const content = { ...CONTENT, code: text.slice(0, 256 * 1024), files: [{ path: 'a', text }] };
      const { id } = await store.create({ ...DRAFT, content });
      expect(await store.read(id)).toMatchObject(content);
    });

    it('keeps demos as it keeps programs, with what each block gave', async () => {
      const content: SnippetContent = { kind: 'demo', markdown: '# \u0000 é\r\n\u2028```x run\n' };
      const receipt = { b1: RECEIPT, 'a-name': RECEIPT };
      const { id, secret } = await store.create({ ...DRAFT, content, receipt });
      expect(await store.find(id)).toMatchObject({ id, kind: 'demo', version: 1 });
      expect(await store.read(id)).toMatchObject({ ...content, receipt });
      const next: SnippetContent = { kind: 'demo', markdown: 'two' };
      expect(await store.addRevision(id, secret, next)).toBe(2);
      expect(await store.read(id)).not.toHaveProperty('receipt');
      expect(await store.read(id, 1)).toMatchObject({ ...content, kind: 'demo', revision: 1 });
      expect(await store.change(id, secret, { title: 'New' })).toMatchObject({ kind: 'demo' });
      expect(await store.requireSecret(id, secret)).toMatchObject({ kind: 'demo', title: 'New' });
      const fork = await store.create({ ...DRAFT, content, parent: { id, revision: 2 } });
      expect((await store.read(fork.id)).parent).toEqual({ id, revision: 2 });
      await store.delete(id, secret);
      expect(await store.find(id)).toMatchObject({ reason: 'deleted' });
    });

    it('keeps a program a program and a demo a demo', async () => {
      const demo: SnippetContent = { kind: 'demo', markdown: 'x' };
      const program = await store.create(DRAFT);
      const other = await store.create({ ...DRAFT, content: demo });
      expect(await store.find(program.id)).toMatchObject({ kind: 'program' });
      await expect(store.addRevision(program.id, program.secret, demo)).rejects.toMatchObject({
        code: 'bad_request',
        field: 'code',
      });
      await expect(store.addRevision(other.id, other.secret, CONTENT)).rejects.toMatchObject({
        code: 'bad_request',
        field: 'markdown',
      });
      expect((await store.read(other.id)).latestRevision).toBe(1);
    });

    it('says of an id that never was that there is nothing, whatever the text', async () => {
      const ids = [newSnippetId(), '', "' or ''='", '%', '\u0000', '\ud800', 'x'.repeat(100_000)];
      for (const id of ids) {
        expect(await store.find(id)).toBeUndefined();
        await expect(store.read(id)).rejects.toMatchObject({ code: 'not_found' });
        await expect(store.delete(id, newSecret())).rejects.toMatchObject({ code: 'not_found' });
      }
    });

    it('keeps every revision as it was, and reads the newest where none is named', async () => {
      const { id, secret } = await store.create({ ...DRAFT, receipt: RECEIPT });
      const second: ProgramContent = { ...CONTENT, code: '2', stdin: 'x', language: 'javascript' };
      expect(await store.addRevision(id, secret, second)).toBe(2);
      expect(await store.addRevision(id, secret, { ...CONTENT, code: '3' }, RECEIPT)).toBe(3);
      expect(await store.read(id)).toMatchObject({ revision: 3, code: '3', receipt: RECEIPT });
      const old = await store.read(id, 1);
      expect(old).toMatchObject({ ...CONTENT, revision: 1, latestRevision: 3, receipt: RECEIPT });
      const middle = await store.read(id, 2);
      expect(middle).toMatchObject({ ...second, revision: 2, title: 'Hello' });
      expect(middle.receipt).toBeUndefined();
      const history = old.history.map(({ revision, hasReceipt }) => [revision, hasReceipt]);
      expect(history).toEqual([
        [1, true],
        [2, false],
        [3, true],
      ]);
      await expect(store.read(id, 4)).rejects.toMatchObject({
        code: 'not_found',
        field: 'revision',
        message: 'This snippet has no revision 4; the newest is 3.',
      });
    });

    it('gives each of many writers at once a number of its own', async () => {
      const { id, secret } = await store.create(DRAFT);
      const numbers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          store.addRevision(id, secret, { ...CONTENT, code: `writer ${n}` }),
        ),
      );
      expect(numbers.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 20 }, (_, n) => n + 2),
      );
      for (const [writer, number] of numbers.entries()) {
        expect(await store.read(id, number)).toMatchObject({ code: `writer ${writer}` });
      }
      const { latestRevision, version } = await store.read(id);
      expect([latestRevision, version]).toEqual([21, 21]);
    });

    it('takes so many revisions and no more', async () => {
      const small = storeWith({ revisionsLimit: 2 });
      const { id, secret } = await small.create(DRAFT);
      await small.addRevision(id, secret, CONTENT);
      await expect(small.addRevision(id, secret, CONTENT)).rejects.toMatchObject({
        code: 'too_large',
        message: 'A snippet has at most 2 revisions. Share this one as a new snippet.',
      });
      expect((await store.read(id)).latestRevision).toBe(2);
    });

    it('lets only the secret change something, and keeps only its hash', async () => {
      const { id, secret } = await store.create(DRAFT);
      const other = await store.create(DRAFT);
      const hash = (await rows('snippets')).find((row) => row.id === id)?.secret_hash ?? '';
      expect(JSON.stringify(await rows('snippets'))).not.toContain(secret);
      for (const wrong of ['', newSecret(), other.secret, hash, `${secret} `]) {
        const attempts = [
          () => store.requireSecret(id, wrong),
          () => store.addRevision(id, wrong, CONTENT),
          () => store.change(id, wrong, { title: 'Mine' }),
          () => store.delete(id, wrong),
        ];
        for (const attempt of attempts) {
          await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
        }
      }
      expect(await store.read(id)).toMatchObject({ title: 'Hello', version: 1 });
      expect(await store.requireSecret(id, secret)).toMatchObject({ id, version: 1 });
    });

    it('changes title, visibility and expiry without a revision, and only what is named', async () => {
      const { id, secret } = await store.create(DRAFT);
      expect(await store.change(id, secret, { title: 'New' })).toMatchObject({
        title: 'New',
        visibility: 'unlisted',
        latestRevision: 1,
        version: 2,
      });
      const expiresAtMs = Date.now() + 1e9;
      await store.change(id, secret, { visibility: 'listed', expiresAtMs });
      expect(await store.find(id)).toMatchObject({
        title: 'New',
        visibility: 'listed',
        expiresAtMs,
        version: 3,
      });
      const head = await store.change(id, secret, { expiresAtMs: null });
      expect(head.expiresAtMs).toBeUndefined();
      expect((await store.read(id)).version).toBe(4);
    });

    it('names what a fork came from, also when that is gone', async () => {
      const parent = await store.create(DRAFT);
      const link = { id: parent.id, revision: 1 };
      const { id } = await store.create({ ...DRAFT, parent: link });
      await store.delete(parent.id, parent.secret);
      expect((await store.read(id)).parent).toEqual(link);
      await store.create({ ...DRAFT, parent: link });
      for (const never of [
        { ...link, revision: 2 },
        { id: newSnippetId(), revision: 1 },
      ]) {
        await expect(store.create({ ...DRAFT, parent: never })).rejects.toMatchObject({
          code: 'bad_request',
          field: 'parent',
        });
      }
    });

    it('leaves a tombstone of what was deleted, and nothing that was in it', async () => {
      const parent = await store.create(DRAFT);
      const { id, secret } = await store.create({
        ...DRAFT,
        title: 'Very private',
        parent: { id: parent.id, revision: 1 },
        receipt: RECEIPT,
      });
      await store.addRevision(id, secret, { ...CONTENT, code: 'very private' });
      await store.delete(id, secret);
      const found = await store.find(id);
      expect(found).toEqual({ id, reason: 'deleted', goneAtMs: expect.any(Number) });
      const left = (await rows('snippets')).find((row) => row.id === id);
      expect(left).toMatchObject({ title: '', secret_hash: '', parent_id: null });
      expect((await rows('revisions')).filter((row) => row.snippet_id === id)).toEqual([]);
      const attempts = [
        () => store.read(id),
        () => store.read(id, 1),
        () => store.addRevision(id, secret, CONTENT),
        () => store.change(id, secret, { title: 'Back' }),
        () => store.delete(id, secret),
        () => store.delete(id, ''),
      ];
      for (const attempt of attempts) {
        await expect(attempt()).rejects.toMatchObject({
          code: 'gone',
          message: 'This snippet was deleted by its author.',
        });
      }
    });

    it('never serves what has expired, and removes it when it sweeps', async () => {
      let now = 1_000_000;
      const clock = storeWith({ now: () => now });
      const expiresAtMs = now + 5000;
      const { id, secret } = await clock.create({ ...DRAFT, expiresAtMs });
      const later = await clock.create({ ...DRAFT, expiresAtMs: expiresAtMs + 1 });
      now = expiresAtMs - 1;
      expect(await clock.sweep()).toBe(0);
      expect((await clock.read(id)).expiresAtMs).toBe(expiresAtMs);
      now = expiresAtMs;
      const tombstone = { id, reason: 'expired', goneAtMs: expiresAtMs };
      const gone = { code: 'gone', message: expect.stringContaining('expired') };
      expect(await clock.find(id)).toEqual(tombstone);
      await expect(clock.read(id)).rejects.toMatchObject(gone);
      // It is too late to change one's mind.
      await expect(clock.change(id, secret, { expiresAtMs: null })).rejects.toMatchObject(gone);
      await expect(clock.addRevision(id, secret, CONTENT)).rejects.toMatchObject(gone);
      const before = await clock.count();
      expect(await clock.sweep()).toBe(1);
      expect(await clock.count()).toBe(before - 1);
      expect(await clock.sweep()).toBe(0);
      expect(await clock.find(id)).toEqual(tombstone);
      expect((await rows('revisions')).filter((row) => row.snippet_id === id)).toEqual([]);
      await clock.read(later.id);
    });

    it('sweeps many, at once with other sweeps, each one once', async () => {
      const clock = storeWith({ now: () => 2_000_000 });
      const made = Array.from({ length: 120 }, () =>
        clock.create({ ...DRAFT, expiresAtMs: 2_000_001 }),
      );
      await Promise.all(made);
      const after = storeWith({ now: () => 2_000_001 });
      const counts = await Promise.all([after.sweep(), after.sweep(), after.sweep()]);
      // And the one of the test above.
      expect(counts.reduce((sum, count) => sum + count)).toBe(121);
    });

    it('knows whether its database answers', () =>
      expect(store.check()).resolves.toMatchObject({ isFull: false, limitBytes: 0 }));

    it('is brought up to date once, and refuses a database that is newer than it', async () => {
      await migrate(database);
      const applied = () => database.queries.selectFrom('migrations').select('name').execute();
      const known = await applied();
      const noop = async () => {};
      const steps = [
        ...known.map(({ name }) => ({ name, up: noop })),
        { name: '999-next', up: noop },
      ];
      await migrate(database, steps);
      expect(await applied()).toHaveLength(known.length + 1);
      await expect(migrate(database)).rejects.toThrow('has had the step 999-next');
      await database.queries.deleteFrom('migrations').where('name', '=', '999-next').execute();
    });

    it('leaves nothing of a step that failed', async () => {
      const known = await database.queries.selectFrom('migrations').select('name').execute();
      const steps = known.map(({ name }) => ({ name, up: async () => {} }));
      const broken = {
        name: '999-broken',
        async up({ schema }: Database['queries']) {
          await schema.createTable('half').addColumn('a', 'text').execute();
          throw new Error('broken on purpose');
        },
      };
      await expect(migrate(database, [...steps, broken])).rejects.toThrow('broken on purpose');
      // Else the table would be there already.
      await database.queries.schema.createTable('half').addColumn('a', 'text').execute();
      await database.queries.schema.dropTable('half').execute();
      await migrate(database);
    });
  });
}
