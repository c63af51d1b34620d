/**
 * For tests and measurements: a process that shares programs, several at a time, and tells each one that
 * was acknowledged. Arguments: the database, how many at once, how many in all (0: until it is killed).
 */
import { writeSync } from 'node:fs';
import { KyselyStore } from '../kysely-store';
import { migrate } from '../migrations';
import { openDatabase } from './open-database';

const [place = '', atOnce = '1', total = '0'] = process.argv.slice(2);

const database = openDatabase(place);
await migrate(database);
const store = new KyselyStore(database);
const say = (line: string) => writeSync(1, `${line}\n`);
say('ready');

let begun = 0;
const write = async (): Promise<void> => {
  while (total === '0' || begun < Number(total)) {
    begun += 1;
    const number = begun;
    const code = `${number} `.repeat(500);
    const language = 'python' as const;
    const content = { kind: 'program' as const, language, code, files: [], timeoutS: number };
    const made = await store.create({ content, title: `${number}`, visibility: 'unlisted' });
    // At once and not through a stream: what has been said has been acknowledged, and nothing more.
    say(`made ${made.id} ${made.secret} ${number}`);
    const revision = await store.addRevision(made.id, made.secret, { ...content, stdin: 'x' });
    say(`revised ${made.id} ${revision}`);
  }
};
await Promise.all(Array.from({ length: Number(atOnce) }, write));
await store.close();
