/** For tests and measurements: the database of an address, a Postgres URL or a file of SQLite. */
import { openPostgres } from '../postgres';
import type { Database } from '../schema';
import { openSqlite } from '../sqlite';

export function openDatabase(place: string): Database {
  return place.startsWith('postgres:') ? openPostgres(place, () => {}) : openSqlite(place);
}
