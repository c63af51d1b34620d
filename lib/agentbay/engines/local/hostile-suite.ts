/**
 * Hostile programs, in Python and in JavaScript, against a real engine. After each: how it ended, what it had
 * printed, nothing of the host in the answer, nothing left of it in its sandbox, and a next run that is fine.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { localEngine, printed, run } from '@/lib/agentbay/engines/testing';
import { DESCRIPTORS } from './hostile/descriptors';
import { DISK } from './hostile/disk';
import type { HostFacts, HostileCase, HostileLanguage } from './hostile/hostile-case';
import { KERNEL } from './hostile/kernel';
import { leftOnHost } from './hostile/left-on-host';
import { MEMORY } from './hostile/memory';
import { NETWORK } from './hostile/network';
import { OTHERS } from './hostile/others';
import { OUTPUT } from './hostile/output';
import { PROCESSES } from './hostile/processes';
import { RUNNER } from './hostile/runner';
import { TIME } from './hostile/time';
import type { LocalEngine } from './local-engine';

const CASES: Record<string, HostileCase[]> = {
  processes: PROCESSES,
  memory: MEMORY,
  disk: DISK,
  output: OUTPUT,
  descriptors: DESCRIPTORS,
  time: TIME,
  network: NETWORK,
  "other people's files": OTHERS,
  kernel: KERNEL,
  runner: RUNNER,
};
/** Odd numbers, so that the words for a limit tell which one was hit. */
const LIMITS = { RUNBAY_MEMORY_MIB: '192', RUNBAY_PROCESSES: '32', RUNBAY_OUTPUT_KIB: '64' };
const OUTPUT_LIMIT_BYTES = 64 * 1024;
const LANGUAGES = ['python', 'javascript'] as const;
const BEFORE: Record<HostileLanguage, string> = {
  python: 'print("before")\n',
  javascript: 'console.log("before");\n',
};

const WRITE_ON = `import threading, time
def work():
    while True:
        with open("/workspace/n", "w") as file: file.write(str(time.time_ns()))
        time.sleep(0.001)
threading.Thread(target=work, daemon=True).start()
time.sleep(0.1)`;
const WAKE_ALL = `for (const name of require("fs").readdirSync("/proc")) {
  try { if (Number(name) > 1 && Number(name) !== process.pid) process.kill(Number(name), "SIGCONT"); } catch {}
}
await new Promise((r) => setTimeout(r, 100));`;
const SEE_WHETHER_WRITTEN = `const when = () => require("fs").statSync("/workspace/n").mtimeMs;
const before = when();
await new Promise((r) => setTimeout(r, 300));
console.log(before === when());`;
const FORK_WHEN_ASKED = `import os, subprocess
class X:
    def __dir__(self):
        subprocess.Popen(["sleep", "60"])
        return ["a"]
x = X()`;
const LEAVE_TRACES = `import os, socket
for folder in ("/workspace", "/tmp", "/dev/shm", "/cache"): open(folder + "/trace", "w").write("trace")
abstract = socket.socket(socket.AF_UNIX); abstract.bind("\\0trace"); abstract.listen()
service = socket.create_server(("127.0.0.1", 8099))
os.environ["TRACE"] = "trace"`;
const FIND_TRACES = `import os, socket
found = [folder for folder in ("/workspace", "/tmp", "/dev/shm", "/cache") if os.path.exists(folder + "/trace")]
for family, where in ((socket.AF_UNIX, "\\0trace"), (socket.AF_INET, ("127.0.0.1", 8099))):
    try: found.append(socket.socket(family).connect(where))
    except ConnectionRefusedError: pass
print(found)`;

