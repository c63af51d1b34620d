// Copies the SQLite file of shared programs, as of one moment and without the rooms of classes, while the server may write:
// `npm run backup -- /where/to/snippets.sqlite`. A copy by `cp` may lack what stands in the log beside it.
// @ts-check
import { chmodSync, existsSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

const [, , target] = process.argv;
const source = join(process.env.DATA_DIR || 'data', 'snippets.sqlite');

if (process.env.DATABASE_URL) {
  stop('The snippets are in Postgres (DATABASE_URL): use pg_dump.');
}
if (target === undefined) stop('Where to? Type: npm run backup -- /where/to/snippets.sqlite');
if (!existsSync(source)) stop(`There is no ${resolve(source)}. DATA_DIR names another folder?`);
if (existsSync(target)) stop(`${resolve(target)} is there already, and is left as it is.`);

const from = new DatabaseSync(source, { readOnly: true });
const part = `${target}.part`;
await backup(from, part);
from.close();
const copy = new DatabaseSync(part);
// It stands alone: no log beside it.
copy.exec('PRAGMA journal_mode=DELETE');
// What is in a room is gone after a day, from copies too.
copy.exec('PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON');
if (copy.prepare("select 1 from sqlite_master where name = 'rooms'").get()) {
  copy.exec('DELETE FROM rooms; VACUUM');
}
const [{ integrity_check: found }] = /** @type {{ integrity_check: string }[]} */ (
  copy.prepare('PRAGMA integrity_check').all()
);
const { count } = /** @type {{ count: number }} */ (
  copy.prepare('select count(*) as count from snippets where gone is null').get()
);
copy.close();
if (found !== 'ok') stop(`The copy is damaged: ${found}`);
chmodSync(part, 0o600);
renameSync(part, target);
console.log(`${count} shared programs are in ${resolve(target)}`);

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
