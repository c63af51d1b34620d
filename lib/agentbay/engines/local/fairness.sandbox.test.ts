/** Many hostile clients at once, and one that is not: what it gets beside them, compared in one run. */
import { afterAll, expect, test } from 'vitest';
import type { RunResponse } from '@/lib/agentbay/contract';
import { localEngine, printed, run } from '@/lib/agentbay/engines/testing';

const engine = localEngine({ RUNBAY_POOL: '0', RUNBAY_MEMORY_MIB: '192', RUNBAY_PROCESSES: '32' });
afterAll(() => engine.dispose());

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

test('a program of one process has as much of the processor as each of those that have many', async ({
  skip,
}) => {
  const { mode } = await engine.status();
  if (mode !== 'full') return skip('without control groups nobody shares out the processor');
  const sessions = await Promise.all(Array.from({ length: 4 }, () => engine.createSession()));
  const [honest, ...greedy] = await Promise.all(
    sessions.map((session, n) =>
      run(session, 'python', n === 0 ? 'while True: pass' : SPIN, { timeoutS: 2 }),
    ),
  );
  const used = (answer: RunResponse) => answer.usage.cpuTimeS;
  // Shared by process it would be a twenty-fifth.
  expect(used(honest as RunResponse)).toBeGreaterThan(Math.max(...greedy.map(used)) / 4);
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
