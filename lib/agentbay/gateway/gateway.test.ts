import { expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { gatewayDouble, KEY, OTHER_KEY } from './testing/host-double';

const OK = {
  RequestId: 'request-1',
  Success: true,
  Code: 'ok',
  Message: '',
  HttpStatusCode: 200,
};

const NOT_FOUND = (id: string) => ({
  status: 400,
  body: {
    RequestId: 'request-1',
    Success: false,
    Code: 'InvalidMcpSession.NotFound',
    Message: `The session ${id} is not found.`,
    HttpStatusCode: 400,
  },
});

test('CreateMcpSession answers with a session', async () => {
  const { call } = gatewayDouble();
  const stats = '{"source":"sdk","sdk_language":"typescript","sdk_version":"0.15.1"}';
  const answer = await call('CreateMcpSession', { ImageId: 'code_latest', SdkStats: stats });
  expect(answer).toEqual({
    status: 200,
    body: {
      ...OK,
      Data: {
        Success: true,
        SessionId: expect.stringMatching(/^session-[0-9a-f]{32}$/),
        ResourceUrl: '',
      },
    },
  });
});

test('CallMcpTool answers with the text of run_code', async () => {
  const { call, create, host } = gatewayDouble();
  const SessionId = await create();
  host.script = {
    events: [
      { type: 'stdout', text: 'a\nb' },
      { type: 'stderr', text: 'careful\n' },
      { type: 'result', item: { text: '42', isMainResult: true } },
    ],
    done: { executionTime: 0.5, executionCount: 3 },
  };
  const Args = JSON.stringify({ code: 'x', language: 'python', timeout_s: 60 });
  const { status, body } = await call('CallMcpTool', {
    ...{ SessionId, Name: 'run_code', Args, AutoGenSession: 'false', Server: '' },
  });
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      ...OK,
      Data: { content: [{ type: 'text', text: expect.any(String) }], isError: false },
    },
  });
  const { content } = body.Data as { content: [{ text: string }] };
  expect(JSON.parse(content[0].text)).toEqual({
    stdout: ['a\n', 'b'],
    stderr: ['careful\n'],
    result: ['{"text/plain":"42","isMainResult":true}'],
    executionError: '',
    executionTime: 0.5,
    executionCount: 3,
  });
});

test('GetSession answers with the session', async () => {
  const { call, create } = gatewayDouble();
  const SessionId = await create();
  expect(await call('GetSession', { SessionId })).toEqual({
    status: 200,
    body: { ...OK, Data: { SessionId, Success: true, Status: 'RUNNING', ResourceUrl: '' } },
  });
});

test('GetSessionDetail has its SessionId in the query, and says FINISH once it is gone', async () => {
  const { call, create, host } = gatewayDouble();
  const SessionId = await create();
  const detail = async () => {
    const { status, body } = await call('GetSessionDetail', {}, { query: { SessionId } });
    expect({ status, body }).toEqual({ status: 200, body: { ...OK, Data: expect.anything() } });
    return body.Data;
  };
  expect(await detail()).toEqual({ Status: 'RUNNING' });
  const disposal = Promise.withResolvers<void>();
  host.disposal = disposal.promise;
  await call('DeleteSessionAsync', { SessionId });
  expect(await detail()).toEqual({ Status: 'DELETING' });
  disposal.resolve();
  await expect.poll(detail).toEqual({ Status: 'FINISH' });
});

test('DeleteSessionAsync answers at once, and the session is not found from then on', async () => {
  const { call, create, runCode, host } = gatewayDouble();
  const SessionId = await create();
  host.disposal = new Promise(() => {});
  expect(await call('DeleteSessionAsync', { SessionId })).toEqual({ status: 200, body: OK });
  expect(host.sessions[0]?.alive).toBe(false);
  expect(await call('GetSession', { SessionId })).toEqual(NOT_FOUND(SessionId));
  expect(await call('DeleteSessionAsync', { SessionId })).toEqual(NOT_FOUND(SessionId));
  expect(await runCode(SessionId, {})).toMatchObject({
    status: 400,
    body: { Code: 'InvalidMcpSession.NotFound' },
  });
  expect((await call('ListSession')).body.Data).toEqual([]);
});

