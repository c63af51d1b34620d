/** What an operator sees of a server from outside: metrics, the log, whether it is ready, and `npm run status`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { ApiClient, problemOf, sleeper } from './api-client';
import { endServers, serve } from './own-server';

test.afterEach(endServers);

const TOKEN = 'token-of-the-monitoring-1';
const PROXY_ID = { 'X-Request-Id': '4bf92f3577b34da6a3ce929d0e0e4736' };

function portOf(url: string): string {
  return new URL(url).port;
}

async function askSocket(socketPath: string, path: string): Promise<string> {
  const asked = httpRequest({ socketPath, path }).end();
  const [answer] = await once(asked, 'response');
  return text(answer);
}

async function npmStatus(env: Record<string, string>, ...flags: string[]) {
  const child = spawn(process.execPath, ['scripts/status.mjs', ...flags], {
    env: { ...process.env, PORT: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { stdout, stderr, code };
}

interface Parsed {
  types: Map<string, string>;
  values: Map<string, number>;
}

/** Reads the text as the description of the format 0.0.4 has it, and throws where it is not so. */
function parseExposition(exposition: string): Parsed {
  expect(exposition.endsWith('\n')).toBe(true);
  const types = new Map<string, string>();
  const values = new Map<string, number>();
  let family = '';
  for (const line of exposition.slice(0, -1).split('\n')) {
    const head = /^# (HELP|TYPE) ([a-zA-Z_:][\w:]*) (.+)$/.exec(line);
    if (head) {
      const [, kind, name = '', rest = ''] = head;
      if (kind === 'HELP') expect(types.has(name), `${name} comes once`).toBe(false);
      else types.set(name, rest);
      family = name;
      continue;
    }
    const sample =
      /^([a-zA-Z_:][\w:]*)(\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)+\})? (\S+)$/.exec(line);
    if (!sample) throw new Error(`Not a line of the format: ${line}`);
    const [, name = '', labels = '', number = ''] = sample;
    const ends = types.get(family) === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    expect(ends.map((end) => family + end)).toContain(name);
    expect(values.has(name + labels), `${name}${labels} comes once`).toBe(false);
    const value = number === '+Inf' ? Number.POSITIVE_INFINITY : Number(number);
    expect(value).not.toBeNaN();
    values.set(name + labels, value);
  }
  for (const [name, type] of types) {
    if (type !== 'histogram') continue;
    for (const [key, count] of values) {
      if (!key.startsWith(`${name}_count`)) continue;
      const labels = key.slice(`${name}_count`.length);
      const bucket = labels === '' ? '{le="+Inf"}' : labels.replace('}', ',le="+Inf"}');
      expect(values.get(`${name}_bucket${bucket}`)).toBe(count);
    }
  }
  return { types, values };
}

