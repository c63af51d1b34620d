import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { collectRun } from '@/lib/agentbay/collect';
import { parseConfig } from '@/lib/config';
import { log } from '@/lib/log';
import type { EngineSession } from '../engine';
import { follow, printed, run, start } from '../testing';
import { CloudEngine } from './cloud-engine';
import { FakeCloud, failure, output } from './testing/fake-cloud';

let cloud: FakeCloud;
let engine: CloudEngine;

function engineOf(settings: Record<string, string> = {}): CloudEngine {
  const config = parseConfig({
    ...{
      AGENTBAY_API_KEY: cloud.key,
      RUNBAY_SECRET: 'a-secret-of-the-tests',
      RUNBAY_LOG: 'silent',
    },
    ...settings,
  });
  if (config.agentBay === undefined) throw new Error('no key');
  return new CloudEngine(config, config.agentBay, cloud.transport);
}

const running = () => [...cloud.sessions.values()].filter(({ state }) => state === 'running');
const ran = () => running().map((session) => session.ran.map(({ code }) => code));
const next = { context: 'continue' } as const;

beforeEach(() => {
  vi.spyOn(log(), 'info').mockImplementation(() => {});
  cloud = new FakeCloud();
  engine = engineOf();
});
afterEach(async () => {
  await engine.dispose();
  vi.restoreAllMocks();
  // Nothing of ours is left at AgentBay, whatever a test did.
  expect(running()).toEqual([]);
  expect(cloud.mostOfOneOwner).toBeLessThanOrEqual(1);
});

