/** What every answer of the server carries, and what it does not, whoever makes it. */
import { expect, test } from '@playwright/test';
import {
  type Answer,
  ask,
  makeThings,
  oddPaths,
  otherPaths,
  routePaths,
  type Things,
} from './every-route';
import { endServers, serve } from './own-server';

/** Whatever is secret among the settings. */
const SECRETS = {
  RUNBAY_SECRET: 'canary-secret-of-cookies',
  RUNBAY_GATEWAY_KEYS: 'canary-key-of-the-gateway',
  RUNBAY_METRICS_TOKEN: 'canary-token-of-metrics',
  AGENTBAY_API_KEY: 'canary-key-of-agentbay',
};

let url: string;
let things: Things;

test.beforeAll(async () => {
  const unlimited = { RUNBAY_RUNS_PER_MINUTE: '0', RUNBAY_SNIPPETS_PER_MINUTE: '0' };
  ({ url } = await serve({ ...unlimited, ...SECRETS, RUNBAY_ENGINE: 'local' }));
  things = await makeThings(url);
});
test.afterAll(endServers);

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'];
/** Those that change something look all alike there. */
const METHODS_OF_PAGES = ['GET', 'HEAD', 'OPTIONS', 'POST', 'TRACE'];
const EMBED = /^\/embed\/[^/]+$/;
const IN_OWN_FRAME = /^\/(?:frame|fetch)$/;
/** For other sites' pages. */
const SHARED =
  /^\/(?:_next\/static\/|embed\/|embed\.js$|card\.png$|s\/[^/]+\.png|s\/[^/]+\/png$|api\/oembed)/;
/** The same for everybody, so that anything on the way may keep it. */
const PUBLIC =
  /^\/(?:_next\/static\/|embed\/assets\/|embed\.js$|card\.png$|icon\.svg$|favicon\.ico$|robots\.txt$)/;

/** What is wrong with an answer. */
function wrongWith(path: string, method: string, answer: Answer): string[] {
  const { status, headers, rawHeaders, body } = answer;
  const wrong: string[] = [];
  const check = (is: boolean, what: string) => {
    if (!is) wrong.push(`${method} ${path}: ${status}: ${what}`);
  };
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  for (const name of ['content-security-policy', 'x-frame-options', 'x-content-type-options']) {
    check(names.filter((other) => other === name).length <= 1, `${name} comes twice`);
  }
  check(status < 500, 'a failure');
  check(headers['x-content-type-options'] === 'nosniff', 'no nosniff');
  check(headers['referrer-policy'] === 'no-referrer', 'it has a referrer');
  check(headers['cross-origin-opener-policy'] === 'same-origin', 'no opener policy');
  const resource = headers['cross-origin-resource-policy'];
  check(
    resource === 'same-origin' || (resource === 'cross-origin' && SHARED.test(path)),
    `${resource}`,
  );
  check(/camera=\(\)/.test(String(headers['permissions-policy'])), 'no permissions policy');
  for (const name of ['x-powered-by', 'server', 'x-nextjs-matched-path', 'x-middleware-rewrite']) {
    check(headers[name] === undefined, `it tells ${name}`);
  }
  const isSession = path.startsWith('/api/session') && ['GET', 'HEAD'].includes(method);
  check(isSession || headers['set-cookie'] === undefined, `cookie ${headers['set-cookie']}`);
  const origin = headers['access-control-allow-origin'];
  check(
    origin === undefined || /^\/(?:_next\/static\/|embed\.js|api\/oembed)/.test(path),
    `allows ${origin}`,
  );

  const cache = String(headers['cache-control']);
  const isPrivate = /no-store|no-cache|private/.test(cache);
  check(isPrivate || PUBLIC.test(path), `may be kept: ${cache}`);

  if (status === 304) return wrong;
  const policy = headers['content-security-policy']?.toString();
  if (policy === undefined) return [...wrong, `${method} ${path}: ${status}: no policy`];
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]));
  check(rules.get('default-src') === "default-src 'none'", 'a policy that begins open');
  const isEmbed = EMBED.test(path) && !rules.has('frame-ancestors');
  const isBare = rules.has('sandbox') && rules.size === 2;
  if (!isBare) check(rules.get('base-uri') === "base-uri 'none'", 'a free base');
  const isOwnFrame = IN_OWN_FRAME.test(path) && status === 200;
  const frame = headers['x-frame-options'];
  const wanted = isOwnFrame ? 'SAMEORIGIN' : isEmbed ? undefined : 'DENY';
  check(frame === wanted, `frames: ${frame}`);
  const ancestors = isOwnFrame ? "'self'" : "'none'";
  if (!isEmbed && !isBare)
    check(rules.get('frame-ancestors') === `frame-ancestors ${ancestors}`, 'frame ancestors');
  const scripts = rules.get('script-src') ?? '';
  check(!scripts.includes("'unsafe-eval'"), 'eval');
  // Everything in that frame is a program's, so it has neither an origin nor a network.
  const isFrame = path === '/frame' && rules.get('sandbox') === 'sandbox allow-scripts';
  check(isFrame || !scripts.includes("'unsafe-inline'"), 'inline scripts');
  check(
    !/https?:|\*/.test(
      policy.replace(/connect-src https: http:\/\/localhost:\* http:\/\/127\.0\.0\.1:\*/, ''),
    ),
    'another host',
  );
  if (headers['content-type']?.startsWith('text/html') && !isFrame && !path.startsWith('/fetch')) {
    const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1];
    for (const [tag] of body.matchAll(/<script(?=[\s>])[^>]*>/g)) {
      const isData = /type="application\/(?:ld\+)?json"/.test(tag);
      check(isData || tag.includes(`nonce="${nonce}"`), `a script without the nonce: ${tag}`);
    }
  }
  check(!(body + rawHeaders).includes('canary-'), 'a secret of the server');
  if (!path.startsWith('/_next/static/')) {
    check(!body.includes(process.cwd()), 'a path of the server');
    check(!/node_modules|^\s+at .*:\d+:\d+\)?$/m.test(body), 'where it failed');
  }
  return wrong;
}