test('the log has each request and run with its id, and nothing that a visitor wrote', async () => {
  const { url, said } = await serve({ RUNBAY_LOG: 'debug', RUNBAY_METRICS_TOKEN: TOKEN });
  const visitor = await ApiClient.withSession(url);
  // Whatever these become on the way, none of their letters may be in the log.
  const marks = ['kuddelmuddel', 'schnickschnack', 'tohuwabohu', 'remmidemmi', 'larifari'];
  const [inCode, inInput, inFile, inTitle, inQuery] = marks;
  const answer = await visitor.post('/api/run', {
    language: 'python',
    code: `print("${inCode}".upper())\nprint(input())\n1/0  # ${inCode}`,
    stdin: inInput,
    files: [{ path: `${inFile}.txt`, text: `${inFile}` }],
  });
  expect(answer.status).toBe(200);
  const requestId = answer.headers.get('x-request-id');
  const { runId } = await answer.json();
  const shared = await visitor.post('/api/snippets', {
    language: 'python',
    code: `print("${inCode}")`,
    title: inTitle,
  });
  const { id, secret } = await shared.json();
  await (await visitor.request(`/s/${id}?predict&x=${inQuery}`)).text();
  const wrong = await visitor.post('/api/run', { language: inCode, code: inInput });
  const problem = await problemOf(wrong);
  expect(problem.requestId).toBe(wrong.headers.get('x-request-id'));
  await visitor.request('/metrics', { headers: { Authorization: `Bearer ${inQuery}-${TOKEN}` } });

  const lines = () =>
    said.stdout
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line));
  const ofMsg = (msg: string) => lines().filter((line) => line.msg === msg);
  // An answer is logged once it is sent, which may be after it has come.
  await expect(() => {
    expect(ofMsg('request').some(({ route }) => route === '/metrics')).toBe(true);
    expect(ofMsg('request')).toContainEqual({
      level: 30,
      time: expect.any(Number),
      pid: expect.any(Number),
      requestId,
      method: 'POST',
      route: '/api/run',
      status: 200,
      ms: expect.any(Number),
      bytes: expect.any(Number),
      client: expect.stringMatching(/^[\w-]{10}$/),
      msg: 'request',
    });
    expect(ofMsg('run')).toContainEqual({
      level: 30,
      time: expect.any(Number),
      pid: expect.any(Number),
      requestId,
      runId,
      language: 'python',
      reason: 'exited',
      wallMs: expect.any(Number),
      waitMs: expect.any(Number),
      queueMs: expect.any(Number),
      firstOutputMs: expect.any(Number),
      outputBytes: expect.any(Number),
      msg: 'run',
    });
    expect(ofMsg('request')).toContainEqual(
      expect.objectContaining({ requestId: problem.requestId, route: '/api/run', status: 400 }),
    );
    expect(ofMsg('request')).toContainEqual(
      expect.objectContaining({ route: '/s/[id]', status: 200 }),
    );
  }).toPass();
  const all = said.stdout.toLowerCase();
  for (const word of [...marks, secret, id, visitor.cookie, TOKEN, '127.0.0.1"']) {
    expect(all).not.toContain(String(word).toLowerCase());
  }
});

test('without a proxy and a token ids are ours, and nobody reads metrics', async ({ baseURL }) => {
  for (const path of ['/', '/api/health', '/nothing', '/icon.svg', '/api/nothing', '/metrics']) {
    const answer = await fetch(baseURL + path, { headers: PROXY_ID });
    expect(answer.headers.get('x-request-id'), path).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
    if (path === '/metrics') expect(answer.status).toBe(404);
  }
});

