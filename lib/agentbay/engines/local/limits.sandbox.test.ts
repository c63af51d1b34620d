/** Each limit of the local engine, reached on purpose: its own reason, words that name it, and a next run that is fine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { localEngine, printed, run } from '@/lib/agentbay/engines/testing';
import type { LocalEngine } from './local-engine';

const NUMBERS = { RUNBAY_MEMORY_MIB: '192', RUNBAY_PROCESSES: '32', RUNBAY_OUTPUT_KIB: '64' };

describe.each([
  ['with control groups', {}],
  ['without control groups', { RUNBAY_CGROUPS: 'off' }],
])('limits %s', (_, settings) => {
  let engine: LocalEngine;
  let session: EngineSession;
  let hasGroups: boolean;

  beforeAll(async () => {
    engine = localEngine({ ...NUMBERS, ...settings });
    session = await engine.createSession();
    hasGroups = (await engine.status()).mode === 'full';
  }, 30_000);
  afterAll(() => engine.dispose());

  const python = (code: string, timeoutS = 10) => run(session, 'python', code, { timeoutS });
  const javascript = (code: string, timeoutS = 10) =>
    run(session, 'javascript', code, { timeoutS });
  const expectFineAfterwards = async () => {
    expect((await python('"fine"')).result).toBe("'fine'");
    expect((await javascript('"fine"')).result).toBe("'fine'");
  };

  test('the mode is what was asked for', () => {
    if ('RUNBAY_CGROUPS' in settings) expect(hasGroups).toBe(false);
  });

  test('memory in one piece is refused with the line', async () => {
    const answer = await python('print("before")\nx = bytearray(400_000_000)');
    expect(answer.exit.reason).toBe('memory_exceeded');
    expect(answer.errorMessage).toBe(
      'Stopped (line 2): the program needed more than its 192 MiB of memory.',
    );
    expect(printed(answer)).toBe('before\n');
    await expectFineAfterwards();
  });

  test('memory in many processes is added up', async () => {
    const answer = await python(
      'import os, time\nprint("before")\nfor _ in range(8):\n    if os.fork() == 0:\n        x = bytearray(60_000_000)\n        time.sleep(1)\n        os._exit(0)\ncodes = [os.wait()[1] for _ in range(8)]\nassert not any(codes), codes',
    );
    expect(answer.exit.reason).toBe('memory_exceeded');
    expect(printed(answer)).toBe('before\n');
    await expectFineAfterwards();
  });

  test('memory of JavaScript objects', async () => {
    const answer = await javascript(
      'console.log("before");\nconst a = [];\nfor (;;) a.push(new Array(1000).fill({}))',
    );
    expect(answer.exit.reason).toBe('memory_exceeded');
    expect(printed(answer)).toBe('before\n');
    expect(answer.logs.stderr.join('')).not.toMatch(/GCs|stack trace/);
    await expectFineAfterwards();
  });

  test('memory of JavaScript buffers', async () => {
    const answer = await javascript(
      'console.log("before");\nconst a = [];\nfor (let i = 0; i < 200; i++) { a.push(Buffer.alloc(10_000_000, 1)); await new Promise((r) => setTimeout(r, 5)) }',
    );
    expect(answer.success).toBe(false);
    // Without control groups V8 may meet its limit on address space first, and that is an error of its own.
    if (hasGroups) expect(answer.exit.reason).toBe('memory_exceeded');
    expect(printed(answer)).toBe('before\n');
    await expectFineAfterwards();
  });

  test('processes', async () => {
    const answer = await python(
      'import os, time\nprint("before")\nn = 0\nwhile True:\n    if os.fork() == 0:\n        time.sleep(9)\n        os._exit(0)\n    n += 1\n    print(n)',
    );
    expect(answer.exit.reason).toBe('process_limit');
    expect(answer.errorMessage).toMatch(
      /^The program wanted more than its 32 processes and threads/,
    );
    const count = Number(answer.logs.stdout.at(-1));
    // The program itself is one of them; a kernel that starts meanwhile may take or leave a few places.
    expect(count).toBeGreaterThan(24);
    expect(count).toBeLessThan(40);
    await expectFineAfterwards();
  });

  test('threads', async () => {
    const answer = await python(
      'import threading, time\nfor _ in range(100):\n    threading.Thread(target=time.sleep, args=(9,), daemon=True).start()',
    );
    expect(answer.exit.reason).toBe('process_limit');
    await expectFineAfterwards();
  });

  test('a fork bomb is over at the end of its time, also where a kernel was just starting', async () => {
    await javascript('1');
    const answer = await python(
      'import os\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        pass',
      1,
    );
    expect(answer.exit.reason).toBe('timed_out');
    expect(answer.executionTime).toBeLessThan(3);
    await expectFineAfterwards();
  });

  test('output, with what came before kept', async () => {
    for (const answer of [
      await python('while True: print("x" * 99)'),
      await javascript('for (;;) console.log("x".repeat(99))'),
      await python('import os\nwhile True: os.write(2, b"y" * 1000)'),
    ]) {
      expect(answer.exit.reason).toBe('output_exceeded');
      expect(answer.errorMessage).toBe(
        'Stopped: the program printed more than 64 KiB, the most that one run may.',
      );
      expect(answer.truncated).toBe(true);
      expect(answer.usage.outputBytes).toBe(64 * 1024);
      expect([...answer.logs.stdout, ...answer.logs.stderr].join('').length).toBe(64 * 1024);
    }
    await expectFineAfterwards();
  });

  test('broken UTF-8 and characters cut anywhere come out whole or as U+FFFD', async () => {
    const answer = await python(
      'import os, time\nfor b in "ä€😀".encode():\n    os.write(1, bytes([b]))\n    time.sleep(0.01)\nos.write(1, b"\\xff|\\xf0\\x9f")',
    );
    expect(printed(answer)).toBe('ä€😀\ufffd|\ufffd');
  });

  test('one file, the workspace and /tmp have their sizes', async () => {
    const fill = (path: string) =>
      python(
        `import os\nfor i in range(9):\n    with open("${path}/f%d" % i, "wb") as f:\n        for _ in range(20): f.write(b"x" * 1_000_000)`,
      );
    const clear = 'import glob, os\nfor f in glob.glob("/workspace/f*"): os.unlink(f)';
    for (const path of ['/workspace', '/tmp']) {
      const full = await fill(path);
      expect(full.success).toBe(false);
      expect(full.errorMessage).toMatch(
        /No space left.*The workspace holds 64 MiB and \/tmp 64 MiB/,
      );
      await python(clear);
    }
    const large = await python(
      'f = open("/workspace/fl", "wb")\nf.seek(65 * 1024 * 1024)\nf.write(b"x")\nf.flush()',
    );
    expect(large.errorMessage).toMatch(/File too large.*One file may have 64 MiB\./);
    await python(clear);
    await expectFineAfterwards();
  });

  test('results have their size too', async () => {
    const answer = await python(
      'class R:\n    def __repr__(self): return "r"\n    def _repr_html_(self): return "h" * 10_000_000\nR()',
    );
    expect(answer.success).toBe(true);
    expect(JSON.stringify(answer).length).toBeLessThan(8_000_000);
    await expectFineAfterwards();
  });
});
