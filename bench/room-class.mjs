// A class in a room, simulated: each student joins, keeps a stream open, reports, types and runs programs;
// a teacher's wall measures how late it hears of each report. Bounded in people and time, on this machine only.
// @ts-check
import { percentile, round } from './figures.mjs';
import { cpuSecondsOf, residentBytesOf } from './host-state.mjs';

const MARKDOWN =
  '# A class\n\n```python run\nprint(6 * 7)\n```\n\n```python run\nprint(1 / 0)\n```\n';
/** What a room holds. */
const FULL_ROOM = 100;

/**
 * @typedef {object} ClassOptions
 * @property {string} url of a server on this machine
 * @property {number} [pid] of that server; absent: its costs are not measured
 * @property {number} people
 * @property {number} seconds after all have joined
 * @property {number} reportEveryMs of each student
 * @property {number} [runEveryMs] of each student; absent: nothing is run
 */

/** @param {ClassOptions} options */
export async function simulateClass({ url, pid, people, seconds, reportEveryMs, runEveryMs }) {
  if (!/^http:\/\/(127\.0\.0\.1|\[::1\]|localhost):/.test(url))
    throw new Error('Only this machine.');
  const demo = await post(url, '/api/snippets', { markdown: MARKDOWN, title: 'A class' });
  const { code, secret } = await post(url, '/api/rooms', { demo: `d/${demo.id}` });
  const path = `/api/rooms/${code}`;
  const abort = new AbortController();
  /** What was told when, until the wall has heard of it. @type {Map<string, number>} */
  const told = new Map();
  /** @type {number[]} */
  const delays = [];
  /** @type {Set<string>} */
  const onWall = new Set();
  let largestEventBytes = 0;
  const dropped = { wall: 0, students: 0 };
  const hear = (/** @type {string} */ name, /** @type {string} */ data) => {
    const now = performance.now();
    largestEventBytes = Math.max(largestEventBytes, data.length);
    const { students = [], changed = students } = JSON.parse(data);
    if (name !== 'hello' && name !== 'students') return;
    for (const { id, items } of changed) {
      onWall.add(id);
      const tries = items[0]?.tries ?? 0;
      for (const [key, atMs] of told) {
        const [who, count] = key.split(' ');
        if (who !== id || Number(count) > tries) continue;
        delays.push(now - atMs);
        told.delete(key);
      }
    }
  };
  const listen = (
    /** @type {string} */ key,
    onEvent = (/** @type {string} */ _name, /** @type {string} */ _data) => {},
  ) => readStream(url + path, key, abort.signal, onEvent);

  const wall = listen(secret, hear).then(() => {
    dropped.wall += abort.signal.aborted ? 0 : 1;
  });
  const joinBegan = performance.now();
  /** @type {number[]} */
  const joinMs = [];
  const students = await Promise.all(
    Array.from({ length: people }, async (_, at) => {
      const began = performance.now();
      const { id, token } = await post(url, `${path}/people`, { nickname: `Student ${at + 1}` });
      joinMs.push(performance.now() - began);
      const stream = listen(token).then(() => {
        dropped.students += abort.signal.aborted ? 0 : 1;
      });
      return { id, token, stream, tries: 0 };
    }),
  );
  const refusal =
    people < FULL_ROOM
      ? undefined
      : await fetch(`${url}${path}/people`, json({ nickname: 'One too many' }));
  await until(() => onWall.size === people);
  const allOnWallMs = performance.now() - joinBegan;

  const cpuBefore = cpuSecondsOf(pid);
  const began = performance.now();
  const end = began + seconds * 1000;
  let reports = 0;
  let refused = 0;
  let runs = 0;
  /** @type {number[]} */
  const runMs = [];
  const working = students.map(async (student, at) => {
    // Not all at the same moment.
    await pause((reportEveryMs * at) / people);
    while (performance.now() < end) {
      student.tries += 1;
      const failed = (student.tries + at) % 3 === 0;
      const report = {
        items: [
          {
            item: 'b1',
            state: failed ? 'error' : 'ok',
            isRunning: false,
            tries: student.tries,
            ...(failed ? { error: { name: 'NameError', message: 'x', line: 4 } } : {}),
          },
        ],
        code: [{ item: 'b1', text: `print(${student.tries})\n`.repeat(20) }],
      };
      told.set(`${student.id} ${student.tries}`, performance.now());
      const answer = await fetch(`${url}${path}/report`, json(report, student.token));
      reports += 1;
      if (!answer.ok) {
        refused += 1;
        told.delete(`${student.id} ${student.tries}`);
      }
      await pause(reportEveryMs * (0.75 + Math.random() / 2));
    }
  });
  const running =
    runEveryMs === undefined
      ? []
      : students.map(async (_, at) => {
          const cookie = (await fetch(`${url}/api/session`)).headers
            .getSetCookie()[0]
            ?.split(';')[0];
          await pause((runEveryMs * at) / people);
          while (performance.now() < end) {
            const startedAt = performance.now();
            const body = {
              language: 'python',
              code: 'print(6 * 7)',
              sandbox: `page:class-of-${String(at).padStart(10, '0')}`,
            };
            const answer = await fetch(`${url}/api/run`, json(body, undefined, cookie));
            await answer.text();
            runs += 1;
            if (answer.ok) runMs.push(performance.now() - startedAt);
            else refused += 1;
            await pause(runEveryMs * (0.75 + Math.random() / 2));
          }
        });
  await Promise.all([...working, ...running]);
  await until(() => told.size === 0);
  const tookS = (performance.now() - began) / 1000;
  const cpuS = cpuSecondsOf(pid) - cpuBefore;
  const memoryBytes = residentBytesOf(pid);
  abort.abort();
  await Promise.all([wall, ...students.map(({ stream }) => stream)]);
  await fetch(url + path, { method: 'DELETE', headers: { Authorization: `Bearer ${secret}` } });
  return {
    people,
    seconds,
    joined: onWall.size,
    ...(refusal === undefined ? {} : { oneTooMany: refusal.status }),
    joinMsP95: round(percentile(joinMs, 0.95), 0),
    allOnWallMs: round(allOnWallMs, 0),
    reports,
    reportsPerSecond: round(reports / tookS, 1),
    refused,
    heard: delays.length,
    delayMs: {
      p50: round(percentile(delays, 0.5), 0),
      p95: round(percentile(delays, 0.95), 0),
      max: round(percentile(delays, 1), 0),
    },
    runs,
    ...(runMs.length === 0
      ? {}
      : {
          runMs: { p50: round(percentile(runMs, 0.5), 0), p95: round(percentile(runMs, 0.95), 0) },
        }),
    dropped,
    largestEventKiB: round(largestEventBytes / 1024, 1),
    serverMemoryMiB: round(memoryBytes / 2 ** 20, 0),
    serverCpuPercent: round((100 * cpuS) / tookS, 0),
  };
}

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {() => boolean} isSo */
async function until(isSo, patienceMs = 20_000) {
  const began = performance.now();
  while (!isSo() && performance.now() - began < patienceMs) await pause(20);
}

/** @param {object} body @param {string} [key] @param {string} [cookie] */
function json(body, key, cookie) {
  return {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
      ...(cookie === undefined ? {} : { Cookie: cookie }),
    },
  };
}

/** @param {string} url @param {string} path @param {object} body */
async function post(url, path, body) {
  const response = await fetch(url + path, json(body));
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** @param {string} room @param {string} key @param {AbortSignal} signal @param {(name: string, data: string) => void} onEvent */
async function readStream(room, key, signal, onEvent) {
  try {
    const response = await fetch(`${room}/stream`, {
      headers: { Authorization: `Bearer ${key}` },
      signal,
    });
    if (!response.ok || !response.body) return;
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body) {
      rest += decoder.decode(chunk, { stream: true });
      const messages = rest.split('\n\n');
      rest = messages.pop() ?? '';
      for (const message of messages) {
        const [, name = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(message) ?? [];
        onEvent(name, data);
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
