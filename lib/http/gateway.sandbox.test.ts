/** Programs that speak AgentBay's wire, against the gateway and the engine that the settings choose. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { engine } from '@/lib/agentbay/engines';
import type { GatewayOptions } from '@/lib/agentbay/gateway/gateway';
import { type CodeResult, SdkLikeClient } from '@/lib/agentbay/gateway/testing/sdk-like-client';
import { tlsFront } from '@/lib/agentbay/gateway/testing/tls-front';
import { gatewayHost } from '@/lib/sessions/gateway';
import { services } from '@/lib/sessions/services';
import { type GatewayServer, gatewayServer } from './gateway-server';

vi.hoisted(() => {
  process.env.RUNBAY_LOG = 'silent';
});

const KEY = 'key-of-the-first-client';
const OTHER_KEY = 'key-of-another-client';

afterAll(() => engine().dispose());

let servers: GatewayServer[] = [];

afterEach(async () => {
  for (const server of servers) await server.close();
  servers = [];
});

async function serve(options: Partial<GatewayOptions> = {}): Promise<GatewayServer> {
  const server = await gatewayServer(gatewayHost, { keys: [KEY, OTHER_KEY], ...options });
  servers.push(server);
  return server;
}

async function client(options: Partial<GatewayOptions> = {}): Promise<SdkLikeClient> {
  return new SdkLikeClient({ endpoint: (await serve(options)).url, apiKey: KEY });
}

describe('the published example', () => {
  test('runs over the wire, and leaves no session behind', async () => {
    const agentBay = await client();
    const session = await agentBay.create();
    const python = await agentBay.runCode(
      session,
      '\nprint("Hello from Python!")\nresult = 2 + 3\nprint(f"Result: {result}")\n',
      'python',
    );
    const javascript = await agentBay.runCode(
      session,
      '\nconsole.log("Hello from JavaScript!");\nconst result = 2 + 3;\nconsole.log("Result:", result);\n',
      'javascript',
      30,
    );
    expect([python, javascript]).toMatchObject([
      { success: true, result: 'Hello from Python!\nResult: 5\n' },
      { success: true, result: 'Hello from JavaScript!\nResult: 5\n' },
    ]);
    await agentBay.delete(session);
    expect((await agentBay.send('ListSession', {})).body.TotalCount).toBe(0);
    expect(services().runs.size).toBe(0);
  });

  test('runs through a proxy with TLS', async () => {
    const front = await tlsFront((await serve()).url);
    const agentBay = new SdkLikeClient({
      endpoint: `https://${front.endpoint}`,
      apiKey: KEY,
      ca: front.cert,
    });
    const session = await agentBay.create();
    expect((await agentBay.runCode(session, '6 * 7', 'python')).result).toBe('42');
    await agentBay.delete(session);
    await front.close();
  });
});

describe('run_code', () => {
  let agentBay: SdkLikeClient;
  let server: GatewayServer;
  let session: string;

  beforeAll(async () => {
    server = await gatewayServer(gatewayHost, { keys: [KEY] });
    agentBay = new SdkLikeClient({ endpoint: server.url, apiKey: KEY });
    session = await agentBay.create();
  }, 30_000);
  afterAll(() => server.close());

  const python = (code: string, timeoutS = 10) =>
    agentBay.runCode(session, code, 'python', timeoutS);

  test.each([
    ['python', 'x = 20', 'x * 2 + 2'],
    ['javascript', 'let x = 20', 'x * 2 + 2'],
  ])('keeps the context of %s between calls', async (language, define, use) => {
    const first = await agentBay.runCode(session, define, language);
    const second = await agentBay.runCode(session, use, language);
    expect(second).toMatchObject({
      success: true,
      result: '42',
      results: [{ 'text/plain': '42', isMainResult: true }],
      executionCount: first.executionCount + 1,
    });
  });

  test('a new session is a new context', async () => {
    const other = await agentBay.create();
    await python('known = 1');
    expect((await agentBay.runCode(other, 'known', 'python')).errorMessage).toMatch(/NameError/);
    await agentBay.delete(other);
  });

  test('files are shared by the languages of a session', async () => {
    await python('import json\njson.dump({"n": 42}, open("/tmp/a.json", "w"))');
    const read = 'JSON.parse(require("fs").readFileSync("/tmp/a.json")).n';
    expect((await agentBay.runCode(session, read, 'js')).result).toBe('42');
  });

  test('results come in all their forms', async () => {
    const { results } = await python(
      'from IPython.display import display, HTML, Markdown, SVG, Latex, JSON\ndisplay(HTML("<b>x</b>"), Markdown("# h"), SVG("<svg/>"), Latex("$x$"))\nJSON({"a": [1]})',
    );
    expect(results).toEqual([
      { 'text/plain': '<HTML object>', 'text/html': '<b>x</b>' },
      { 'text/plain': '<Markdown object>', 'text/markdown': '# h' },
      { 'text/plain': '<SVG object>', 'image/svg+xml': '<svg/>' },
      { 'text/plain': '<Latex object>', 'text/latex': '$x$' },
      { 'text/plain': '<JSON object>', 'application/json': { a: [1] }, isMainResult: true },
    ]);
  });

  test.each([
    ['application/vnd.vegalite.v4+json', 'https://vega.github.io/schema/vega-lite/v4.json'],
    ['application/vnd.vegalite.v5+json', 'https://vega.github.io/schema/vega-lite/v5.json'],
    ['application/vnd.vega.v5+json', 'https://vega.github.io/schema/vega/v5.json'],
  ])('a chart keeps its type %s', async (type, schema) => {
    const { results } = await python(
      `class C:\n    def _repr_mimebundle_(self, include=None, exclude=None): return {"${type}": {"$schema": "${schema}"}}\nC()`,
    );
    expect(results[0]?.[type]).toEqual({ $schema: schema });
  });

  test('a plot is a PNG', async (context) => {
    context.skip(!(await python('import matplotlib', 30)).success, 'matplotlib is not installed');
    const { results } = await python(
      'import matplotlib.pyplot as plt\nplt.plot([1, 3, 2])\nplt.show()',
      30,
    );
    const png = Buffer.from(String(results[0]?.['image/png']), 'base64');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
  });

  test('both streams come line by line, in any script', async () => {
    const { logs } = await python(
      'import sys\nprint("a")\nprint("世界", end="")\nprint("e", file=sys.stderr)',
    );
    expect(logs).toEqual({ stdout: ['a\n', '世界'], stderr: ['e\n'] });
  });

  test('a program that fails says why, with its traceback, and what it printed before', async () => {
    const { success, errorMessage, logs } = await python('print("before")\n1 / 0');
    expect(success).toBe(false);
    const [reason, ...traceback] = errorMessage?.split('\n') ?? [];
    expect(reason).toBe('ZeroDivisionError: division by zero (line 2)');
    expect(traceback.join('\n')).toMatch(/^Traceback \(most recent call last\):.*line 2/s);
    expect(logs.stdout).toEqual(['before\n']);
  });

  test('a program past its time-out is stopped, and its context lives on', async () => {
    const other = await agentBay.create();
    const run = (code: string, timeoutS = 10) => agentBay.runCode(other, code, 'python', timeoutS);
    await run('kept = 7');
    const { success, errorMessage } = await run('print("on")\nwhile True: pass', 1);
    expect(success).toBe(false);
    expect(errorMessage).toMatch(/^Stopped after 1 s: /);
    expect((await run('kept')).result).toBe('7');
    await agentBay.delete(other);
  });

  test('there is no standard input', async () => {
    expect((await python('input()')).errorMessage).toMatch(/^EOFError/);
  });

  test('output past the limit is cut, and the answer says so', async () => {
    const { success, errorMessage, logs } = await python('while True: print("x" * 1000)');
    expect(success).toBe(false);
    expect(errorMessage).toMatch(/^Stopped: the program printed more than 1 MiB/);
    expect(logs.stdout.join('').length).toBeGreaterThan(100_000);
  });

  test('code of the full length arrives as it was', async () => {
    const code = `len("""${'ä"\n%+&='.repeat(20_000)}""")`;
    expect((await python(code)).result).toBe('140000');
  });

  test('calls of one session that come together run one after the other', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => python(`order = ${n}\norder`)));
    expect(answers.map(({ result }) => result)).toEqual(['1', '2', '3']);
  });

  test('a client that goes away ends its program', async () => {
    const gone = new AbortController();
    const args = { code: 'import time\nwhile True: time.sleep(0.01)', language: 'python' };
    const call = agentBay.callTool(session, 'run_code', args, { signal: gone.signal });
    await expect.poll(() => services().runs.size).toBe(1);
    gone.abort();
    await expect(call).rejects.toThrow(/abort/i);
    await expect.poll(() => services().runs.size, { timeout: 3000 }).toBe(0);
    expect((await python('"next"')).result).toBe("'next'");
  });

  test('a session that is deleted while its program runs takes it along', async () => {
    const other = await agentBay.create();
    const running = agentBay.runCode(other, 'while True: pass', 'python', 30);
    await expect.poll(() => services().runs.size).toBe(1);
    await agentBay.delete(other);
    expect((await running).success).toBe(false);
    expect(services().runs.size).toBe(0);
  });
});

describe('keys', () => {
  test('see nothing of each other', async () => {
    const { url } = await serve();
    const mine = new SdkLikeClient({ endpoint: url, apiKey: KEY });
    const other = new SdkLikeClient({ endpoint: url, apiKey: OTHER_KEY });
    const session = await mine.create();
    await mine.runCode(session, 'secret = 1', 'python');
    expect(await other.runCode(session, 'secret', 'python')).toMatchObject({
      success: false,
      errorMessage: `[InvalidMcpSession.NotFound] The session ${session} is not found.`,
    });
    expect((await other.send('ListSession', {})).body.TotalCount).toBe(0);
    await mine.delete(session);
  });

  test('have limits of their own', async () => {
    const { url } = await serve({ sessionsPerKey: 1, runsPerMinute: 3 });
    const mine = new SdkLikeClient({ endpoint: url, apiKey: KEY });
    const other = new SdkLikeClient({ endpoint: url, apiKey: OTHER_KEY });
    const session = await mine.create();
    await expect(mine.create()).rejects.toThrow(/^\[QuotaExceeded\.Session\]/);
    const run = (): Promise<CodeResult> => mine.runCode(session, '1', 'python');
    expect((await run()).success).toBe(true);
    const refused = await mine.callTool(session, 'run_code', { code: '1', language: 'python' });
    expect(refused).toMatchObject({ status: 429, body: { Code: 'Throttling.User' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await mine.delete(session);
    await other.delete(await other.create());
  });

  test('that are wrong open nothing, and come back in no answer', async () => {
    const { url } = await serve();
    const stranger = new SdkLikeClient({ endpoint: url, apiKey: 'key-of-nobody-at-all' });
    const { status, body } = await stranger.send('CreateMcpSession', { ImageId: 'code_latest' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ Success: false, Code: 'InvalidApiKey', HttpStatusCode: 401 });
    expect(JSON.stringify(body)).not.toContain('key-of-nobody');
  });
});

describe('an address that guesses', () => {
  test('is told to wait, and a right key of that address is not', async () => {
    const { url } = await serve();
    const guess = (apiKey: string) =>
      new SdkLikeClient({ endpoint: url, apiKey }).send('ListSession', {});
    const answers = await Promise.all(
      Array.from({ length: 80 }, (_, n) => guess(`guess-number-${n}-of-many`)),
    );
    const codes = answers.map(({ status, body }) => `${status} ${body.Code}`);
    expect(new Set(codes)).toEqual(new Set(['200 InvalidApiKey', '429 Throttling.User']));
    expect((await guess(KEY)).body.Success).toBe(true);
  });
});

describe('what is not of the wire', () => {
  const post = async (headers: Record<string, string>, body: string) => {
    const response = await fetch(`${(await serve()).url}/`, { method: 'POST', headers, body });
    return { status: response.status, body: await response.json() };
  };
  const form = `Authorization=Bearer+${KEY}`;
  const call = {
    'x-acs-action': 'ListSession',
    'content-type': 'application/x-www-form-urlencoded',
  };

  test('a page of another site is turned away', async () => {
    for (const from of [
      ['origin', 'https://evil.example'],
      ['sec-fetch-site', 'cross-site'],
    ] as const) {
      const { status, body } = await post({ ...call, [from[0]]: from[1] }, form);
      expect(status).toBe(403);
      expect(body).toMatchObject({ Success: false, Code: 'Forbidden', HttpStatusCode: 403 });
    }
  });

  test('a body that is no form, or too long, is told', async () => {
    const json = await post({ ...call, 'content-type': 'application/json' }, '{}');
    expect(json).toMatchObject({ status: 415, body: { Code: 'UnsupportedMediaType' } });
    const long = await post(call, `${form}&Args=${'x'.repeat(6 * 1024 * 1024)}`);
    expect(long).toMatchObject({ status: 413, body: { Code: 'RequestTooLarge' } });
  });

  test('no cookie is read or set', async () => {
    const { url } = await serve();
    const headers = { ...call, cookie: 'runbay_session=anything' };
    const response = await fetch(url, { method: 'POST', headers, body: form });
    expect((await response.json()).Success).toBe(true);
    expect(response.headers.getSetCookie()).toEqual([]);
  });
});
