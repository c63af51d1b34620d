// A Postgres server for the time of a measurement: prints the address of an empty database, or why there is none, and ends with its input.
import { startPostgres, whyNoPostgres } from '../lib/snippets/testing/postgres-server';

const reason = whyNoPostgres();
if (reason !== undefined) {
  console.log(`none: ${reason}`);
} else {
  const server = await startPostgres();
  console.log(await server.newDatabase());
  process.stdin.resume();
  process.stdin.once('end', () => void server.stop());
}