/** `mode`: what the engine must say that it is in. */
export function hostileSuite(
  title: string,
  mode: 'full' | 'reduced' | 'any',
  settings: Record<string, string> = {},
) {
  describe(`hostile programs, ${title}`, () => {
    let engine: LocalEngine;
    let host: HostFacts;
    let services: Server[] = [];
    let before: ReturnType<typeof leftOnHost>;

    beforeAll(async () => {
      before = leftOnHost();
      engine = localEngine({ ...LIMITS, ...settings });
      ({ host, services } = await hostThatHasSecrets());
    });
    afterAll(async () => {
      await engine.dispose();
      for (const service of services) service.close();
      rmSync(host.secretFile, { force: true });
      vi.unstubAllEnvs();
    });

    test('the engine isolates', async () => {
      const status = await engine.status();
      expect(status.mode).toMatch(mode === 'any' ? /^(full|reduced)$/ : mode);
    });

    for (const [kind, cases] of Object.entries(CASES)) {
      describe.concurrent(kind, () => {
        for (const one of cases) {
          for (const language of LANGUAGES) {
            const program = one[language];
            if ('not' in program) {
              test(`${one.name}, ${language}`, ({ skip }) => skip(program.not));
              continue;
            }
            test(`${one.name}, ${language}`, async () => {
              const session = await engine.createSession(language);
              const { timeoutS = 30, prints, says, ends } = program;
              const code = typeof program.code === 'string' ? program.code : program.code(host);
              const answer = await run(session, language, BEFORE[language] + code, { timeoutS });
              expect(ends, JSON.stringify(answer).slice(0, 2000)).toContain(answer.exit.reason);
              if (says !== undefined) expect(answer.errorMessage).toMatch(says);
              expectNothingOfTheHost(answer, host);
              const output = printed(answer);
              expect(output.slice(0, 7)).toBe('before\n');
              if (typeof prints === 'string') expect(output.slice(7)).toBe(prints);
              else if (prints !== undefined) expect(output.slice(7)).toMatch(prints);
              if (answer.exit.reason === 'output_exceeded') {
                expect(answer.truncated).toBe(true);
                expect(answer.usage.outputBytes).toBe(OUTPUT_LIMIT_BYTES);
              }
              await expectFineAfterwards(session);
              await session.dispose();
            }, 60_000);
          }
        }
      });
    }

    test('an endless input in the place of its own holds up no later call of the context', async () => {
      const session = await engine.createSession();
      await run(session, 'python', 'import os\nos.dup2(os.open("/dev/zero", os.O_RDONLY), 0)');
      const next = await run(session, 'python', 'print("fine")', { context: 'continue' });
      expect(printed(next), next.errorMessage).toBe('fine\n');
      await session.dispose();
    });

    test('a context that another program has woken stands still when that has ended', async () => {
      const session = await engine.createSession();
      await run(session, 'python', WRITE_ON);
      await run(session, 'javascript', WAKE_ALL);
      const looked = await run(session, 'javascript', SEE_WHETHER_WRITTEN);
      expect(printed(looked), looked.errorMessage).toBe('true\n');
      await session.dispose();
    });

    test('what a context starts while it answers a question is over with the answer', async () => {
      const session = await engine.createSession();
      await run(session, 'python', FORK_WHEN_ASKED);
      await session.complete('x.', 2, 'python');
      expect(await left(session)).toEqual([]);
      await session.dispose();
    });

    test('a session sees nothing of another one, beside it or after it', async () => {
      const first = await engine.createSession();
      await run(first, 'python', LEAVE_TRACES);
      const second = await engine.createSession();
      expect(printed(await run(second, 'python', FIND_TRACES))).toBe('[]\n');
      await first.dispose();
      const third = await engine.createSession();
      expect(printed(await run(third, 'python', FIND_TRACES))).toBe('[]\n');
      await Promise.all([second.dispose(), third.dispose()]);
    });

    test('after all of them nothing is left on the host', async () => {
      await engine.dispose();
      expect(leftOnHost()).toEqual(before);
    });
  });
}

async function hostThatHasSecrets(): Promise<{ host: HostFacts; services: Server[] }> {
  const secret = `only-the-host-knows-${process.pid}`;
  const secretFile = join(tmpdir(), `runbay-test-secret-${process.pid}`);
  const abstractName = `runbay-test-${process.pid}`;
  vi.stubEnv('RUNBAY_TEST_SECRET', secret);
  writeFileSync(secretFile, secret, { mode: 0o644 });
  const service = createServer((socket) => socket.end('HAD')).listen(0, '127.0.0.1');
  const abstract = createServer((socket) => socket.end('HAD')).listen(`\0${abstractName}`);
  await new Promise((resolve) => service.once('listening', resolve));
  const { port } = service.address() as { port: number };
  const host = { port, abstractName, secretFile, secret, application: process.cwd() };
  return { host, services: [service, abstract] };
}

function expectNothingOfTheHost(answer: unknown, { secret }: HostFacts): void {
  const text = JSON.stringify(answer);
  expect(text).not.toMatch(/\bHAD\b/);
  expect(text).not.toContain(secret);
  expect(text.length).toBeLessThan(8_000_000);
}

async function expectFineAfterwards(session: EngineSession): Promise<void> {
  expect(await left(session)).toEqual([]);
  const python = await run(
    session,
    'python',
    'import json\nprint(json.dumps([len("abc"), 6 * 7]))',
  );
  expect(printed(python), python.errorMessage).toBe('[3, 42]\n');
  const javascript = await run(
    session,
    'javascript',
    'console.log(JSON.stringify([1, 2].map((x) => x * 21)))',
  );
  expect(printed(javascript), javascript.errorMessage).toBe('[21,42]\n');
  expect((await session.files.list()).files.length).toBeGreaterThanOrEqual(0);
}

/** The processes in the session's sandbox that are no kernel and no zombie, as seen from inside. */
async function left(session: EngineSession): Promise<string[]> {
  const look = `import os
found = []
for pid in os.listdir("/proc"):
    if pid.isdigit() and int(pid) not in (1, os.getpid()):
        try: name, rest = open(f"/proc/{pid}/stat").read().split("(", 1)[1].rsplit(") ", 1)
        except OSError: continue
        if rest[0] not in "ZX": found.append(name)
print(*found)`;
  const names = printed(await run(session, 'python', look))
    .trim()
    .split(' ')
    .filter(Boolean);
  const kernels = ['python3', 'node', 'MainThread'];
  const others = names.filter((name) => !kernels.includes(name));
  // A Python kernel that waits; a Node.js one that waits, and one frozen for the next call of its context.
  return names.length - others.length > 3 ? names : others;
}