describe('a run', () => {
  let session: EngineSession;

  beforeEach(async () => {
    session = await engine.createSession('python', 'ann');
  });

  test('gives everything at its end, in order', async () => {
    cloud.program = () =>
      output({
        stdout: ['a\n', 'b'],
        stderr: ['warned\n'],
        result: ['{"text/plain": "42", "isMainResult": true}'],
        executionTime: 0.5,
      });
    const events = await follow(start(session, 'python', '42'));
    expect(events).toEqual([
      expect.objectContaining({ type: 'start', engine: 'cloud', language: 'python', timeoutS: 10 }),
      { type: 'stdout', text: 'a\nb' },
      { type: 'stderr', text: 'warned\n' },
      { type: 'result', item: { text: '42', isMainResult: true } },
      {
        type: 'done',
        success: true,
        result: '42',
        exit: { reason: 'exited' },
        executionTime: 0.5,
        executionCount: 1,
        usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 10 },
        truncated: false,
      },
    ]);
  });

  test('that fails says why and where, as far as AgentBay does', async () => {
    cloud.program = () =>
      output({ stdout: ['a\n'], executionError: "NameError: name 'x' is not defined" });
    expect(await run(session, 'python', 'x')).toMatchObject({
      success: false,
      errorMessage: "NameError: name 'x' is not defined",
      logs: { stdout: ['a\n'] },
      error: { name: 'NameError', value: "name 'x' is not defined", traceback: '' },
      exit: { reason: 'exited' },
    });
    cloud.program = () =>
      output({
        executionError: 'TypeError: no (line 3)\nTypeError: no\n    at f (/workspace/main.js:3:1)',
      });
    expect((await run(session, 'javascript', 'x', next)).error).toMatchObject({
      ...{ name: 'TypeError', value: 'no', line: 3 },
    });
    cloud.program = () =>
      output({
        executionError:
          'Traceback (most recent call last):\n  File "/workspace/main.py", line 7, in <module>\nZeroDivisionError: division by zero',
      });
    expect((await run(session, 'python', 'x', next)).error).toMatchObject({
      ...{ name: 'ZeroDivisionError', value: 'division by zero', line: 7 },
    });
    cloud.program = () => output({ executionError: 'The kernel died unexpectedly.' });
    expect((await run(session, 'python', 'x', next)).error).toEqual({
      ...{ name: 'Error', value: 'The kernel died unexpectedly.', traceback: '' },
    });
  });

  test('of another Runbay has its exit, its lines and what it used', async () => {
    const usage = { cpuTimeS: 0.5, peakMemoryBytes: 9, outputBytes: 2 };
    const error = { name: 'E', value: 'v', traceback: 't', line: 3 };
    const runbay = { exit: { reason: 'exited', code: 3 }, usage, truncated: true, error };
    cloud.program = () => output({ stdout: ['ab'], executionError: 'E: v (line 3)\nt', runbay });
    expect(await run(session, 'python', 'x')).toMatchObject({
      ...{ success: false, errorMessage: 'E: v (line 3)', exit: { reason: 'exited', code: 3 } },
      ...{ usage, truncated: true, error },
    });
  });

  test('prints no more than it may', async () => {
    await engine.dispose();
    engine = engineOf({ RUNBAY_OUTPUT_KIB: '1' });
    session = await engine.createSession();
    cloud.program = () => output({ stdout: ['ä'.repeat(600)], stderr: ['more'] });
    const answer = await run(session, 'python', 'x');
    expect(printed(answer)).toBe('ä'.repeat(512));
    expect(answer).toMatchObject({ logs: { stderr: [] }, truncated: true, success: true });
  });

  test('takes no input while it runs', async () => {
    const job = start(session, 'python', 'print(1)', { stdin: null });
    expect(job.write('text')).toBe(false);
    await follow(job);
  });

  test('that reads input asks for all of it before it runs', async () => {
    const job = start(session, 'python', 'print(input() + input())', { stdin: null });
    let asked = 0;
    const events = await follow(job, (event) => {
      if (event.type !== 'input') return;
      asked += 1;
      expect(running()[0]?.ran).toEqual([]);
      expect(job.write(`${asked}\n`)).toBe(true);
      if (asked === 2) job.end();
    });
    // Who has ended it is not asked once more.
    expect(events.map(({ type }) => type)).toEqual(['start', 'input', 'input', 'done']);
    expect(running()[0]?.ran[0]?.code).toContain('"1\\n2\\n".encode()');
  });

  test('that is stopped while its input is written was not sent', async () => {
    const job = start(session, 'python', 'input()', { stdin: null });
    const events = await follow(job, ({ type }) => type === 'input' && job.stop());
    expect(events.at(-1)).toMatchObject({
      exit: { reason: 'stopped', waitedForInput: true },
      errorMessage: 'Stopped: the program was waiting for input.',
    });
    expect([running()[0]?.ran, cloud.deleted]).toEqual([[], 0]);
    expect(await run(session, 'python', '1')).toMatchObject({ success: true });
  });

  test('gets its input before: Python in the same call, Node.js in one before it', async () => {
    await run(session, 'python', 'print(input())', { stdin: 'Ann\n' });
    expect(running()[0]?.ran.at(-1)?.code).toContain(
      '_runbay_at_once(_runbay_given("print(input())", "Ann\\n".encode(), globals()))',
    );
    await run(session, 'javascript', 'console.log(1)', { stdin: 'Ann\n', ...next });
    const [before, program] = running()[0]?.ran.slice(-2) ?? [];
    expect(before?.code).toContain(Buffer.from('Ann\n').toString('base64'));
    expect(program).toMatchObject({ code: 'console.log(1)', language: 'javascript' });
  });

  test('of TypeScript is one of JavaScript without types, and what does not parse is not sent', async () => {
    await run(session, 'typescript', 'let n: number = 1;');
    expect(running()[0]?.ran).toEqual([
      { code: 'let n         = 1;', language: 'javascript', timeout_s: 10 },
    ]);
    expect(await run(session, 'typescript', 'let n: = 1;', next)).toMatchObject({
      success: false,
      error: { name: 'SyntaxError' },
    });
    expect(running()[0]?.ran).toHaveLength(1);
  });

  test('past its time, as AgentBay tells it, was ended for that', async () => {
    cloud.program = async () => {
      await new Promise((resolve) => setTimeout(resolve, 120));
      return output({ stdout: ['before\n'], executionError: 'The execution timed out.' });
    };
    expect(await run(session, 'python', 'x', { timeoutS: 0.1 })).toMatchObject({
      ...{ success: false, exit: { reason: 'timed_out' }, logs: { stdout: ['before\n'] } },
      errorMessage: 'Stopped after 0.1 s: The execution timed out.',
    });
  });

  test('that a gateway breaks off when its time is up was ended for that, with its session', async () => {
    cloud.program = () => new Promise((resolve) => setTimeout(() => resolve(output()), 150));
    cloud.fail('CallMcpTool', { status: 504, body: '<html>' }, true);
    expect(await run(session, 'python', 'x', { timeoutS: 1.1 })).toMatchObject({
      exit: { reason: 'timed_out', sandboxLost: true },
      errorMessage: expect.stringMatching(/^Stopped after 1.1 s: AgentBay cannot end a program/),
    });
    await vi.waitFor(() => expect(cloud.deleted).toBe(1));
  });

  test('is given no more time than the server waits', async () => {
    await engine.dispose();
    engine = engineOf({ AGENTBAY_TIMEOUT_MS: '7000' });
    expect(engine.limits.timeoutS).toMatchObject({ max: 7, default: 7 });
    session = await engine.createSession();
    const [first] = await follow(start(session, 'python', 'x', { timeoutS: 60 }));
    expect(first).toMatchObject({ timeoutS: 7 });
    expect(running()[0]?.ran).toEqual([{ code: 'x', language: 'python', timeout_s: 7 }]);
  });

  test('that is stopped ends at once, and its session is given back', async () => {
    const before = session.id;
    let isRunning = () => {};
    const began = new Promise<void>((resolve) => (isRunning = resolve));
    cloud.program = () => {
      isRunning();
      return new Promise(() => {});
    };
    const job = start(session, 'python', 'while True: pass');
    const events = follow(job);
    await began;
    job.stop();
    expect((await events).at(-1)).toMatchObject({
      success: false,
      exit: { reason: 'stopped', sandboxLost: true },
      errorMessage: expect.stringMatching(/^Stopped: AgentBay cannot end a program alone/),
    });
    await vi.waitFor(() => expect(cloud.deleted).toBe(1));
    // Nobody takes it for the old one, and it runs all the same.
    expect(session.alive).toBe(false);
    cloud.program = () => output({ stdout: ['fine\n'] });
    expect(printed(await run(session, 'python', '1'))).toBe('fine\n');
    expect(session.alive).toBe(true);
    expect(session.id).not.toBe(before);
    expect(cloud.deleted).toBe(1);
  });

  test('that a second one takes the place of is stopped', async () => {
    cloud.program = ({ code }) => (code === 'first' ? new Promise(() => {}) : output());
    const first = follow(start(session, 'python', 'first'));
    await vi.waitFor(() => expect(ran()).toEqual([['first']]));
    expect(await run(session, 'python', 'second')).toMatchObject({ success: true });
    expect((await first).at(-1)).toMatchObject({ exit: { reason: 'stopped' } });
  });

  test.each([
    ['cut', 'cut' as const, /closed the connection before its answer to CallMcpTool was complete/],
    ['HTTP 500', { status: 500, body: 'x' }, /answered CallMcpTool with HTTP 500/],
    ['broken', { body: '{' }, /no JSON/],
    [
      'refused',
      failure(400, 'Tool.NotFound', 'no such tool'),
      /\[Tool.NotFound\] no such tool \(request id req-1\)/,
    ],
  ])(
    'whose answer is %s is an error that names AgentBay, and is not run twice',
    async (_, reply, message) => {
      cloud.fail('CallMcpTool', reply);
      const answer = run(session, 'python', 'x');
      await expect(answer).rejects.toMatchObject({ code: 'engine_failed' });
      await expect(answer).rejects.toThrow(message);
      expect(cloud.count('CallMcpTool')).toBe(1);
      expect(await run(session, 'python', 'y')).toMatchObject({ success: true });
    },
  );
});

