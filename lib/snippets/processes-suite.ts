/** What the store promises to processes that start together and to those that are killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { KyselyStore } from './kysely-store';
import { openDatabase } from './testing/open-database';

const HOOKS = new URL('../../scripts/typescript-hooks.mjs', import.meta.url).pathname;
const WRITER = new URL('./testing/writer.ts', import.meta.url).pathname;

const COPIES = 5;
/** Of a few thousand that it would make if it were not killed. */
const ACKNOWLEDGED = 1000;

/** `place` gives the address of a database that is empty. */
export function processesSuite(name: string, place: () => string | Promise<string>): void {
  describe(`processes with a store in ${name}`, () => {
    let children: ChildProcess[] = [];
    afterEach(() => {
      for (const child of children) child.kill('SIGKILL');
      children = [];
    });

    function startWriter(args: string[]) {
      const child = spawn(process.execPath, ['--import', HOOKS, WRITER, ...args], {
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      children.push(child);
      const said = { stdout: '', stderr: '' };
      child.stdout.on('data', (text) => (said.stdout += text));
      child.stderr.on('data', (text) => (said.stderr += text));
      return { child, said, closed: once(child, 'close') };
    }

    it(`${COPIES} that start at once bring the tables up to date, once, and write into them`, async () => {
      const at = await place();
      const copies = Array.from({ length: COPIES }, () => startWriter([at, '2', '5']));
      for (const { said, closed } of copies) {
        const [code] = await closed;
        expect(said.stderr).toBe('');
        expect(code).toBe(0);
      }
      const database = openDatabase(at);
      const applied = await database.queries.selectFrom('migrations').select('name').execute();
      expect(applied.map(({ name }) => name)).toEqual(['001-snippets', '002-rooms']);
      const rows = await database.queries.selectFrom('revisions').select('number').execute();
      expect(rows).toHaveLength(COPIES * 5 * 2);
      await database.close();
    });

    it('one that is killed while it writes has lost nothing that it had acknowledged', async () => {
      const at = await place();
      const { child, said, closed } = startWriter([at, '8']);
      await new Promise<void>((resolve, reject) => {
        child.stdout?.on('data', () => {
          if (said.stdout.split('\n').length > ACKNOWLEDGED) resolve();
        });
        child.once('exit', () => reject(new Error(`It ended by itself: ${said.stderr}`)));
      });
      child.kill('SIGKILL');
      await closed;

      const database = openDatabase(at);
      const store = new KyselyStore(database);
      const lines = said.stdout.split('\n').slice(0, -1);
      const made = lines.filter((line) => line.startsWith('made ')).map((line) => line.split(' '));
      expect(made.length).toBeGreaterThan(ACKNOWLEDGED / 3);
      const newest = new Map(
        lines
          .map((line) => line.split(' '))
          .filter(([what]) => what === 'revised')
          .map(([, id = '', revision]) => [id, Number(revision)]),
      );
      for (const [, id = '', secret = '', number] of made) {
        const read = await store.read(id);
        expect(read).toMatchObject({ code: `${number} `.repeat(500) });
        expect(read.title).toBe(number);
        expect(read.history).toHaveLength(read.latestRevision);
        expect(read.latestRevision).toBeGreaterThanOrEqual(newest.get(id) ?? 1);
        await store.requireSecret(id, secret);
      }
      // Nothing half is left of those that were not acknowledged either.
      const { queries } = database;
      const snippets = await queries
        .selectFrom('snippets')
        .select(['id', 'latest_revision'])
        .execute();
      const revisions = await queries.selectFrom('revisions').select('snippet_id').execute();
      const expected = snippets.reduce((sum, row) => sum + row.latest_revision, 0);
      expect(revisions).toHaveLength(expected);
      expect(snippets.length).toBeGreaterThanOrEqual(made.length);
      await store.close();
    });
  });
}
