/** What is left on the host: after a run nothing outside its session, after a session nothing at all. */
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { localEngine, run, start } from '@/lib/agentbay/engines/testing';

/** The processes below this one, by /proc. */
function processes(): string[] {
  const parents = new Map<number, { parent: number; name: string }>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const [, name = '', rest = ''] =
        /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      parents.set(Number(pid), { parent: Number(rest.split(' ')[1]), name });
    } catch {} // It ended while we looked.
  }
  const isOurs = (pid: number): boolean =>
    pid === process.pid || (parents.has(pid) && isOurs(parents.get(pid)?.parent ?? 0));
  return [...parents]
    .filter(([pid]) => pid !== process.pid && isOurs(pid))
    .map(([, { name }]) => name);
}

function controlGroups(): string[] {
  const found: string[] = [];
  const look = (folder: string, depth: number) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.name.startsWith(`runbay-${process.pid}-`)) found.push(path);
      else if (depth > 0) look(path, depth - 1);
    }
  };
  try {
    look('/sys/fs/cgroup', 4);
  } catch {} // A group that ended while we looked, or none at all.
  return found;
}

const folders = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`runbay-${process.pid}-`));
const mounts = () => readFileSync('/proc/self/mountinfo', 'utf8').split('\n').length;
const descriptors = () => readdirSync('/proc/self/fd').length;

const state = () => ({
  processes: processes().sort(),
  controlGroups: controlGroups().length,
  folders: folders().length,
  mounts: mounts(),
});

/** The processes inside the session's sandbox, as seen from inside, without the one that looks. */
async function inside(session: EngineSession): Promise<string[]> {
  const look =
    'import os\nprint(*sorted(open(f"/proc/{p}/comm").read().strip() + ":" + open(f"/proc/{p}/stat").read().rsplit(")", 1)[1].split()[0] for p in os.listdir("/proc") if p.isdigit() and p not in ("1", str(os.getpid()))))';
  const { logs } = await run(session, 'python', look);
  return logs.stdout.join('').trim().split(' ').filter(Boolean);
}

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

describe('leftovers', () => {
  const engine = localEngine({ RUNBAY_POOL: '0' });
  afterAll(() => engine.dispose());

  test.each(LITTER)('%s is gone when its run has ended', async (_, language, code) => {
    const session = await engine.createSession();
    const answer = await run(session, language, code);
    expect(answer.exit.reason).toBe('exited');
    // A zombie (Z) runs nothing: its parent is the frozen context, which will collect it.
    const left = (await inside(session)).filter((entry) => !entry.endsWith(':Z'));
    const count = (names: string[]) =>
      left.filter((entry) => names.includes(entry.split(':')[0] ?? ''));
    // One waiting Python; of Node.js one that waits and one frozen for `continue`. Nothing else.
    expect(count(['python3']).length).toBeLessThanOrEqual(1);
    expect(count(['node', 'MainThread']).length).toBeLessThanOrEqual(2);
    expect(left.length).toBe(count(['python3', 'node', 'MainThread']).length);
    await session.dispose();
  });

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
    const before = state();
    const descriptorsBefore = descriptors();
    for (const [, language, code] of LITTER) {
      const session = await engine.createSession();
      await run(session, language, code);
      await session.dispose();
    }
    const busy = await engine.createSession();
    start(busy, 'python', 'import os\nwhile True:\n    try: os.fork()\n    except OSError: pass');
    await busy.dispose();
    expect(state()).toEqual(before);
    expect(descriptors()).toBeLessThanOrEqual(descriptorsBefore + 1);
  });

  test('after the engine nothing is left', async () => {
    const other = localEngine({ RUNBAY_POOL: '2' });
    const before = state();
    const session = await other.createSession('javascript');
    start(session, 'javascript', 'for (;;) {}');
    expect(state().folders).toBe(before.folders + 1);
    await other.dispose();
    expect(state()).toEqual(before);
  });
});
