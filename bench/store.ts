// Writes and reads per second of the store of snippets, on each database, in a process of its own. Prints JSON.
// node --import ./scripts/typescript-hooks.mjs bench/store.ts
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KyselyStore } from '../lib/snippets/kysely-store';
import { migrate } from '../lib/snippets/migrations';
import type { SnippetDraft } from '../lib/snippets/store';
import { openDatabase } from '../lib/snippets/testing/open-database';
import { startPostgres, whyNoPostgres } from '../lib/snippets/testing/postgres-server';

const SECONDS = 3;
const AT_ONCE = 8;
/** As the examples have them: about 1 KB of program and as much of output. */
const DRAFT: SnippetDraft = {
  content: {
    kind: 'program',
    language: 'python',
    code: 'print("hello")\n'.repeat(70),
    files: [],
    timeoutS: 10,
  },
  title: 'Seventy times hello',
  visibility: 'unlisted',
  receipt: {
    ranAtMs: 1_800_000_000_000,
    engine: 'local',
    languageVersion: '3.11.2',
    sandbox: 'own',
    events: [{ type: 'stdout', text: 'hello\n'.repeat(160) }],
    end: {
      success: true,
      exit: { reason: 'exited', code: 0 },
      executionTime: 0.01,
      usage: { cpuTimeS: 0.01, peakMemoryBytes: 12_000_000, outputBytes: 960 },
      truncated: false,
    },
    truncated: false,
  },
};

const folder = mkdtempSync(join(tmpdir(), 'runbay-bench-store-'));
const reason = whyNoPostgres();
const postgres = reason === undefined ? await startPostgres() : undefined;
try {
  console.log(
    JSON.stringify({
      sqlite: await measure(join(folder, 'snippets.sqlite')),
      postgres: postgres ? await measure(await postgres.newDatabase()) : { skipped: reason },
    }),
  );
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(place: string) {
  const database = openDatabase(place);
  await migrate(database);
  const store = new KyselyStore(database);
  const { id } = await store.create(DRAFT);
  const figures = {
    writesPerSecond: await rateOf(AT_ONCE, () => store.create(DRAFT)),
    writesPerSecondOneByOne: await rateOf(1, () => store.create(DRAFT)),
    readsPerSecond: await rateOf(AT_ONCE, () => store.read(id)),
  };
  await store.close();
  return figures;
}

async function rateOf(atOnce: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  const end = began + SECONDS * 1000;
  let count = 0;
  const one = async () => {
    while (performance.now() < end) {
      await work();
      count += 1;
      // SQLite answers at once: without this the timers of this process would never come.
      if (count % 100 === 0) await new Promise(setImmediate);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return Math.round(count / ((performance.now() - began) / 1000));
}
