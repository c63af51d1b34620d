// Shared programs through HTTP: how many are read and written per second, against a bare Node.js server that
// sends the same page from memory.
// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { brotliCompressSync } from 'node:zlib';
import { round, table } from './figures.mjs';
import { loadOf } from './load.mjs';
import { startServer } from './server.mjs';

const READERS = { clients: 50, seconds: 5 };
const WRITERS = { clients: 8, seconds: 5 };
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** As long as the longer examples, with as much output. */
const PROGRAM = {
  language: 'python',
  title: 'The first primes',
  timeoutS: 10,
  code: `# Which numbers have no divisors?\n${Array.from(
    { length: 20 },
    (_, n) =>
      `def is_prime_${n}(number):\n    return number > 1 and all(number % d for d in range(2, number))\n`,
  ).join('')}for n in range(30):\n    print("number", n, is_prime_0(n))\n`,
};

/** @param {string} url */
export async function measureSnippets(url) {
  const shared = await post(url, { ...PROGRAM, receipt: 'run' });
  const path = `/s/${shared.id}`;
  const page = await fetch(url + path);
  const html = Buffer.from(await page.arrayBuffer());
  const raw = await fetch(`${url}${path}.txt`);
  const bare = await startBare(html);
  /** @type {Record<string, import('./load.mjs').Load>} */
  const reads = {};
  const read = async (
    /** @type {string} */ what,
    /** @type {string} */ at,
    /** @type {import('./load.mjs').Question} */ question,
  ) => {
    await loadOf(at, question, { ...READERS, seconds: 1 });
    reads[what] = await loadOf(at, question, READERS);
  };
  const tagOf = (/** @type {Response} */ response) => ({
    'If-None-Match': response.headers.get('etag') ?? '',
  });
  try {
    await read('page', url, { path, status: 200 });
    await read('page304', url, { path, status: 304, headers: tagOf(page) });
    await read('raw', url, { path: `${path}.txt`, status: 200 });
    await read('raw304', url, { path: `${path}.txt`, status: 304, headers: tagOf(raw) });
    await read('missing', url, { path: '/icon.svg', status: 200 });
    await read('bare', bare.url, { path: '/', status: 200 });
    await read('bare304', bare.url, {
      path: '/',
      status: 304,
      headers: { 'If-None-Match': '"one"' },
    });
  } finally {
    bare.stop();
  }
  const writes = { sqlite: await writesOf(url), postgres: await writesOnPostgres() };
  const figures = {
    clients: READERS.clients,
    pageBytes: html.length,
    pageBytesBrotli: brotliCompressSync(html).length,
    reads,
    writes,
  };
  describe(figures);
  return figures;
}
/** @param {any} figures */
function describe({ reads, writes }) {
  const row = (/** @type {string} */ what, /** @type {any} */ own, /** @type {any} */ other) => [
    what,
    `${own.perSecond} /s, p99 ${own.p99Ms} ms`,
    `${other.perSecond} /s, p99 ${other.p99Ms} ms`,
    `${round(own.perSecond / other.perSecond, 3)} x`,
  ];
  process.stdout.write(
    `\n${table(
      ['50 clients', 'Runbay', 'bare Node.js', 'ratio'],
      [
        row('the page', reads.page, reads.bare),
        row('the page, known already', reads.page304, reads.bare304),
        row('raw', reads.raw, reads.bare),
        row('raw, known already', reads.raw304, reads.bare304),
        row('a static file of the same server', reads.missing, reads.bare),
      ],
    )}\n${JSON.stringify(writes)}\n`,
  );
}

/** @param {string} url @param {object} body */
async function post(url, body) {
  const response = await fetch(`${url}/api/snippets`, {
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return response.json();
}

/** @param {string} url */
function writesOf(url) {
  const body = JSON.stringify(PROGRAM);
  return loadOf(
    url,
    { path: '/api/snippets', method: 'POST', headers: JSON_TYPE, body, status: 201 },
    WRITERS,
  );
}

async function writesOnPostgres() {
  const child = spawn(
    process.execPath,
    ['--import', './scripts/typescript-hooks.mjs', 'bench/postgres.ts'],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const said = String((await once(child.stdout, 'data'))[0]).trim();
  if (said.startsWith('none')) return { skipped: said.slice('none: '.length) };
  const server = await startServer({ DATABASE_URL: said });
  try {
    return await writesOf(server.url);
  } finally {
    await server.stop();
    const ended = once(child, 'exit');
    child.stdin.end();
    await ended;
  }
}

/** @param {Buffer} body */
async function startBare(body) {
  const child = spawn(process.execPath, ['bench/static-server.mjs'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(body);
  const [line] = await once(child.stdout, 'data');
  return { url: String(line).trim(), stop: () => child.kill() };
}
