import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeCloud, failure, output, type Reply, success } from '../testing/fake-cloud';
import { AgentBayClient } from './client';
import { type HttpCall, httpTransport } from './transport';

let cloud: FakeCloud;
let client: AgentBayClient;

async function connect(options: { tls?: boolean; isTrusted?: boolean } = {}): Promise<void> {
  const address = await cloud.listen(options);
  const endpoint = options.tls ? `https://${address}` : address;
  client = clientOf(endpoint, httpTransport(options.isTrusted ? cloud.certificate : undefined));
}

function clientOf(endpoint: string, transport: ReturnType<typeof httpTransport>, timeoutMs = 2000) {
  const settings = { apiKey: cloud.key, endpoint, timeoutMs, regionId: undefined };
  return new AgentBayClient({ ...settings, caFile: undefined }, transport);
}

const call = { code: 'print(1)', language: 'python', timeoutS: 5 };

beforeEach(() => {
  cloud = new FakeCloud();
});
afterEach(() => cloud.close());

describe('what is sent', () => {
  test('every action, field by field, as it was observed', async () => {
    await connect();
    const session = await client.createSession({ runbay: 'x' });
    await client.runCode(session, { ...call, timeoutS: 4.2 });
    await client.getSession(session.id);
    await client.listSessions({ runbay: 'x' });
    await client.deleteSession(session.id);
    await client.isFinished(session.id);
    const form = { Authorization: `Bearer ${cloud.key}` };
    const { id } = session;
    const args = '{"code":"print(1)","language":"python","timeout_s":5}';
    const stats = '{"source":"runbay","sdk_language":"typescript"}';
    const labels = '{"runbay":"x"}';
    expect(cloud.received.map(({ action, fields }) => [action, fields])).toEqual([
      ['CreateMcpSession', { ...form, ImageId: 'code_latest', Labels: labels, SdkStats: stats }],
      [
        'CallMcpTool',
        {
          ...form,
          ...{ SessionId: id, Name: 'run_code', Args: args, AutoGenSession: 'false', Server: '' },
        },
      ],
      ['GetSession', { ...form, SessionId: id }],
      ['ListSession', { ...form, Labels: labels, MaxResults: '100' }],
      ['DeleteSessionAsync', { ...form, SessionId: id }],
      ['GetSessionDetail', form],
    ]);
    for (const { action, method, path, query, headers } of cloud.received) {
      expect({ method, path }).toEqual({ method: 'POST', path: '/' });
      expect(query).toEqual({
        ...{ Action: action, Format: 'json', Version: '2025-05-06' },
        Timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        SignatureNonce: expect.stringMatching(/^[0-9a-f]{32}$/),
        // Only there it stands in the address.
        ...(action === 'GetSessionDetail' ? { SessionId: id } : {}),
      });
      expect(headers).toMatchObject({
        ...{ 'x-acs-action': action, 'x-acs-version': '2025-05-06' },
        'content-type': 'application/x-www-form-urlencoded',
      });
      expect(JSON.stringify({ query, headers })).not.toContain(cloud.key);
    }
    const nonces = cloud.received.map(({ query }) => query.SignatureNonce);
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  test('a region, where one is wanted', async () => {
    const settings = { apiKey: cloud.key, endpoint: 'https://fake', timeoutMs: 1000 };
    const far = { ...settings, regionId: 'ap-southeast-1', caFile: undefined };
    await new AgentBayClient(far, cloud.transport).createSession({});
    expect(cloud.received[0]?.fields.LoginRegionId).toBe('ap-southeast-1');
  });
});

describe('TLS', () => {
  test('a server with a certificate of its own is trusted where it is named', async () => {
    await connect({ tls: true, isTrusted: true });
    expect((await client.createSession({})).id).toMatch(/^s-/);
  });

  test('and nowhere else: the key is not sent to it', async () => {
    await connect({ tls: true });
    await expect(client.createSession({})).rejects.toMatchObject({
      kind: 'unreachable',
      code: 'engine_unavailable',
      message: expect.stringMatching(/^AgentBay cannot be reached: \w*SELF_SIGNED\w*\.$/),
    });
    expect(cloud.received).toEqual([]);
  });
});

describe('an answer', () => {
  const asked = async () => client.runCode(await client.createSession({}), call);

  beforeEach(() => connect());

  test('has the text of its program, and the request id', async () => {
    cloud.program = () => output({ stdout: ['1\n'] });
    const answer = await asked();
    expect(answer).toMatchObject({ isError: false, requestId: expect.any(String) });
    expect(JSON.parse(answer.text)).toMatchObject({ stdout: ['1\n'] });
  });

  test.each<[string, unknown]>([
    ['as an object', { content: [{ type: 'text', text: 'out' }], isError: true }],
    ['as JSON', JSON.stringify({ content: [{ type: 'text', text: 'out' }], isError: true })],
    [
      'with other parts',
      { content: [{ type: 'image' }, { type: 'text', text: 'out' }], isError: true },
    ],
  ])('may have its data %s', async (_, data) => {
    cloud.fail('CallMcpTool', success(data));
    expect(await asked()).toMatchObject({ text: 'out', isError: true });
  });

  const html = '<html>Bad gateway</html>';
  test.each<[string, Reply, string, string, RegExp]>([
    [
      'HTTP 500',
      { status: 500, body: html },
      'server',
      'engine_failed',
      /HTTP 500 and no JSON \(it sent no request id\)/,
    ],
    [
      'broken JSON',
      { body: '{"RequestId": "x", ' },
      'broken',
      'engine_failed',
      /HTTP 200 and no JSON/,
    ],
    [
      'no data',
      { body: '{"RequestId": "req-7", "Success": true}' },
      'broken',
      'engine_failed',
      /without content \(request id req-7\)/,
    ],
    [
      'an answer cut off',
      'cut',
      'lost',
      'engine_failed',
      /closed the connection before its answer to CallMcpTool/,
    ],
    [
      'a session that is gone',
      failure(400, 'InvalidMcpSession.NotFound', 'gone'),
      'session_gone',
      'engine_failed',
      /\[InvalidMcpSession.NotFound\] gone \(request id req-1\)/,
    ],
    [
      'Success: false',
      failure(200, 'Tool.Broken', 'It broke.'),
      'refused',
      'engine_failed',
      /refused CallMcpTool: \[Tool.Broken\] It broke \(request id req-1\)\.$/,
    ],
    [
      'HTTP 403',
      failure(403, 'Forbidden', 'not yours'),
      'unauthorized',
      'engine_unavailable',
      /\[Forbidden\] not yours/,
    ],
    [
      'HTTP 502 with JSON',
      failure(502, 'Internal', 'oh'),
      'server',
      'engine_failed',
      /\[Internal\] oh/,
    ],
  ])(
    'that is %s is a clear error, and the program is not run twice',
    async (_, reply, kind, code, message) => {
      cloud.fail('CallMcpTool', reply);
      await expect(asked()).rejects.toMatchObject({
        kind,
        code,
        message: expect.stringMatching(message),
      });
      expect(cloud.count('CallMcpTool')).toBe(1);
    },
  );

  test('that does not come is a clear error after the time that was given', async () => {
    const quick = clientOf('https://fake', cloud.transport, 50);
    cloud.fail('GetSession', 'hang');
    cloud.fail('GetSession', 'hang');
    cloud.fail('GetSession', 'hang');
    await expect(quick.getSession('x')).rejects.toMatchObject({
      kind: 'timed_out',
      message: 'AgentBay did not answer GetSession within 0.05 s (it sent no request id).',
    });
    expect(cloud.count('GetSession')).toBe(3);
  });

  test('never carries the key on, whatever the cloud says', async () => {
    const settings = { apiKey: 'akm-not-the-right-one', timeoutMs: 1000, regionId: undefined };
    const wrong = new AgentBayClient(
      { ...settings, endpoint: 'https://fake', caFile: undefined },
      cloud.transport,
    );
    const refused = wrong.createSession({});
    await expect(refused).rejects.toMatchObject({ kind: 'unauthorized' });
    await expect(refused).rejects.toThrow('The API key Bearer *** is invalid');
  });
});

describe('repeats', () => {
  beforeEach(() => connect());

  test('what may be done twice is tried three times', async () => {
    const { id } = await client.createSession({});
    cloud.fail('GetSession', 'cut');
    cloud.fail('GetSession', { status: 503, body: 'busy' });
    await client.getSession(id);
    expect(cloud.count('GetSession')).toBe(3);
  });

  test('a refusal for want of room is no doing: a program is sent again', async () => {
    const session = await client.createSession({});
    cloud.fail('CallMcpTool', failure(429, 'Throttling.User', 'slow down'));
    await client.runCode(session, call);
    expect(session && cloud.sessions.get(session.id)?.ran).toHaveLength(1);
  });

  test('a creation that nobody confirmed is not repeated', async () => {
    cloud.fail('CreateMcpSession', 'cut', true);
    await expect(client.createSession({ runbay: 'x' })).rejects.toMatchObject({ kind: 'lost' });
    expect(cloud.created).toBe(1);
    expect(await client.listSessions({ runbay: 'x' })).toEqual([...cloud.sessions.keys()]);
  });

  test('a service that does not answer is asked less', async () => {
    const sent: HttpCall[] = [];
    const dead = clientOf('https://fake', async (request) => {
      sent.push(request);
      return { status: 500, headers: {}, body: 'x' };
    });
    for (let n = 0; n < 5; n += 1) {
      await expect(dead.runCode({ id: 'x' }, call)).rejects.toMatchObject({ kind: 'server' });
    }
    await expect(dead.runCode({ id: 'x' }, call)).rejects.toMatchObject({
      kind: 'paused',
      code: 'engine_unavailable',
      retryAfterS: 5,
    });
    expect(sent).toHaveLength(5);
    expect(dead.isAnswering).toBe(false);
  });

  test('each action is counted, with its failures and its time', async () => {
    const { id } = await client.createSession({});
    cloud.fail('GetSession', { status: 500, body: '' });
    await client.getSession(id);
    expect(client.metrics.counts()).toEqual([
      expect.objectContaining({ action: 'CreateMcpSession', calls: 1, failures: {} }),
      expect.objectContaining({ action: 'GetSession', calls: 2, failures: { server: 1 } }),
    ]);
  });
});

describe('sessions', () => {
  beforeEach(() => connect());

  test('are listed over all pages, without those that have ended', async () => {
    const made: { id: string }[] = [];
    for (let n = 0; n < 5; n += 1) made.push(await client.createSession({ runbay: 'x' }));
    await client.createSession({ runbay: 'other' });
    await client.deleteSession(made[1]?.id ?? '');
    const found = await client.listSessions({ runbay: 'x' });
    expect(found).toEqual([0, 2, 3, 4].map((n) => made[n]?.id));
    expect(cloud.count('ListSession')).toBe(3);
  });

  test('deleting one that is gone is no failure, asking for it is', async () => {
    await client.deleteSession('gone');
    await expect(client.getSession('gone')).rejects.toMatchObject({ kind: 'session_gone' });
    expect(await client.isFinished('gone')).toBe(true);
    const { id } = await client.createSession({});
    expect(await client.isFinished(id)).toBe(false);
    await client.deleteSession(id);
    expect(await client.isFinished(id)).toBe(true);
  });

  test('a creation that fails says why', async () => {
    cloud.fail('CreateMcpSession', success({ Success: false, ErrMsg: 'no image.' }));
    await expect(client.createSession({})).rejects.toThrow(
      /^AgentBay made no session: no image \(request id /,
    );
  });
});

describe('a tool’s own address', () => {
  test('is called where it is the endpoint’s, with its token, and answers in its own form', async () => {
    await connect();
    const address = await cloud.listen();
    client = clientOf(address, httpTransport());
    cloud.link = `${address}/link`;
    cloud.program = () => output({ stdout: ['by link\n'] });
    const session = await client.createSession({});
    const answer = await client.runCode(session, call);
    expect(JSON.parse(answer.text)).toMatchObject({ stdout: ['by link\n'] });
    const sent = cloud.received.at(-1);
    const token = `token-of-${session.id}`;
    expect(sent).toMatchObject({ action: 'callTool', method: 'POST', path: '/link/callTool' });
    expect(sent?.headers['x-access-token']).toBe(token);
    expect(sent?.fields).toEqual({
      args: { code: 'print(1)', language: 'python', timeout_s: 5 },
      ...{ server: 'mcp-server', tool: 'run_code', token, requestId: answer.requestId },
    });
    expect(JSON.stringify(sent)).not.toContain(cloud.key);
  });

  test('one that takes nothing is left for the API', async () => {
    cloud.link = 'https://fake/link';
    client = clientOf('https://fake', cloud.transport);
    const session = await client.createSession({});
    cloud.fail('callTool', { status: 404, body: '' });
    await client.runCode(session, call);
    await client.runCode(session, call);
    expect([cloud.count('callTool'), cloud.count('CallMcpTool')]).toEqual([1, 2]);
  });

  test('one that broke off may have run the program: it is not run again', async () => {
    cloud.link = 'https://fake/link';
    client = clientOf('https://fake', cloud.transport);
    const session = await client.createSession({});
    cloud.fail('callTool', 'cut', true);
    await expect(client.runCode(session, call)).rejects.toMatchObject({ kind: 'lost' });
    expect(cloud.sessions.get(session.id)?.ran).toHaveLength(1);
  });
});
