// Shared programs through HTTP: how many are read and written per second, against a bare Node.js server that
// sends the same page from memory.
// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { round, table } from './figures.mjs';
import { loadOf } from './load.mjs';
import { startServer } from './server.mjs';
import { weightOf } from './weight.mjs';

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

/** @typedef {import('./load.mjs').Load} Load */

/** @param {string} url */
export async function measureSnippets(url) {
  const shared = await post(url, { ...PROGRAM, receipt: 'run' });
  const path = `/s/${shared.id}`;
  const page = await fetch(url + path);
  const html = Buffer.from(await page.arrayBuffer());
  const raw = await fetch(`${url}${path}.txt`);
  const tagOf = (/** @type {Response} */ response) => ({
    'If-None-Match': response.headers.get('etag') ?? '',
  });
  const bare = await startBare(html);
  /** @type {Record<string, import('./load.mjs').Question & { at?: string }>} */
  const questions = {
    page: { path, status: 200 },
    pageCompressed: { path, status: 200, headers: { 'Accept-Encoding': 'gzip' } },
    // Pages of other queries than our own are not kept.
    pageMadeAnew: { path: `${path}?x=1`, status: 200 },
    pageKnown: { path, status: 304, headers: tagOf(page) },
    raw: { path: `${path}.txt`, status: 200 },
    rawKnown: { path: `${path}.txt`, status: 304, headers: tagOf(raw) },
    staticFile: { path: '/icon.svg', status: 200 },
    bare: { at: bare.url, path: '/', status: 200 },
    bareKnown: { at: bare.url, path: '/', status: 304, headers: { 'If-None-Match': '"one"' } },
  };
  /** @type {Record<string, Load>} */
  const reads = {};
  try {
    for (const [what, { at = url, ...question }] of Object.entries(questions)) {
      await loadOf(at, question, { ...READERS, seconds: 1 });
      reads[what] = await loadOf(at, question, READERS);
    }
  } finally {
    bare.stop();
  }
  const writes = { sqlite: await writesOf(url), postgres: await writesOnPostgres() };
  const weight = {
    page: await weightOf(url, path),
    embed: await weightOf(url, `/embed/${shared.id}`),
  };
  const figures = {
    clients: READERS.clients,
    pageBytes: html.length,
    reads,
    writers: WRITERS.clients,
    writes,
    weight,
  };
  process.stdout.write(`\n${tablesOf(figures)}\n`);
  return figures;
}

/** @param {{ reads: Record<string, Load>, writes: { sqlite: Load, postgres: Load | { skipped: string } }, weight: Record<string, { documentBytes: number, totalBytes: number }> }} figures */
function tablesOf({ reads, writes, weight }) {
  const rate = (/** @type {Load | undefined} */ load) =>
    `${load?.perSecond} /s, p99 ${load?.p99Ms} ms`;
  const row = (/** @type {string} */ what, /** @type {string} */ own, other = 'bare') => [
    what,
    rate(reads[own]),
    rate(reads[other]),
    `${round((reads[own]?.perSecond ?? 0) / (reads[other]?.perSecond ?? 1), 3)} x`,
  ];
  const { postgres } = writes;
  return [
    table(
      [`${READERS.clients} readers`, 'Runbay', 'bare Node.js with the same page', 'ratio'],
      [
        row('/s/{id}', 'page'),
        row('/s/{id}, compressed', 'pageCompressed'),
        row('/s/{id}, made for each reader', 'pageMadeAnew'),
        row('/s/{id}, which the reader has', 'pageKnown', 'bareKnown'),
        row('/s/{id}.txt', 'raw'),
        row('/s/{id}.txt, which the reader has', 'rawKnown', 'bareKnown'),
        row('an icon of the same server', 'staticFile'),
      ],
    ),
    table(
      [`${WRITERS.clients} writers`, 'SQLite', 'Postgres'],
      [
        [
          'POST /api/snippets',
          rate(writes.sqlite),
          'skipped' in postgres ? postgres.skipped : rate(postgres),
        ],
      ],
    ),
    table(
      ['compressed', 'document', 'with scripts, styles, fonts'],
      Object.entries(weight).map(([what, { documentBytes, totalBytes }]) => [
        what,
        `${round(documentBytes / 1000, 1)} kB`,
        `${round(totalBytes / 1000, 1)} kB`,
      ]),
    ),
  ].join('\n\n');
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
