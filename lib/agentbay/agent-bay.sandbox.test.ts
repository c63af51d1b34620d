import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AgentBay, type Session } from './agent-bay';
import { engine } from './engines';
import { PRINTED, publishedExample } from './published-example';

afterAll(() => engine().dispose());

describe('the published example', () => {
  test('runs with only its import changed', async () => {
    expect(await publishedExample('your_api_key')).toEqual(PRINTED);
  });
});

describe('AgentBay', () => {
  let session: Session;

  beforeAll(async () => {
    const created = await new AgentBay().create({ imageId: 'code_latest' });
    expect(created).toMatchObject({ success: true, requestId: expect.any(String) });
    session = created.session as Session;
  }, 30_000);

  test('an image without the code module is refused in words', async () => {
    expect(await new AgentBay().create({ imageId: 'linux_latest' })).toMatchObject({
      success: false,
      errorMessage: 'imageId: expected "code_latest", got "linux_latest".',
    });
  });

  test('an unsupported language throws an Error that names it and the supported ones', async () => {
    const call = session.code.runCode('1', 'ruby');
    await expect(call).rejects.toBeInstanceOf(Error);
    await expect(call).rejects.toThrow(
      'Unsupported language: "ruby". Supported languages are python (also py, python3), javascript (also js, node, nodejs), typescript (also ts).',
    );
    for (const name of ['__proto__', 'constructor', '', 'python2']) {
      await expect(session.code.runCode('1', name)).rejects.toThrow(/Unsupported language/);
    }
  });

  test.each([' Python ', 'PY', 'python3'])('%j is Python', async (name) => {
    expect((await session.code.runCode('type(1).__name__', name)).result).toBe("'int'");
  });

  test.each(['JavaScript', ' js', 'NODE', 'nodejs'])('%j is JavaScript', async (name) => {
    expect((await session.code.runCode('typeof 1', name)).result).toBe("'number'");
  });

  test.each([0, -1, 60.01, Number.NaN, Number.POSITIVE_INFINITY, '5', null])(
    'a time-out of %j is refused',
    async (timeoutS) => {
      const call = session.code.runCode('1', 'python', timeoutS as number);
      await expect(call).rejects.toThrow(
        `timeoutS: expected a number of seconds above 0 and at most 60, got ${timeoutS === '5' ? '"5"' : timeoutS}.`,
      );
    },
  );

  test.each([0.5, 60, undefined])('a time-out of %j is taken', async (timeoutS) => {
    expect((await session.code.runCode('1', 'python', timeoutS)).success).toBe(true);
  });

  test('code that is no text, too long or not Unicode is refused', async () => {
    const refused = (code: unknown) => session.code.runCode(code as string, 'python');
    await expect(refused(undefined)).rejects.toThrow('code: expected a string, got nothing.');
    await expect(refused(5)).rejects.toThrow('code: expected a string, got 5.');
    await expect(refused('x'.repeat(256 * 1024 + 1))).rejects.toThrow(/at most 256 KiB/);
    await expect(refused('"\ud800"')).rejects.toThrow(/half of a surrogate pair/);
  });

  test('a byte order mark is left out', async () => {
    expect((await session.code.runCode('\ufeff1 + 1', 'python')).result).toBe('2');
    expect((await session.code.runCode('\ufeff1 + 1', 'javascript')).result).toBe('2');
  });

  test('run and execute are the same call', async () => {
    expect((await session.code.run('v = 6', 'python')).success).toBe(true);
    expect((await session.code.execute('v * 7', 'python')).result).toBe('42');
  });

  test('calls that overlap run one after the other', async () => {
    const calls = [1, 2, 3].map((n) => session.code.runCode(`order = ${n}\norder`, 'python'));
    expect((await Promise.all(calls)).map(({ result }) => result)).toEqual(['1', '2', '3']);
  });

  test('a program that fails is a result', async () => {
    expect(await session.code.runCode('print("a")\n1/0', 'python')).toMatchObject({
      success: false,
      result: 'a\n',
      errorMessage: 'ZeroDivisionError: division by zero (line 2)',
      logs: { stdout: ['a\n'], stderr: [] },
      error: { name: 'ZeroDivisionError', value: 'division by zero', line: 2 },
    });
  });

  test('start streams, and its signal stops it', async () => {
    const controller = new AbortController();
    const types: string[] = [];
    const run = session.code.start('print(1)\nwhile True: pass', 'python', {
      signal: controller.signal,
    });
    for await (const event of run) {
      if (event.type === 'stdout') controller.abort();
      types.push(event.type === 'done' ? event.exit.reason : event.type);
    }
    expect(types.at(-1)).toBe('stopped');
  });

  test('after delete the session refuses', async () => {
    expect(await session.delete()).toMatchObject({ success: true });
    expect(await session.code.runCode('1', 'python')).toMatchObject({
      success: false,
      errorMessage: 'The session has ended; start a new one.',
    });
  });
});