test('ReleaseMcpSession, as earlier SDKs call it, is the same', async () => {
  const { call, create } = gatewayDouble();
  const SessionId = await create();
  expect(await call('ReleaseMcpSession', { SessionId })).toEqual({ status: 200, body: OK });
  expect(await call('GetSession', { SessionId })).toEqual(NOT_FOUND(SessionId));
});

test('ListSession gives the sessions that have all the labels, in pages', async () => {
  const { call, create } = gatewayDouble();
  const a = JSON.stringify({ project: 'a', tier: '1' });
  const first = await create({ Labels: a });
  await create({ Labels: JSON.stringify({ project: 'b', tier: '1' }) });
  const second = await create({ Labels: a });
  const third = await create({ Labels: a });
  const Labels = JSON.stringify({ project: 'a' });
  const page = await call('ListSession', { Labels, MaxResults: '2' });
  expect(page).toEqual({
    status: 200,
    body: {
      ...OK,
      Data: [
        { SessionId: first, SessionStatus: 'RUNNING' },
        { SessionId: second, SessionStatus: 'RUNNING' },
      ],
      MaxResults: 2,
      NextToken: expect.stringMatching(/^[\w-]+$/),
      TotalCount: 3,
    },
  });
  // One that ends meanwhile shifts nothing.
  await call('DeleteSessionAsync', { SessionId: first });
  const { NextToken = '' } = page.body;
  expect((await call('ListSession', { Labels, MaxResults: '2', NextToken })).body).toEqual({
    ...OK,
    Data: [{ SessionId: third, SessionStatus: 'RUNNING' }],
    MaxResults: 2,
    NextToken: '',
    TotalCount: 2,
  });
});

test('ListSession without anything gives all, ten to a page; Status chooses', async () => {
  const { call, create } = gatewayDouble({ sessionsPerKey: 20 });
  for (let n = 0; n < 11; n += 1) await create();
  const { body } = await call('ListSession');
  expect(body).toMatchObject({
    MaxResults: 10,
    TotalCount: 11,
    NextToken: expect.stringMatching(/./),
  });
  expect(body.Data).toHaveLength(10);
  expect((await call('ListSession', { Status: 'RUNNING' })).body.TotalCount).toBe(11);
  expect((await call('ListSession', { Status: 'PAUSED' })).body).toMatchObject({
    ...{ Data: [], TotalCount: 0, NextToken: '' },
  });
});

test.each([
  ['MaxResults', '0', 'MaxResults: expected a whole number from 1 to 100, got "0".'],
  ['MaxResults', '1e1', 'MaxResults: expected a whole number from 1 to 100, got "1e1".'],
  ['NextToken', 'nonsense', 'NextToken: expected the token of an earlier answer, got "nonsense".'],
  ['Labels', '{"a":1}', 'Labels: expected texts as values, got 1.'],
  ['Labels', '["a"]', 'Labels: expected a JSON object, got ["a"].'],
  ['Labels', '{a', /^Labels: not valid JSON: /],
  ['Status', 'ASLEEP', /^Status: expected one of RUNNING, .* got "ASLEEP"\.$/],
])('a wrong %s (%s) is told by its name', async (field, value, Message) => {
  const { call } = gatewayDouble();
  expect(await call('ListSession', { [field]: value })).toEqual({
    status: 200,
    body: {
      RequestId: 'request-1',
      Success: false,
      Code: `InvalidParameter.${field}`,
      Message: typeof Message === 'string' ? Message : expect.stringMatching(Message),
      HttpStatusCode: 400,
    },
  });
});

test('an action that is unknown is not found, whoever asks', async () => {
  const { call } = gatewayDouble();
  for (const action of ['ListMcpTools', 'constructor', '', null]) {
    expect(await call(action, {}, { key: 'wrong' })).toEqual({
      status: 404,
      body: {
        RequestId: 'request-1',
        Success: false,
        Code: 'InvalidAction.NotFound',
        Message: 'Specified api is not found, please check your url and method.',
        HttpStatusCode: 404,
      },
    });
  }
});