describe('a session', () => {
  test('is used again by the next call, with its context', async () => {
    const session = await engine.createSession('python', 'ann');
    await run(session, 'python', 'a');
    const second = await run(session, 'python', 'b', next);
    expect(ran()).toEqual([['a', 'b']]);
    expect(second.executionCount).toBe(2);
    expect(second.exit.sandboxLost).toBeUndefined();
  });

  test('is a new one for a fresh run, once something has run in it', async () => {
    const session = await engine.createSession('python', 'ann');
    await run(session, 'python', 'a');
    await run(session, 'python', 'b');
    expect(ran()).toEqual([['b']]);
    expect([cloud.created, cloud.deleted]).toEqual([2, 1]);
  });

  test('takes its workspace along into the new one', async () => {
    const pack = Buffer.from('PK-what-was-there');
    cloud.guest = ({ op }) => (op === 'pack' ? { sizeBytes: 9, packBytes: pack.length } : {});
    const bytes = vi.spyOn(cloud, 'guest');
    const session = await engine.createSession('python', 'ann');
    await run(session, 'python', 'a');
    // The fake's guest has no bytes to give: what cannot be read is not lost in silence.
    expect((await run(session, 'python', 'b')).exit.sandboxLost).toBe(true);
    expect(bytes.mock.calls.map(([request]) => request.op)).toEqual(['pack', 'read']);
  });

  test('with more files than can go along is left as it is, and the run says so', async () => {
    cloud.guest = () => ({ sizeBytes: 9 * 1024 * 1024, packBytes: -1 });
    const session = await engine.createSession('python', 'ann');
    await run(session, 'python', 'a');
    await expect(run(session, 'python', 'b')).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringMatching(/^The workspace has 9 MiB, and at most 8 MiB go along/),
    });
    expect(await run(session, 'python', 'c', next)).toMatchObject({ success: true });
    expect(cloud.created).toBe(1);
  });

  test('that AgentBay has released is renewed once, and the run goes on', async () => {
    const session = await engine.createSession('python', 'ann');
    await run(session, 'python', 'a');
    cloud.release(session.id);
    expect(await run(session, 'python', 'b')).toMatchObject({ success: true });
    cloud.release(session.id);
    const third = await run(session, 'python', 'c', next);
    // Its variables are gone, and a call that goes on with them is told.
    expect(third).toMatchObject({ success: true, executionCount: 1, exit: { sandboxLost: true } });
    expect(cloud.created).toBe(3);
  });

  test('that is released again and again is an error', async () => {
    const session = await engine.createSession('python', 'ann');
    const gone = failure(400, 'InvalidMcpSession.NotFound', 'gone');
    cloud.fail('CallMcpTool', gone);
    cloud.fail('CallMcpTool', gone);
    await expect(run(session, 'python', 'a', next)).rejects.toThrow(/InvalidMcpSession.NotFound/);
    expect(cloud.count('CallMcpTool')).toBe(2);
  });

  test('of one owner is made once, however many ask at once', async () => {
    const sessions = await Promise.all([1, 2, 3].map(() => engine.createSession('python', 'ann')));
    expect(cloud.mostOfOneOwner).toBe(1);
    expect(running()).toHaveLength(1);
    await Promise.all(sessions.map((session) => session.dispose()));
  });

  test('is found again by another server with the same secret, with its context', async () => {
    const session = await engine.createSession('python', 'ann');
    await run(session, 'python', 'a');
    const other = engineOf();
    const found = await other.createSession('python', 'ann');
    expect(found.id).toBe(session.id);
    await run(found, 'python', 'b', next);
    expect(ran()).toEqual([['a', 'b']]);
    const stranger = await other.createSession('python', 'bob');
    expect(stranger.id).not.toBe(session.id);
    // What ran in it before is unknown, so a fresh run begins a new one.
    await run(found, 'python', 'c');
    expect(found.id).not.toBe(session.id);
    await other.dispose();
  });

  test('is not found by a server with another secret, nor by one without', async () => {
    const session = await engine.createSession('python', 'ann');
    for (const secret of ['another-secret-of-tests', '']) {
      const other = engineOf({ RUNBAY_SECRET: secret });
      expect((await other.createSession('python', 'ann')).id).not.toBe(session.id);
      await other.dispose();
    }
    cloud.mostOfOneOwner = 0;
  });

  test('of which there are two is one again', async () => {
    const session = await engine.createSession('python', 'ann');
    const labels = running()[0]?.labels ?? {};
    cloud.sessions.set('twin', { id: 'twin', labels, state: 'running', ran: [], asked: [] });
    const other = engineOf();
    expect((await other.createSession('python', 'ann')).id).toBe(session.id);
    expect(running().map(({ id }) => id)).toEqual([session.id]);
    await other.dispose();
  });

  test('whose creation nobody confirmed is found by its label and used', async () => {
    cloud.fail('CreateMcpSession', 'cut', true);
    const session = await engine.createSession('python', 'ann');
    expect(await run(session, 'python', 'a')).toMatchObject({ success: true });
    expect(cloud.created).toBe(1);
  });

  test('that cannot be made is an error that says why', async () => {
    cloud.fail('CreateMcpSession', failure(400, 'InvalidParameter.ImageId', 'no such image'));
    await expect(engine.createSession('python', 'ann')).rejects.toThrow(
      'AgentBay refused CreateMcpSession: [InvalidParameter.ImageId] no such image (request id req-1).',
    );
  });

  test('has ended when its disposal settles, and refuses to run then', async () => {
    const session = await engine.createSession('python', 'ann');
    await session.dispose();
    expect(cloud.sessions.size).toBe(0);
    expect(session.alive).toBe(false);
    await expect(collectRun(start(session, 'python', '1'))).rejects.toMatchObject({
      code: 'engine_unavailable',
    });
  });

  test('is not made for a server that ends meanwhile', async () => {
    const made = engine.createSession('python', 'ann');
    await engine.dispose();
    await made.catch(() => undefined);
    await expect(engine.createSession()).rejects.toThrow('The server is stopping.');
  });
});

