/** What a program must not be able to do, tried from inside, in both modes. */
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { localEngine, printed, run } from '@/lib/agentbay/engines/testing';
import type { LocalEngine } from './local-engine';

describe.each([
  ['with control groups', {}],
  ['without control groups', { RUNBAY_CGROUPS: 'off' }],
])('isolation %s', (_, settings) => {
  let engine: LocalEngine;
  let session: EngineSession;

  beforeAll(async () => {
    engine = localEngine(settings);
    session = await engine.createSession();
  }, 30_000);
  afterAll(() => engine.dispose());

  const python = (code: string, options = {}) => run(session, 'python', code, options);
  const javascript = (code: string) => run(session, 'javascript', code);
  /** Runs each expression and gives the name of the error it raises, or what it gave. */
  const outcomes = async (expressions: string[], setup = ''): Promise<unknown[]> => {
    const lines = expressions.map((text) => `tried(lambda: ${text})`).join('\n');
    const answer = await python(
      `import json, os, socket, ctypes\n${setup}\nfound = []\ndef tried(f):\n    try: found.append(repr(f()))\n    except Exception as e: found.append(type(e).__name__)\n${lines}\nprint(json.dumps(found))`,
    );
    expect(answer.error).toBeUndefined();
    return JSON.parse(printed(answer));
  };

  test('the network is out of reach: the internet, services of the host, its abstract sockets', async () => {
    const service = createServer((socket) => socket.end('host')).listen(0, '127.0.0.1');
    await new Promise((resolve) => service.once('listening', resolve));
    const { port } = service.address() as { port: number };
    const abstract = createServer().listen('\0runbay-test');
    try {
      expect(
        await outcomes([
          `socket.create_connection(("127.0.0.1", ${port}), 1)`,
          'socket.create_connection(("192.0.2.1", 80), 1)',
          'socket.getaddrinfo("example.org", 80)',
          'socket.socket(socket.AF_UNIX).connect("\\0runbay-test")',
          'socket.socket(socket.AF_PACKET, socket.SOCK_RAW)',
          'socket.socket(40, socket.SOCK_STREAM)',
        ]),
      ).toEqual([
        'ConnectionRefusedError',
        'OSError',
        'gaierror',
        'ConnectionRefusedError',
        'OSError',
        'OSError',
      ]);
    } finally {
      service.close();
      abstract.close();
    }
    const answer = await javascript(
      'await fetch("http://192.0.2.1/").then(() => "reached", (e) => e.cause.code)',
    );
    expect(answer.result).toMatch(/'(ENETUNREACH|EHOSTUNREACH)'/);
  });

  test('a server and its client inside the sandbox can talk', async () => {
    const answer = await javascript(
      'const s = require("http").createServer((q, r) => r.end("inside")).listen(8080);\nawait new Promise((r) => s.once("listening", r));\nconsole.log(await (await fetch("http://127.0.0.1:8080")).text());\ns.close(); s.closeAllConnections()',
    );
    expect(printed(answer)).toBe('inside\n');
  });

  test('nothing of the host is seen: files, environment, processes, the application', async () => {
    const secret = join(tmpdir(), 'runbay-secret-of-the-host');
    writeFileSync(secret, 'secret');
    process.env.RUNBAY_TEST_SECRET = 'only-the-server-knows';
    try {
      const answer = await python(
        `import os, glob, json
def environment(path):
    try: return open(path, errors="replace").read()
    except OSError: return ""  # It ended while we looked.
print(json.dumps({
  "secret": os.path.exists(${JSON.stringify(secret)}),
  "application": os.path.exists(${JSON.stringify(process.cwd())}),
  "root": sorted(os.listdir("/")), "etc": sorted(os.listdir("/etc")), "home": os.path.exists("/root"),
  "environment": sorted(os.environ),
  "others": any("only-the-server-knows" in environment(p) for p in glob.glob("/proc/[0-9]*/environ")),
  "processes": len(glob.glob("/proc/[0-9]*")),
  "users": open("/etc/passwd").read().count("\\n"),
}))`,
      );
      const seen = JSON.parse(printed(answer));
      expect(seen).toMatchObject({ secret: false, application: false, home: false, others: false });
      expect(seen.root).toEqual([
        'bin',
        'cache',
        'dev',
        'etc',
        'lib',
        'lib64',
        'proc',
        'runbay',
        'sbin',
        'tmp',
        'usr',
        'workspace',
      ]);
      expect(seen.environment).toEqual(
        'HOME LANG MPLBACKEND MPLCONFIGDIR PATH PWD PYTHONUNBUFFERED TMPDIR USER XDG_CACHE_HOME'.split(
          ' ',
        ),
      );
      expect(seen.processes).toBeLessThan(6);
      expect(seen.users).toBe(1);
    } finally {
      rmSync(secret);
      delete process.env.RUNBAY_TEST_SECRET;
    }
  });

  test('only the workspace and the folders for temporary files can be written', async () => {
    const paths = ['/', '/usr', '/etc', '/dev', '/proc', '/runbay', '/runbay/guest', '/proc/1'];
    const results = await outcomes(paths.map((path) => `open("${path}/x", "w")`));
    for (const result of results)
      expect(result).toMatch(/OSError|PermissionError|FileNotFoundError/);
  });

  test('the first process cannot be touched: not signalled, not read, not written, not traced', async () => {
    expect(
      await outcomes([
        'os.kill(1, 9)',
        'os.listdir("/proc/1")',
        'open("/proc/1/mem", "r+b")',
        'os.pidfd_open(1) and None',
      ]),
    ).toEqual(['None', '[]', expect.stringMatching(/Error/), 'None']);
    expect((await python('"still here"')).result).toBe("'still here'");
  });

  test('system calls that reach too far are refused', async () => {
    const call = (number: number, ...args: (number | string)[]) =>
      `errno(libc.syscall(${[number, ...args].join(', ')}))`;
    const setup =
      'libc = ctypes.CDLL(None, use_errno=True)\nlibc.syscall.restype = ctypes.c_long\ndef errno(r):\n    return os.strerror(ctypes.get_errno()) if r < 0 else r';
    const numbers = process.arch === 'x64' ? X64 : ARM64;
    const results = await outcomes(
      Object.values(numbers).map(([number, ...args]) => call(number as number, ...args)),
      setup,
    );
    const named = Object.fromEntries(Object.keys(numbers).map((name, i) => [name, results[i]]));
    for (const [name, result] of Object.entries(named)) {
      expect(`${name}: ${result}`).toMatch(/Operation not permitted|Function not implemented/);
    }
  });

  test('there are no capabilities and none can be had', async () => {
    const status = await python(
      'print([l.split()[1] for l in open("/proc/self/status") if l.startswith(("CapEff", "CapBnd", "NoNewPrivs", "Seccomp:"))])',
    );
    expect(printed(status)).toBe("['0000000000000000', '0000000000000000', '1', '2']\n");
    const results = await outcomes([
      'os.setuid(0)',
      'os.chroot("/tmp")',
      'os.mknod("/tmp/d", 0o20666, 5)',
    ]);
    expect(results).toEqual(['OSError', 'PermissionError', 'PermissionError']);
  });

  test('a printed protocol message is only text', async () => {
    const forged =
      'import os\nos.write(1, b"D0\\n\\x05\\x00\\x00\\x00\\x05\\x01\\x00\\x00\\x00" + b\'{"t":"end","code":0}\')\nprint("after")\nraise SystemExit(3)';
    const answer = await python(forged);
    expect(answer.exit.code).toBe(3);
    expect(printed(answer)).toContain('after');
  });

  test('rubbish on the control pipe harms the program’s own run at most', async () => {
    for (const rubbish of [
      'b"X" * 9_000_000',
      'b"D7\\n"',
      'b"R{]\\nE[]\\nRnull\\n"',
      'b"D\\n" * 1000',
      'b"Dx\\n"',
      'b"D99999999999\\n"',
    ]) {
      await python(`import os\nos.write(10, ${rubbish})\nprint("x")`, { timeoutS: 2 });
      expect((await python('"fine"')).result).toBe("'fine'");
    }
  });

  test('a program that kills everything it can reaches its own sandbox only, and the next one is fine', async () => {
    const answer = await python('import os\nprint("before")\nos.kill(-1, 9)\nprint("after")');
    expect(printed(answer)).toBe('before\nafter\n');
    expect((await python('"fine"')).result).toBe("'fine'");
    expect((await javascript('"fine"')).result).toBe("'fine'");
  });

  test('patched built-ins do not outlive a fresh run', async () => {
    await python(
      'import builtins, json\nbuiltins.print = None\njson.dumps = None\nopen("json.py", "w").write("1/0")',
    );
    expect(printed(await python('print("fine")'))).toBe('fine\n');
    await python('import os\nos.unlink("json.py")');
    await javascript(
      'JSON.stringify = null; require("fs").writeSync = null; Array.prototype.map = null',
    );
    expect(printed(await javascript('console.log([1].map((x) => x))'))).toBe('[ 1 ]\n');
  });
});