test('without the header the parameter Action counts', async () => {
  const { call } = gatewayDouble();
  expect((await call(null, {}, { query: { Action: 'ListSession' } })).body.Success).toBe(true);
  expect((await call(null, { Action: 'ListSession' })).body.Success).toBe(true);
});

test.each([
  ['wrong', 'Bearer wrong-key-of-some-length'],
  ['a part of a right one', `Bearer ${KEY.slice(0, -1)}`],
  ['without its scheme', KEY],
  ['empty', 'Bearer '],
])('a key that is %s is refused, and not repeated', async (_, Authorization) => {
  const { gateway } = gatewayDouble();
  const { status, body } = await gateway.answer({
    requestId: 'request-1',
    action: 'ListSession',
    query: new URLSearchParams(),
    form: new URLSearchParams({ Authorization }),
    signal: new AbortController().signal,
    cameAtMs: performance.now(),
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ Success: false, Code: 'InvalidApiKey', HttpStatusCode: 401 });
  expect(JSON.stringify(body)).not.toContain(Authorization.replace('Bearer ', '') || 'Bearer ');
});

test('a key in the address does not count: addresses are written to logs', async () => {
  const { gateway } = gatewayDouble();
  const { body } = await gateway.answer({
    requestId: 'request-1',
    action: 'ListSession',
    query: new URLSearchParams({ Authorization: `Bearer ${KEY}` }),
    form: new URLSearchParams(),
    signal: new AbortController().signal,
    cameAtMs: performance.now(),
  });
  expect(body.Code).toBe('InvalidApiKey');
});

test("another key's session does not exist", async () => {
  const { call, create, runCode } = gatewayDouble();
  const SessionId = await create();
  const options = { key: OTHER_KEY };
  expect(await call('GetSession', { SessionId }, options)).toEqual(NOT_FOUND(SessionId));
  expect(await call('DeleteSessionAsync', { SessionId }, options)).toEqual(NOT_FOUND(SessionId));
  expect(await call('GetSessionDetail', {}, { ...options, query: { SessionId } })).toEqual(
    NOT_FOUND(SessionId),
  );
  const ran = await runCode(SessionId, { code: '1', language: 'python' }, options);
  expect(ran.body.Code).toBe('InvalidMcpSession.NotFound');
  expect((await call('ListSession', {}, options)).body.TotalCount).toBe(0);
  expect((await call('GetSession', { SessionId })).body.Success).toBe(true);
});

test('an ended session is FINISH for its owner alone', async () => {
  const { call, create } = gatewayDouble();
  const SessionId = await create();
  await call('DeleteSessionAsync', { SessionId });
  const detail = (key: string) => call('GetSessionDetail', {}, { key, query: { SessionId } });
  await expect.poll(async () => (await detail(KEY)).body.Data).toEqual({ Status: 'FINISH' });
  expect(await detail(OTHER_KEY)).toEqual(NOT_FOUND(SessionId));
});

test('an image that is not here is refused by its name; none given is the one there is', async () => {
  const { call } = gatewayDouble();
  expect(await call('CreateMcpSession', { ImageId: 'linux_latest' })).toEqual({
    status: 200,
    body: {
      RequestId: 'request-1',
      Success: false,
      Code: 'InvalidImage.NotFound',
      Message: 'ImageId: there is no image "linux_latest" here, only code_latest.',
      HttpStatusCode: 404,
    },
  });
  expect((await call('CreateMcpSession')).body.Success).toBe(true);
});

test('a tool that is not here is refused where the SDK looks for it', async () => {
  const { call, create } = gatewayDouble();
  const SessionId = await create();
  const Message = 'Name: there is no tool "shell" here, only run_code.';
  expect(await call('CallMcpTool', { SessionId, Name: 'shell', Args: '{}' })).toEqual({
    status: 200,
    body: {
      RequestId: 'request-1',
      Success: false,
      Code: 'InvalidMcpTool.NotFound',
      Message,
      HttpStatusCode: 404,
      Data: { content: [{ type: 'text', text: Message }], isError: true },
    },
  });
});