describe('the engine', () => {
  test('says where programs run, and how often what was called', async () => {
    const { facts, mode, calls } = await engine.status();
    expect(mode).toBe('remote');
    expect(facts).toEqual([
      'Programs run at wuyingai.cn-shanghai.aliyuncs.com.',
      'Sessions are found again after a restart.',
    ]);
    expect(calls).toEqual([expect.objectContaining({ action: 'ListSession', calls: 1 })]);
  });

  test('is ready where the key is taken, without a session; balancers that ask often are one question', async () => {
    await Promise.all([engine.probe(), engine.probe()]);
    expect([cloud.created, cloud.count('ListSession')]).toEqual([0, 1]);
    const wrong = engineOf({ AGENTBAY_API_KEY: 'akm-another-key' });
    await expect(wrong.probe()).rejects.toMatchObject({ kind: 'unauthorized' });
    const { facts } = await wrong.status();
    expect(facts.join(' ')).toContain('[Unauthorized]');
    expect(facts.join(' ')).not.toContain('akm-another-key');
    await wrong.dispose();
  });

  test('is not ready once its calls have failed, whatever was known a moment ago', async () => {
    await engine.probe();
    const session = await engine.createSession();
    cloud.isDown = true;
    for (let n = 0; n < 2; n += 1) {
      await expect(run(session, 'python', 'x')).rejects.toMatchObject({
        ...{ code: 'engine_unavailable', retryAfterS: expect.any(Number) },
      });
    }
    await expect(engine.probe()).rejects.toMatchObject({ kind: 'paused' });
    cloud.isDown = false;
  });

  test('offers the languages that AgentBay runs', async () => {
    const ids = (await engine.languages()).map(({ id }) => id);
    expect(ids).toEqual(['python', 'javascript', 'typescript']);
  });
});