test('every address, asked in every way, answers with all headers and without a failure', async () => {
  test.slow();
  const routes = routePaths(things);
  const others = [...oddPaths(), ...otherPaths(things)];
  expect(routes.length).toBeGreaterThan(60);
  expect(others.length).toBeGreaterThan(150);
  const asked = [
    ...routes.flatMap((path) =>
      (path.startsWith('/api') ? METHODS : METHODS_OF_PAGES).map((method) => ({ method, path })),
    ),
    ...others.map((path) => ({ method: 'GET', path })),
  ];
  const wrong: string[] = [];
  const rest = asked.values();
  const walker = async () => {
    for (const { method, path } of rest) {
      wrong.push(...wrongWith(path, method, await ask(url, path, { method })));
    }
  };
  await Promise.all([walker(), walker(), walker(), walker()]);
  expect(wrong).toEqual([]);
});

test('a page of another site can change nothing, whatever it sends', async () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: url.replace(/\d+$/, '1') },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: url },
  ];
  const json = {
    'content-type': 'application/json',
    authorization: `Bearer ${things.program.secret}`,
  };
  const passed: string[] = [];
  for (const path of routePaths(things).filter((path) => path.startsWith('/api/'))) {
    for (const [index, method] of ['POST', 'PUT', 'PATCH', 'DELETE'].entries()) {
      const headers = { ...json, ...foreign[index] };
      const { status } = await ask(url, path, { method, headers, body: '{}' });
      // What is not there, or has no such method, changes nothing either.
      if (![403, 404, 405].includes(status)) passed.push(`${method} ${path} ${status}`);
    }
  }
  expect(passed).toEqual([]);
  // Nor does it get, or use up, a session for its visitor.
  for (const headers of foreign) {
    const answer = await ask(url, '/api/session', { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
  const program = await ask(url, `/api/snippets/${things.program.id}`);
  expect(program.status).toBe(200);
});

test('a name that is not this server’s is answered nowhere, and said why', async () => {
  for (const path of ['/', '/api/run', `/s/${things.program.id}`, '/frame', '/_next/static/x.js']) {
    for (const host of [
      'evil.example',
      'evil.example:3000',
      '127.0.0.1.evil.example',
      '"><script>',
    ]) {
      const { status, body } = await ask(url, path, { headers: { host } });
      expect(status, `${path} ${host}`).toBe(421);
      expect(body).not.toContain('<script>');
    }
  }
  const headers = { host: 'nas.example.org:8080', accept: 'text/html' };
  const opened = await ask(url, '/', { headers });
  expect(opened.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(opened.body).toContain('PUBLIC_URL=http://nas.example.org:8080');
  for (const host of ['localhost', 'runbay.local:3000', '192.168.1.7', '[::1]:3000']) {
    expect((await ask(url, '/api/health', { headers: { host } })).status, host).toBe(200);
  }
});
