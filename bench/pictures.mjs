// Pictures of shared programs: how many are painted and sent per second, and whether somebody else's output waits for them.
// @ts-check
import { median, percentile, round, table } from './figures.mjs';

const PICTURES = 60;
const PAINTERS = 4;
const KNOWN_SECONDS = 3;
/** A program that writes so often, for so long. */
const EVERY_MS = 20;
const WRITES = 250;

const PROGRAM = {
  language: 'python',
  timeoutS: 10,
  code: `# Which numbers have no divisors?\ndef is_prime(number):\n    return number > 1 and all(number % d for d in range(2, number))\n\n${'# and so on\n'.repeat(12)}for n in range(30):\n    print("number", n, is_prime(n))\n`,
};
const WRITER = `import time\nfor n in range(${WRITES}):\n    print(n, flush=True)\n    time.sleep(${EVERY_MS / 1000})\n`;

/** @param {string} url */
export async function measurePictures(url) {
  const ids = [];
  for (let n = 0; n < PICTURES; n++) {
    const receipt = n % 6 === 0 ? { receipt: 'run' } : {};
    ids.push((await post(url, { ...PROGRAM, ...receipt, title: `Primes ${n}` })).id);
  }
  const path = (/** @type {string} */ id) => `${url}/s/${id}.png`;
  await bytesOf(path(ids.pop()));

  const quiet = await gapsOf(url);
  const begin = performance.now();
  /** @type {number[]} */
  const paintedMs = [];
  const queue = [...ids];
  const paint = async () => {
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const from = performance.now();
      await bytesOf(path(id));
      paintedMs.push(performance.now() - from);
    }
    return performance.now() - begin;
  };
  const writing = gapsOf(url);
  const lasted = await Promise.all(Array.from({ length: PAINTERS }, paint));
  const busy = await writing;

  let known = 0;
  const until = performance.now() + KNOWN_SECONDS * 1000;
  while (performance.now() < until) {
    await bytesOf(path(ids[known % ids.length]));
    known += 1;
  }
  const figures = {
    clients: PAINTERS,
    paintedPerSecond: round((ids.length / Math.max(...lasted)) * 1000, 1),
    paintedMs: { median: round(median(paintedMs), 0), p99: round(percentile(paintedMs, 0.99), 0) },
    knownPerSecond: round(known / KNOWN_SECONDS, 0),
    outputGapMs: { quiet, whilePainting: busy },
  };
  const { paintedPerSecond, paintedMs: ms, knownPerSecond } = figures;
  process.stdout.write(
    `\n${table(
      ['Pictures', ''],
      [
        ['painted, 4 clients', `${paintedPerSecond} /s, p99 ${ms.p99} ms`],
        ['known, one client', `${knownPerSecond} /s`],
        [`gap between lines of a program that writes each ${EVERY_MS} ms`, gap(quiet)],
        ['the same while pictures are painted', gap(busy)],
      ],
    )}\n`,
  );
  return figures;
}

/** @param {{ median: number, p99: number, max: number }} gaps */
const gap = ({ median: middle, p99, max }) => `median ${middle}, p99 ${p99}, max ${max} ms`;

/** How long somebody waits for the next line of a program that writes all the time. @param {string} url */
async function gapsOf(url) {
  const response = await fetch(`${url}/api/run`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
    body: JSON.stringify({ language: 'python', code: WRITER, timeoutS: 30 }),
  });
  const decoder = new TextDecoder();
  /** @type {number[]} */
  const gaps = [];
  let last = 0;
  for await (const bytes of /** @type {AsyncIterable<Uint8Array>} */ (
    /** @type {unknown} */ (response.body)
  )) {
    if (!decoder.decode(bytes, { stream: true }).includes('event: stdout')) continue;
    const now = performance.now();
    if (last > 0) gaps.push(now - last);
    last = now;
  }
  return {
    median: round(median(gaps), 1),
    p99: round(percentile(gaps, 0.99), 1),
    max: round(Math.max(...gaps), 1),
  };
}

/** @param {string} url */
async function bytesOf(url) {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  return response.arrayBuffer();
}

/** @param {string} url @param {object} body */
async function post(url, body) {
  const response = await fetch(`${url}/api/snippets`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(await response.text());
  return response.json();
}
