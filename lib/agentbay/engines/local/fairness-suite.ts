/** Many hostile clients at once, and one that is not: what it gets beside them, compared in one run. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectRun } from '@/lib/agentbay/collect';
import type { RunEvent, RunResponse } from '@/lib/agentbay/contract';
import { localEngine, printed, run, start } from '@/lib/agentbay/engines/testing';
import type { LocalEngine } from './local-engine';

const SPIN = `import os
for _ in range(24):
    if os.fork() == 0:
        os.setsid()
        while True: pass
while True: pass`;
const FORK = 'import os\nwhile True:\n    try: os.fork()\n    except OSError: pass';
const FILL =
  'x = []\nwhile True:\n    try:\n        while True: x.append(bytearray(1_000_000))\n    except MemoryError: x.clear()';
const FLOOD = 'import os\nwhile True: os.write(10, b"W1\\nS{}\\nR{}\\nE{}\\n" * 2000)';

/** The same events, with a word when the program has printed. */
async function* follow(events: AsyncIterable<RunEvent>, onOutput: () => void) {
  for await (const event of events) {
    if (event.type === 'stdout') onOutput();
    yield event;
  }
}

/** Works in so many processes for a while, and prints how much of a processor it had. */
const work = (processes: number, seconds: number) => `import os, time
print("begun", flush=True)
begun = time.time()
for _ in range(${processes - 1}):
    if os.fork() == 0:
        os.setsid()
        while time.time() < begun + ${seconds}: pass
        os._exit(0)
while time.time() < begun + ${seconds}: pass
took = time.time() - begun
for _ in range(${processes - 1}): os.wait()
print(sum(os.times()[:4]) / took)`;
const share = (answer: RunResponse) => Number(printed(answer).split('\n')[1]);

/** `title`: as whom. */
export function fairnessSuite(title: string) {
  describe(`fairness, ${title}`, () => {
    let engine: LocalEngine;
    beforeAll(() => {
      engine = localEngine({ RUNBAY_POOL: '0', RUNBAY_MEMORY_MIB: '192', RUNBAY_PROCESSES: '32' });
    });
    afterAll(() => engine.dispose());

    test('a program of one process has as much of the processor as one of many', async ({
      skip,
    }) => {
      const { mode } = await engine.status();
      if (mode !== 'full') return skip('without control groups nobody shares out the processor');
      const sessions = await Promise.all(Array.from({ length: 4 }, () => engine.createSession()));
      const [honest, ...greedy] = sessions;
      if (honest === undefined) throw new Error('no session');
      const running = await Promise.all(
        greedy.map(async (session) => {
          const begun = Promise.withResolvers<void>();
          const events = collectRun(
            follow(start(session, 'python', work(24, 3), { timeoutS: 30 }), begun.resolve),
          );
          await begun.promise;
          return { events };
        }),
      );
      const own = share(await run(honest, 'python', work(1, 1), { timeoutS: 30 }));
      const theirs = await Promise.all(running.map(async ({ events }) => share(await events)));
      // Shared out by process it would be a twenty-fourth.
      expect(own).toBeGreaterThan(Math.max(...theirs) / 4);
      await Promise.all(sessions.map((session) => session.dispose()));
    });

    test('beside programs that fork, fill memory and invent messages, another one has all that it may have', async () => {
      const sessions = await Promise.all(Array.from({ length: 5 }, () => engine.createSession()));
      const hostile = sessions
        .slice(1)
        .map((session, n) =>
          run(session, 'python', [FORK, FILL, FLOOD, SPIN][n] as string, { timeoutS: 3 }),
        );
      const honest = sessions[0];
      if (honest === undefined) throw new Error('no session');
      const work = `import subprocess
x = bytearray(b"x") * 100_000_000
children = [subprocess.Popen(["true"]) for _ in range(10)]
print([child.wait() for child in children].count(0))
open("/tmp/f", "wb").write(b"x" * 30_000_000)`;
      const answer = await run(honest, 'python', work, { timeoutS: 30 });
      expect(answer.errorMessage).toBeUndefined();
      expect(printed(answer)).toBe('10\n');
      for (const { exit } of await Promise.all(hostile)) {
        expect(['timed_out', 'memory_exceeded']).toContain(exit.reason);
      }
      await Promise.all(sessions.map((session) => session.dispose()));
    });
  });
}