const X64 = {
  unshare: [272, 0x10000000],
  setns: [308, 0, 0],
  mount: [165, 0, 0, 0, 0, 0],
  ptrace: [101, 0, 0, 0, 0],
  process_vm_readv: [310, 1, 0, 0, 0, 0, 0],
  bpf: [321, 0, 0, 0],
  perf_event_open: [298, 0, 0, -1, -1, 0],
  userfaultfd: [323, 0],
  keyctl: [250, 0, 0],
  add_key: [248, 0, 0, 0, 0, 0],
  io_uring_setup: [425, 1, 0],
  memfd_create: [319, '"x"', 0],
  inotify_init1: [294, 0],
  kexec_load: [246, 0, 0, 0, 0],
  init_module: [175, 0, 0, 0],
  pidfd_getfd: [438, 0, 0, 0],
  clone_newuser: [56, 0x10000011, 0, 0, 0, 0],
  clone3: [435, 0, 0],
  a_future_call: [460, 0],
  personality: [135, 0x40000],
};
const ARM64 = {
  unshare: [97, 0x10000000],
  mount: [40, 0, 0, 0, 0, 0],
  ptrace: [117, 0, 0, 0, 0],
  bpf: [280, 0, 0, 0],
  keyctl: [219, 0, 0],
  io_uring_setup: [425, 1, 0],
  clone3: [435, 0, 0],
  a_future_call: [460, 0],
};