test("a trusted proxy's id is taken, and metrics are for the token or whoever may open the socket", async () => {
  const { url, dataFolder, child, exit } = await serve({
    ...{ RUNBAY_METRICS_TOKEN: TOKEN, RUNBAY_TRUSTED_PROXIES: '1' },
  });
  const ask = (authorization?: string) =>
    fetch(`${url}/metrics`, {
      headers: { ...PROXY_ID, ...(authorization ? { Authorization: authorization } : {}) },
    });
  expect((await ask()).status).toBe(401);
  expect((await ask(`Bearer ${TOKEN}2`)).status).toBe(401);
  const answer = await ask(`Bearer ${TOKEN}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('x-request-id')).toBe(PROXY_ID['X-Request-Id']);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  parseExposition(await answer.text());
  const socket = join(dataFolder, `status-${portOf(url)}.sock`);
  expect(statSync(socket).mode & 0o777).toBe(0o600);
  parseExposition(await askSocket(socket, '/metrics'));

  const sockets = () => readdirSync(dataFolder).filter((name) => name.endsWith('.sock'));
  expect(sockets()).toHaveLength(1);
  child.kill('SIGTERM');
  await exit;
  expect(sockets()).toEqual([]);
});

test('metrics count runs, limits, answers and what there is; a crowd that asks for readiness costs few programs', async () => {
  const { url } = await serve({ RUNBAY_METRICS_TOKEN: TOKEN, RUNBAY_RUNS_PER_MINUTE: '3' });
  const scrape = async () => {
    const headers = { Authorization: `Bearer ${TOKEN}` };
    return parseExposition(await (await fetch(`${url}/metrics`, { headers })).text());
  };
  const before = await scrape();
  const visitor = await ApiClient.withSession(url);
  await visitor.run({ code: 'print("x" * 100)' });
  await visitor.run({ code: 'while True: pass', timeoutS: 0.5 });
  const running = await sleeper(visitor);
  expect((await visitor.post('/api/run', { language: 'python', code: '1' })).status).toBe(429);
  for (const name of ['one', 'two', 'three']) await fetch(`${url}/api/${name}?${name}`);
  const unknown = 'runbay_http_requests_total{route="/api/[[...path]]",status="4xx"}';
  // An answer is counted once it is sent, which may be after it has come.
  await expect.poll(async () => (await scrape()).values.get(unknown)).toBe(3);
  const { values, types } = await scrape();
  const grown = (key: string) => (values.get(key) ?? 0) - (before.values.get(key) ?? 0);
  expect(grown('runbay_runs_total{language="python",reason="exited"}')).toBe(1);
  expect(grown('runbay_runs_total{language="python",reason="timed_out"}')).toBe(1);
  expect(grown('runbay_limits_hit_total{limit="time"}')).toBe(1);
  expect(grown('runbay_limits_hit_total{limit="rate_runs"}')).toBe(1);
  expect(grown('runbay_run_seconds_count{language="python"}')).toBe(2);
  expect(grown('runbay_http_requests_total{route="/api/run",status="2xx"}')).toBe(2);
  expect(grown('runbay_http_requests_total{route="/api/run",status="4xx"}')).toBe(1);
  expect(values.get('runbay_runs_going')).toBe(1);
  expect(values.get('runbay_sessions_busy')).toBe(1);
  expect(values.get('runbay_store_up')).toBe(1);
  expect(values.get('runbay_store_snippets')).toBe(0);
  expect(values.get('process_open_fds')).toBeGreaterThan(10);
  expect(types.get('runbay_run_queue_seconds')).toBe('histogram');
  const info = [...values.keys()].find((key) => key.startsWith('runbay_build_info{'));
  expect(info).toMatch(/version="\d+\.\d+\.\d+".*engine="local",mode="(full|reduced)"/);
  running.leave();

  const ready = await Promise.all(
    Array.from({ length: 40 }, () => fetch(`${url}/api/ready`).then(({ status }) => status)),
  );
  expect(new Set(ready)).toEqual(new Set([200]));
  // One for each five seconds in which they came; a busy machine may take a few times that.
  const probes = (await scrape()).values.get('runbay_ready_probes_total{outcome="ready"}');
  expect(probes).toBeLessThan(10);
});

test('npm run status tells how the server does, what is wrong, and where there is none', async () => {
  const { url, child, exit, dataFolder } = await serve({ RUNBAY_QUEU: '5' });
  const DATA_DIR = dataFolder;
  await new ApiClient(url).run({ code: '6 * 7' });
  const shown = await npmStatus({ DATA_DIR });
  expect(shown.stderr).toBe('');
  expect(shown.code).toBe(0);
  expect(shown.stdout).toMatch(/^Runbay \d+\.\d+\.\d+ at 127\.0\.0\.1:\d+, up for/);
  expect(shown.stdout).toMatch(/^ {2}Engine +local, isolated/m);
  expect(shown.stdout).toMatch(/^ {2}Languages +Python 3\.\d+\.\d+, JavaScript \d+/m);
  expect(shown.stdout).toMatch(/^ {2}Runs +exited 1 \(python 1\)$/m);
  expect(shown.stdout).toContain('There is no setting RUNBAY_QUEU. Is RUNBAY_QUEUE meant?');

  const json = await npmStatus({ DATA_DIR, PORT: portOf(url) }, '--json');
  const status = JSON.parse(json.stdout);
  expect(status).toMatchObject({
    engine: 'local',
    moment: { runs: { waiting: 0 }, store: { snippets: 0, isFull: false } },
    recent: { reasons: { exited: 1 } },
  });

  rmSync(join(dataFolder, 'snippets.sqlite'));
  const broken = await npmStatus({ DATA_DIR });
  expect(broken.stdout).toContain('A PROBLEM, see below.');
  expect(broken.stdout).toContain('The database of shared programs does not answer');
  expect(broken.code).toBe(1);

  child.kill('SIGKILL');
  await exit;
  const killed = await npmStatus({ DATA_DIR });
  expect(killed.code).toBe(1);
  expect(killed.stderr).toContain('No server runs here any more');
  const nowhere = await npmStatus({ DATA_DIR: join(dataFolder, 'nowhere') });
  expect(nowhere.code).toBe(1);
  expect(nowhere.stderr).toContain('No server runs here: there is no status-PORT.sock in');
  const failed = await npmStatus({ DATA_DIR: join(dataFolder, 'nowhere') }, '--json');
  expect(JSON.parse(failed.stdout)).toEqual({ error: nowhere.stderr.trim() });
});
