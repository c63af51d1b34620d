/** What is left on the host: after a run nothing outside its session, after a session nothing at all. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { localEngine, run, start } from '@/lib/agentbay/engines/testing';
import { leftOnHost } from './hostile/left-on-host';
import type { LocalEngine } from './local-engine';

const descriptors = () => readdirSync('/proc/self/fd').length;

const LITTER: [string, 'python' | 'javascript', string][] = [
  ['a child in the background', 'python', 'import subprocess\nsubprocess.Popen(["sleep", "60"])'],
  [
    'a daemon that forked twice and left its session',
    'python',
    'import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(60)\n    os._exit(0)',
  ],
  [
    'children that ignore every signal',
    'python',
    'import os, signal, time\nfor _ in range(5):\n    if os.fork() == 0:\n        for n in range(1, 32):\n            try: signal.signal(n, signal.SIG_IGN)\n            except (OSError, ValueError): pass\n        while True: time.sleep(1)',
  ],
  [
    'children that go on forking',
    'python',
    'import os\nfor _ in range(4):\n    if os.fork() == 0:\n        while True:\n            try:\n                if os.fork(): os._exit(0)\n            except OSError: pass',
  ],
  [
    'a detached child of Node.js',
    'javascript',
    'require("child_process").spawn("sleep", ["60"], { detached: true, stdio: "ignore" }).unref()',
  ],
  [
    'a daemon thread',
    'python',
    'import threading, time\nthreading.Thread(target=lambda: [time.sleep(0.001) for _ in iter(int, 1)], daemon=True).start()',
  ],
];

/** `title`: as whom. */
export function leftoversSuite(title: string) {
  describe(`leftovers, ${title}`, () => {
    let engine: LocalEngine;
    beforeAll(() => {
      engine = localEngine({ RUNBAY_POOL: '0' });
    });
    afterAll(() => engine.dispose());

    test('threads of a context stand still between its runs', async () => {
      const session = await engine.createSession();
      const count =
        'import threading, time\nn = 0\ndef work():\n    global n\n    while True:\n        n += 1\n        time.sleep(0.001)\nthreading.Thread(target=work, daemon=True).start()\ntime.sleep(0.05)\nn';
      const before = Number((await run(session, 'python', count)).result);
      // Time passes in which a running thread would count to hundreds.
      await run(session, 'javascript', 'await new Promise((r) => setTimeout(r, 400))');
      const after = Number((await run(session, 'python', 'n', { context: 'continue' })).result);
      expect(before).toBeGreaterThan(5);
      expect(after - before).toBeLessThan(100);
      await session.dispose();
    });

    test('after its session nothing is left, however it ended', async () => {
      await engine.status();
      // It has no pool; what it makes at its start, beside everything else, has an end.
      await vi.waitFor(() => expect(leftOnHost().processes).toEqual([]), { timeout: 20_000 });
      const before = leftOnHost();
      const descriptorsBefore = descriptors();
      for (const [, language, code] of LITTER) {
        const session = await engine.createSession();
        await run(session, language, code);
        await session.dispose();
      }
      const busy = await engine.createSession();
      start(busy, 'python', 'import os\nwhile True:\n    try: os.fork()\n    except OSError: pass');
      await busy.dispose();
      expect(leftOnHost()).toEqual(before);
      expect(descriptors()).toBeLessThanOrEqual(descriptorsBefore + 1);
    });

    test('after the engine nothing is left', async () => {
      const other = localEngine({ RUNBAY_POOL: '2' });
      const before = leftOnHost();
      const session = await other.createSession('javascript');
      start(session, 'javascript', 'for (;;) {}');
      expect(leftOnHost().folders).toBe(before.folders + 1);
      await other.dispose();
      expect(leftOnHost()).toEqual(before);
    });
  });
}