test.each([
  [undefined, 'Args: expected a JSON object, got nothing.'],
  ['[]', 'Args: expected a JSON object, got [].'],
  ['"x"', 'Args: expected a JSON object, got "x".'],
])('Args that are %s are told by their name', async (Args, Message) => {
  const { call, create } = gatewayDouble();
  const SessionId = await create();
  const form = { SessionId, Name: 'run_code', ...(Args === undefined ? {} : { Args }) };
  expect((await call('CallMcpTool', form)).body).toMatchObject({
    ...{ Success: false, Code: 'InvalidParameter.Args', Message },
  });
});

test.each([
  [{ language: 'python' }, 'code: expected a string, got nothing.'],
  [{ code: '1' }, 'language: expected a string, got nothing.'],
  [{ code: '1', language: 'ruby' }, /^Unsupported language: "ruby"\. Supported languages are /],
  [{ code: '1', language: '__proto__' }, /^Unsupported language/],
  [
    { code: '1', language: 'python', timeout_s: 0 },
    'timeout_s: expected a number of seconds above 0, got 0.',
  ],
  [
    { code: '1', language: 'python', timeout_s: '5' },
    'timeout_s: expected a number of seconds above 0, got "5".',
  ],
  [{ code: 'x'.repeat(256 * 1024 + 1), language: 'python' }, /^code: expected at most 256 KiB/],
])('what the tool does not take (%#) is its own error', async (args, message) => {
  const { create, runCode, host } = gatewayDouble();
  const { status, body } = await runCode(await create(), args);
  expect(status).toBe(200);
  expect(body).toEqual({
    ...OK,
    Data: {
      content: [
        {
          type: 'text',
          text: typeof message === 'string' ? message : expect.stringMatching(message),
        },
      ],
      isError: true,
    },
  });
  expect(host.orders).toEqual([]);
});

test.each([
  [' Python ', 'python'],
  ['py', 'python'],
  ['python3', 'python'],
  ['JS', 'javascript'],
  ['node', 'javascript'],
  ['nodejs', 'javascript'],
])('the language %j is %s', async (language, id) => {
  const { create, runCode, host } = gatewayDouble();
  await runCode(await create(), { code: '1', language });
  expect(host.orders[0]?.language).toBe(id);
});

test('a time-out above the limit is the limit, and none is 60 s, both within the request', async () => {
  const { create, runCode, host } = gatewayDouble({ maxTimeoutS: 10 });
  const SessionId = await create();
  const run = async (timeout_s?: number, usedMs = 0) => {
    await runCode(SessionId, { code: '1', language: 'python', timeout_s }, { usedMs });
    return host.orders.at(-1)?.timeoutS;
  };
  expect(await run(2.5)).toBe(2.5);
  expect(await run(600)).toBe(10);
  expect(await run()).toBe(10);
  // Of 60 s, 1.5 are kept for the end.
  expect(await run(10, 55_000)).toBeCloseTo(3.5, 0);
});

test('no request is longer than 60 s: the default time-out leaves room for the end', async () => {
  const { create, runCode, host } = gatewayDouble();
  await runCode(await create(), { code: '1', language: 'python' });
  expect(host.orders[0]?.timeoutS).toBeGreaterThan(58);
  expect(host.orders[0]?.timeoutS).toBeLessThan(59);
});

test('a program still in the queue when the time is up is stopped, and the answer says why', async () => {
  const { create, runCode, host } = gatewayDouble();
  host.script = { isEndless: true };
  const SessionId = await create();
  const { body } = await runCode(SessionId, { code: '1', language: 'js' }, { usedMs: 58_490 });
  expect(JSON.stringify(body.Data)).toContain('Stopped: one request may take 60 s');
  expect(host.stopped).toEqual(['1']);
});

