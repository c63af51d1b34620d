// Asks a production server of its own as broken and as hostile clients do, and looks whether it minds.
// npm run fuzz -- [--requests 10000] [--seed 1] [--clients 16] [--only 4711]
// @ts-check
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Random } from './fuzz/random.mjs';
import { malformedRequest } from './fuzz/request.mjs';
import { send } from './fuzz/send.mjs';
import { startServer } from './fuzz/server.mjs';
import { GATEWAY_KEY, makeTarget } from './fuzz/target.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

/** A run waits for a place, runs, and the machine may be busy. */
const ANSWER_LIMIT_MS = 60_000;
/** Of these the first ones fill caches; what grows after them does not stop growing. */
const WARM_SHARE = 0.3;
const GROWTH_MIB = 24;
const RSS_GROWTH_MIB = 128;
/** Kept by the engine, the store, and those who are slow to go. */
const SPARE_DESCRIPTORS = 24;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    clients: { type: 'string', default: '16' },
    only: { type: 'string' },
  },
});
const [requests, seed, clients] = [values.requests, values.seed, values.clients].map(Number);
if (!requests || !clients || seed === undefined || Number.isNaN(seed)) {
  console.error('--requests, --seed and --clients are whole numbers.');
  process.exit(2);
}

/** @type {string[]} */
const wrong = [];
/** @type {Map<number, number>} */
const statuses = new Map();
let slowest = 0;

const unlimited = {
  RUNBAY_RUNS_PER_MINUTE: '0',
  RUNBAY_SNIPPETS_PER_MINUTE: '0',
  RUNBAY_ROOMS_PER_ADDRESS: '0',
  RUNBAY_GATEWAY_RUNS_PER_MINUTE: '0',
};
const server = await startServer({
  ...unlimited,
  RUNBAY_GATEWAY_KEYS: GATEWAY_KEY,
  RUNBAY_LOG: 'warn',
});
const target = await makeTarget(server.host);
const [host = '', port] = server.host.split(':');
console.log(`${requests} malformed requests, ${clients} at a time, seed ${seed}`);

const warm = Math.floor(requests * WARM_SHARE);
const first = values.only === undefined ? 0 : Number(values.only);
const last = values.only === undefined ? requests : first + 1;
await askAll(first, Math.min(last, first + warm));
await settled();
const before = { ...(await server.memory()), descriptors: server.descriptors() };
await askAll(Math.min(last, first + warm), last);
await settled();
const after = { ...(await server.memory()), descriptors: server.descriptors() };

await checkService();
checkGrowth();
checkLog();
await server.stop();

const table = [...statuses]
  .sort(([a], [b]) => a - b)
  .map(([status, count]) => `${status || 'closed'}: ${count}`);
console.log(table.join(', '));
console.log(
  `slowest answer ${(slowest / 1000).toFixed(1)} s; heap ${mib(before.heapMiB)} -> ${mib(after.heapMiB)}, resident ${mib(before.rssMiB)} -> ${mib(after.rssMiB)}, descriptors ${before.descriptors} -> ${after.descriptors}`,
);
for (const line of wrong.slice(0, 40)) console.error(`WRONG ${line}`);
console.log(wrong.length === 0 ? 'Nothing is wrong.' : `${wrong.length} are wrong.`);
process.exitCode = wrong.length === 0 ? 0 : 1;

/** Each has a seed of its own, so that one can be asked again alone. @param {number} from @param {number} to */
async function askAll(from, to) {
  let next = from;
  const client = async () => {
    while (next < to && server.isAlive()) await askOne(next++);
  };
  await Promise.all(Array.from({ length: clients ?? 1 }, client));
}

/** @param {number} number */
async function askOne(number) {
  const request = malformedRequest(new Random((seed ?? 0) * 1_000_003 + number), target);
  const outcome = await send({ host, port: Number(port) }, request, ANSWER_LIMIT_MS);
  statuses.set(outcome.status, (statuses.get(outcome.status) ?? 0) + 1);
  slowest = Math.max(slowest, outcome.ms);
  const fault = faultOf(outcome);
  if (fault === undefined && values.only === undefined) return;
  const shown = JSON.stringify(request.bytes.toString('latin1').slice(0, 600));
  if (fault !== undefined)
    wrong.push(
      `${fault} --seed ${seed} --only ${number}\n  ${shown}\n  ${JSON.stringify(outcome.head.split('\r\n')[0])} ${JSON.stringify(outcome.body.slice(0, 300))}`,
    );
  else console.log(shown, outcome);
}

/** @param {import('./fuzz/send.mjs').Outcome} outcome */
function faultOf({ status, head, body, hung }) {
  if (hung) return 'no end';
  if (status === 0) return undefined;
  if (/(?:^|\r\n)(?:X-Taken|X-Powered-By):/i.test(head)) return 'a header of the request';
  if (!/\r\nX-Content-Type-Options: nosniff/i.test(head)) return 'no security headers';
  if (body.includes(process.cwd()) || /\n\s+at .*:\d+:\d+/.test(body))
    return 'a path of the server';
  // What is not offered, or has no room, or no place, is said in a form of its own.
  const isSaid = [501, 503, 507].includes(status) && /application\/problem\+json/i.test(head);
  return status >= 500 && !isSaid ? 'a failure' : undefined;
}

/** Until what the last requests have left behind is gone, or does not go. */
async function settled() {
  for (let look = 0, same = 0, last = 0; look < 40 && same < 4; look += 1) {
    const now = server.descriptors();
    same = now === last ? same + 1 : 0;
    last = now;
    await sleep(250);
  }
}

/** Somebody who does nothing odd is served as ever. */
async function checkService() {
  if (!server.isAlive())
    return void wrong.push(`the server ended: ${server.said.stderr.slice(-2000)}`);
  const response = await fetch(`${server.url}/api/run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 'print(6 * 7)', language: 'python' }),
  });
  const text = await response.text();
  if (!text.includes('"42\\n"'))
    wrong.push(`a run after all: ${response.status} ${text.slice(0, 300)}`);
  const page = await fetch(server.url);
  if (page.status !== 200) wrong.push(`the page after all: ${page.status}`);
  await page.body?.cancel();
}

function checkGrowth() {
  if (values.only !== undefined) return;
  if (after.heapMiB > before.heapMiB + GROWTH_MIB) wrong.push('the heap grows');
  if (after.rssMiB > before.rssMiB + RSS_GROWTH_MIB) wrong.push('memory grows');
  if (after.descriptors > before.descriptors + SPARE_DESCRIPTORS)
    wrong.push('descriptors stay open');
}

/** What nobody has caught goes to the error output; what was caught as a failure of ours has a level of its own. */
function checkLog() {
  const lines = server.said.stdout.split('\n').filter((line) => /"level":(?:50|60)/.test(line));
  for (const line of lines) wrong.push(`in the log: ${line.slice(0, 600)}`);
  const stray = server.said.stderr
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('memory '));
  if (stray.length > 0) wrong.push(`on the error output: ${stray.join('\n').slice(0, 3000)}`);
}

/** @param {number} number */
function mib(number) {
  return `${number.toFixed(0)} MiB`;
}