test('calls of one session run one after the other, in the order in which they came', async () => {
  const { create, runCode, host } = gatewayDouble();
  const SessionId = await create();
  host.script = { isEndless: true };
  const client = new AbortController();
  const program = (code: string) => ({ code, language: 'python' });
  const first = runCode(SessionId, program('first'), { signal: client.signal });
  const second = runCode(SessionId, program('second'));
  const third = runCode(SessionId, program('third'));
  await expect.poll(() => host.orders.length).toBe(1);
  host.script = {};
  client.abort();
  await Promise.all([first, second, third]);
  expect(host.orders.map(({ code }) => code)).toEqual(['first', 'second', 'third']);
  expect(host.stopped).toEqual(['first']);
});

test('a call that waits in vain says so, and those behind it still get their turn', async () => {
  const { create, runCode, host } = gatewayDouble();
  const SessionId = await create();
  host.script = { isEndless: true };
  const client = new AbortController();
  const program = (code: string) => ({ code, language: 'python' });
  const first = runCode(SessionId, program('first'), { signal: client.signal });
  const late = await runCode(SessionId, program('late'), { usedMs: 58_490 });
  expect(late).toMatchObject({
    status: 429,
    retryAfterS: 1,
    body: { Code: 'Throttling.User', Message: 'Earlier calls of this session still run.' },
  });
  host.script = {};
  const third = runCode(SessionId, program('third'));
  client.abort();
  await Promise.all([first, third]);
  expect(host.orders.map(({ code }) => code)).toEqual(['first', 'third']);
});

test('a session that is deleted under a program answers as not found', async () => {
  const { call, create, runCode, host } = gatewayDouble();
  const SessionId = await create();
  host.script = { isEndless: true, fails: new AppError('engine_unavailable', 'It has ended.') };
  const client = new AbortController();
  const running = runCode(SessionId, { code: '1', language: 'python' }, { signal: client.signal });
  await expect.poll(() => host.orders.length).toBe(1);
  await call('DeleteSessionAsync', { SessionId });
  client.abort();
  expect(await running).toMatchObject({
    status: 400,
    body: { Code: 'InvalidMcpSession.NotFound' },
  });
});

test('a session whose sandbox is lost for good is not found', async () => {
  const { call, create, host } = gatewayDouble();
  const SessionId = await create();
  (host.sessions[0] as { alive: boolean }).alive = false;
  expect(await call('GetSession', { SessionId })).toEqual(NOT_FOUND(SessionId));
});

test('an idle session ends, one that is used does not', async () => {
  const { call, create, runCode, host } = gatewayDouble({ sessionIdleS: 0.15 });
  const idle = await create();
  const used = await create();
  host.script = { isEndless: true };
  const client = new AbortController();
  const program = { code: '1', language: 'python' };
  const running = runCode(used, program, { signal: client.signal });
  await expect.poll(async () => (await call('GetSession', { SessionId: idle })).status).toBe(400);
  expect((await call('GetSession', { SessionId: used })).status).toBe(200);
  client.abort();
  await running;
  await expect.poll(async () => (await call('GetSession', { SessionId: used })).status).toBe(400);
  expect(host.sessions.every(({ alive }) => !alive)).toBe(true);
});

test('a key has so many sessions, those that are being made among them; another has its own', async () => {
  const { call, create, host } = gatewayDouble({ sessionsPerKey: 2 });
  const gate = Promise.withResolvers<void>();
  host.gate = gate.promise;
  const both = [create(), create()];
  const third = await call('CreateMcpSession');
  expect(third).toMatchObject({
    status: 200,
    body: {
      Success: false,
      Code: 'QuotaExceeded.Session',
      Message: 'This key may have 2 sessions at a time. Delete one first.',
      HttpStatusCode: 403,
    },
  });
  gate.resolve();
  const [SessionId = ''] = await Promise.all(both);
  expect((await call('CreateMcpSession', {}, { key: OTHER_KEY })).body.Success).toBe(true);
  await call('DeleteSessionAsync', { SessionId });
  await expect.poll(async () => (await call('CreateMcpSession')).body.Success).toBe(true);
});

test('a session that nobody waits for any more is ended at once', async () => {
  const { call, host } = gatewayDouble();
  const client = new AbortController();
  const gate = Promise.withResolvers<void>();
  host.gate = gate.promise;
  const creating = call('CreateMcpSession', {}, { signal: client.signal });
  client.abort();
  gate.resolve();
  await creating;
  expect(host.sessions.map(({ alive }) => alive)).toEqual([false]);
});

test('a key has so many runs and sessions a minute', async () => {
  const { call, create, runCode } = gatewayDouble({ runsPerMinute: 2 });
  const SessionId = await create();
  const program = { code: '1', language: 'python' };
  expect((await runCode(SessionId, program)).body.Success).toBe(true);
  expect(await runCode(SessionId, program)).toMatchObject({
    status: 429,
    retryAfterS: expect.any(Number),
    body: { Success: false, Code: 'Throttling.User', HttpStatusCode: 429 },
  });
  expect((await call('CreateMcpSession', {}, { key: OTHER_KEY })).body.Success).toBe(true);
});

test('a key has so many runs at a time', async () => {
  const { create, runCode, host } = gatewayDouble({ concurrentRuns: 1 });
  const [one, two] = [await create(), await create()];
  host.script = { isEndless: true };
  const client = new AbortController();
  const program = { code: '1', language: 'python' };
  const running = runCode(one, program, { signal: client.signal });
  await expect.poll(() => host.orders.length).toBe(1);
  expect((await runCode(two, program)).body).toMatchObject({
    Code: 'Throttling.User',
    Message: 'This key may have 1 runs at a time, and has them.',
  });
  client.abort();
  await running;
  host.script = {};
  expect((await runCode(two, program)).body.Success).toBe(true);
});

test('what is our fault is told as such, and kept for the log', async () => {
  const { call, create, runCode, host } = gatewayDouble();
  host.gate = Promise.reject(
    new AppError('engine_unavailable', 'All is full.', { retryAfterS: 5 }),
  );
  expect(await call('CreateMcpSession')).toEqual({
    status: 503,
    retryAfterS: 5,
    body: {
      RequestId: 'request-1',
      Success: false,
      Code: 'ServiceUnavailable',
      Message: 'All is full.',
      HttpStatusCode: 503,
    },
  });
  host.gate = Promise.resolve();
  const SessionId = await create();
  host.script = { fails: new Error('secret path /x') };
  const { status, body } = await runCode(SessionId, { code: '1', language: 'python' });
  expect(status).toBe(500);
  expect(body).toMatchObject({
    Code: 'InternalError',
    Message: expect.stringContaining('request-1'),
  });
  expect(JSON.stringify(body)).not.toContain('secret path');
  expect(host.errors).toHaveLength(2);
});

test('another Runbay is told what the wire has no place for, the SDK is not', async () => {
  const { create, runCode, host } = gatewayDouble();
  const error = { name: 'E', value: 'v', traceback: 'Traceback' };
  const table = { columns: ['a'], rows: [[1]], rowCount: 1 };
  host.script = {
    events: [
      { type: 'result', item: { text: 't', table } },
      { type: 'error', ...error },
    ],
    done: { success: false, errorMessage: 'E: v', exit: { reason: 'exited', code: 1 } },
  };
  const answered = async (SdkStats: string) => {
    const SessionId = await create({ SdkStats });
    const { body } = await runCode(SessionId, { code: '1', language: 'python' });
    return JSON.parse((body.Data as { content: [{ text: string }] }).content[0].text);
  };
  expect(await answered('{"source":"runbay"}')).toEqual({
    stdout: [],
    stderr: [],
    result: [JSON.stringify({ 'text/plain': 't', 'application/vnd.runbay.table+json': table })],
    executionError: 'E: v',
    executionTime: 0.01,
    executionCount: 1,
    runbay: {
      exit: { reason: 'exited', code: 1 },
      usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 0 },
      truncated: false,
      error,
    },
  });
  for (const other of ['{"source":"sdk"}', 'not JSON', '']) {
    const said = await answered(other);
    expect(Object.keys(said).sort()).toEqual(
      ['executionCount', 'executionError', 'executionTime', 'result', 'stderr', 'stdout'].sort(),
    );
    expect(said.result).toEqual(['{"text/plain":"t"}']);
    expect(said.executionError).toBe('E: v\nTraceback');
  }
});
