/** Programs as people write them, each next to what the bare interpreter does with it: for every engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, EngineSession } from './engine';
import { follow, printed, run, start } from './testing';

export function programsSuite(name: string, makeEngine: () => Engine): void {
  describe(`${name}: programs as people write them`, () => {
    let engine: Engine;
    let session: EngineSession;

    beforeAll(async () => {
      engine = makeEngine();
      session = await engine.createSession();
    }, 30_000);
    afterAll(() => engine.dispose());

    const python = (code: string, options = {}) => run(session, 'python', code, options);
    const javascript = (code: string, options = {}) => run(session, 'javascript', code, options);
    const next = { context: 'continue' } as const;

    describe('Python', () => {
      test('the first error of a session has its marks, and runs no file of the program', async () => {
        const first = await engine.createSession();
        const answer = await run(
          first,
          'python',
          'open("ast.py", "w").write("print(\'mine\')")\nx = [1]\nprint(x[0] + x[5])',
        );
        expect(answer.logs.stdout.join('')).toBe('');
        expect(answer.error?.traceback).toMatch(/print\(x\[0\] \+ x\[5\]\)\n +~\^\^\^\n/);
        await first.dispose();
      });

      test('os.fork: the parent goes on, the child’s end is its own', async () => {
        const code =
          'import os, sys\npid = os.fork()\nif pid == 0:\n    print("child")\n    sys.exit(3)\nprint("parent", os.waitstatus_to_exitcode(os.wait()[1]))';
        const answer = await python(code);
        expect(printed(answer).trim().split('\n').sort()).toEqual(['child', 'parent 3']);
        expect(answer.exit).toEqual({ reason: 'exited', code: 0 });
        expect((await python('"next"', next)).result).toBe("'next'");
      });

      test('an error in a forked child is the child’s', async () => {
        const answer = await python(
          'import os\nif os.fork() == 0:\n    1/0\nos.wait()\nprint("parent")',
        );
        expect(answer.success).toBe(true);
        expect(printed(answer)).toBe('parent\n');
        expect(answer.logs.stderr.join('')).toContain('ZeroDivisionError');
      });

      test.each([
        [
          'ProcessPoolExecutor that nobody shuts down',
          'from concurrent.futures import ProcessPoolExecutor\ndef f(n): return n * n\ne = ProcessPoolExecutor(2)\nprint(e.submit(f, 3).result())',
          '9\n',
        ],
        [
          'multiprocessing.Manager',
          'import multiprocessing as mp\nm = mp.Manager()\nprint(dict(m.dict(a=1)))',
          "{'a': 1}\n",
        ],
        [
          'a Process that nobody joins',
          'import multiprocessing as mp, time\ndef f():\n    time.sleep(0.1)\n    print("child")\nmp.Process(target=f).start()\nprint("main")',
          'main\nchild\n',
        ],
        [
          'shared memory and a queue',
          'import multiprocessing as mp\ndef f(q, v):\n    v.value += 1\n    q.put("x")\nq, v = mp.Queue(), mp.Value("i", 1)\np = mp.Process(target=f, args=(q, v))\np.start()\nprint(q.get())\np.join()\nprint(v.value)',
          'x\n2\n',
        ],
        [
          'text and bytes on stdout keep their order',
          'import sys\nsys.stdout.write("a ")\nsys.stdout.buffer.write(b"b\\n")\nprint("c")',
          'a b\nc\n',
        ],
        [
          'dataclasses',
          'from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int = 1\nprint(P())',
          'P(x=1)\n',
        ],
        [
          'sqlite3',
          'import sqlite3\nd = sqlite3.connect(":memory:")\nd.execute("create table t (n)")\nd.execute("insert into t values (5)")\nprint(d.execute("select n from t").fetchone())',
          '(5,)\n',
        ],
        [
          'logging',
          'import logging, sys\nlogging.basicConfig(stream=sys.stdout, format="%(levelname)s %(message)s")\nlogging.warning("w")',
          'WARNING w\n',
        ],
        [
          'tempfile',
          'import tempfile\nwith tempfile.TemporaryDirectory() as d: print(d.startswith("/tmp/"))',
          'True\n',
        ],
        [
          'unittest',
          'import sys, unittest\nclass T(unittest.TestCase):\n    def test_it(self): self.assertEqual(1, 1)\nr = unittest.main(exit=False, argv=["x"]).result\nprint(r.testsRun, r.wasSuccessful())',
          '1 True\n',
        ],
        [
          'doctest',
          'import doctest\ndef f():\n    """\n    >>> f()\n    1\n    """\n    return 1\nprint(doctest.testmod())',
          'TestResults(failed=0, attempted=1)\n',
        ],
      ])('%s', async (_, code, output) => {
        const answer = await python(code);
        expect(answer.error).toBeUndefined();
        expect(printed(answer)).toBe(output);
      });

      test('a source with form feeds and line separators keeps its lines', async () => {
        const { error } = await python('a = "x\u2028y\\f"\n\f\nb = 1\nc = b / 0\n');
        expect(error).toMatchObject({ line: 4, column: 5 });
        expect(error?.traceback).toContain('    c = b / 0\n');
      });

      test('a hook for uncaught errors is called', async () => {
        const answer = await python(
          'import sys\nsys.excepthook = lambda t, e, tb: print("hook", t.__name__)\n1/0',
        );
        expect(printed(answer)).toBe('hook ZeroDivisionError\n');
        expect(answer.exit.code).toBe(1);
      });

      test('a tracing program sees its own calls only', async () => {
        const answer = await python(
          'import sys\nseen = []\ndef trace(frame, event, arg):\n    print(frame.f_code.co_name)\nsys.settrace(trace)\ndef mine(): pass\nmine()',
        );
        expect(printed(answer)).toBe('mine\n');
      });

      test('a refused socket is no process limit', async () => {
        const answer = await python(
          'import socket\na, b = socket.socketpair()\na.setblocking(False)\na.recv(5)',
        );
        expect(answer.exit.reason).toBe('exited');
        expect((await python('raise MemoryError("mine")')).exit.reason).toBe('exited');
      });

      test('each program begins with its own input', async () => {
        await python('input()', { stdin: 'a\nleft over\n' });
        const running = start(session, 'python', 'print(input())', { stdin: null, ...next });
        const events = await follow(running, (event) => {
          if (event.type === 'input') running.write('mine\n');
        });
        expect(events.filter(({ type }) => type === 'stdout')).toEqual([
          { type: 'stdout', text: 'mine\n' },
        ]);
        const third = await python('print(input())', { stdin: 'third\n', ...next });
        expect(printed(third)).toBe('third\n');
      });

      test('a program that polls for input is asked, and its time goes on', async () => {
        const code = 'import select, sys\nwhile True:\n    select.select([sys.stdin], [], [], 0.3)';
        const running = start(session, 'python', code, { stdin: null, timeoutS: 1 });
        const events = await follow(running);
        expect(events.map(({ type }) => type)).toContain('input');
        expect(events.at(-1)).toMatchObject({ exit: { reason: 'timed_out' } });
      });

      test('a program that prints while a thread waits for input uses its time', async () => {
        const code =
          'import threading, time\nthreading.Thread(target=input, daemon=True).start()\nwhile True:\n    time.sleep(0.05)\n    print(1)';
        const answer = await python(code, { stdin: null, timeoutS: 1 });
        expect(answer.exit.reason).toBe('timed_out');
        expect(answer.executionTime).toBeLessThan(4);
      });

      test('a chain of children that burn while the parent waits uses its time', async () => {
        const code =
          'import os, time\nif os.fork() == 0:\n    while True:\n        t = time.process_time()\n        while time.process_time() - t < 0.03: pass\n        if os.fork(): os._exit(0)\ninput()';
        const answer = await python(code, { stdin: null, timeoutS: 1 });
        expect(answer.exit.reason).toBe('timed_out');
        expect(answer.executionTime).toBeLessThan(6);
      });
    });

    describe('JavaScript', () => {
      test.each([
        [
          'process.exit after an await',
          'async function main() { await null; console.log("a"); process.exit(0) }\nawait main();',
          'a\n',
        ],
        [
          'process.exit in a pending main()',
          'async function main() { await null; console.log("a"); process.exit(0) }\nmain();',
          'a\n',
        ],
        [
          'an exit listener runs once',
          'process.on("exit", (c) => console.log("exit", c));\nawait null;\nprocess.exit(0)',
          'exit 0\n',
        ],
        [
          'names that the kernel uses too',
          'import process from "node:process";\nimport { URL } from "node:url";\nimport { setTimeout } from "node:timers/promises";\nimport { Buffer } from "node:buffer";\nimport console from "node:console";\nawait setTimeout(1);\nconsole.log(process.argv.length, typeof URL, typeof Buffer.from)',
          '2 function function\n',
        ],
        [
          'globals that are shadowed',
          'const Math = { random: 4 };\nconst String = 5;\nlet Object = 6;\nconst JSON = 7;\nconsole.log(Math.random, String, Object, JSON)',
          '4 5 6 7\n',
        ],
        ['export default of every kind', 'export default () => 5;\nconsole.log("ok")', 'ok\n'],
        [
          'export default of an async arrow',
          'export default async () => { await null };\nconsole.log("ok")',
          'ok\n',
        ],
        [
          'export default of a class',
          'export default class A { static n = 1 }\nconsole.log(A.n)',
          '1\n',
        ],
        [
          'a top-level throw that is listened for',
          'process.on("uncaughtException", (e) => console.log("caught", e.message));\nsetTimeout(() => console.log("still"), 5);\nthrow new Error("x")',
          'caught x\nstill\n',
        ],
        [
          'for await over stdin',
          'for await (const chunk of process.stdin) console.log(String(chunk))',
          'in\n',
        ],
        [
          'streams',
          'const { pipeline } = require("stream/promises");\nconst { Readable } = require("stream");\nawait pipeline(Readable.from(["a", "b"]), async function (s) { for await (const c of s) console.log(String(c)) })',
          'a\nb\n',
        ],
        [
          'child_process.fork',
          'const { fork } = require("child_process");\nif (process.argv[2] === "child") process.send("from child");\nelse fork(__filename, ["child"]).on("message", (m) => console.log(m))',
          'from child\n',
        ],
        [
          'an event emitter as the last value',
          'const e = new (require("events"))();\ne.on("x", () => {})',
          '',
        ],
      ])('%s', async (_, code, output) => {
        const answer = await javascript(code, { stdin: 'in' });
        expect(answer.error).toBeUndefined();
        expect(answer.logs.stderr).toEqual([]);
        expect(printed(answer)).toBe(output);
        expect(answer).toMatchObject({ success: true, results: [] });
      });

      test('a program that shadows what the kernel uses and throws has failed', async () => {
        const answer = await javascript(
          'const Math = {};\nconst String = 5;\nthrow new Error("mine")',
        );
        expect(answer.error).toMatchObject({ name: 'Error', value: 'mine', line: 3 });
        expect(answer.success).toBe(false);
      });

      test.each([
        'throw new Proxy(new Error("p"), { get() { throw new Error("trap") } })',
        'const e = new Error("s"); e.name = Symbol("s"); throw e',
        'const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); throw proxy',
      ])('what cannot be looked at is an error all the same: %s', async (code) => {
        const answer = await javascript(code);
        expect(answer.success).toBe(false);
        expect(answer.error).toBeDefined();
        expect((await javascript('"fine"')).result).toBe("'fine'");
      });

      test('nothing of a program that failed goes on in the next one', async () => {
        await javascript('setInterval(() => console.log("tick"), 5);\nthrow new Error("boom")');
        const answer = await javascript(
          'await new Promise((r) => setTimeout(r, 50));\nconsole.log("second")',
          next,
        );
        expect(printed(answer)).toBe('second\n');
      });

      test('process.exit loses nothing that was printed', async () => {
        const answer = await javascript(
          'for (let i = 0; i < 2000; i++) console.log("x".repeat(89));\nprocess.exit(0)',
        );
        expect(answer.usage.outputBytes).toBe(2000 * 90);
      });

      test('an abort is called by its usual name', async () => {
        expect((await javascript('process.abort()')).exit.signal).toBe('SIGABRT');
      });

      test('a missing package says so, with the user’s frames only', async () => {
        const { error } = await javascript('require("express")');
        expect(error?.value).toMatch(/Cannot find module 'express'/);
        expect(error?.traceback).not.toMatch(/inspector|runbay/);
      });
    });

    describe('what the program before left behind', () => {
      test.each([
        [
          'folders that nobody may open',
          'import os\nos.chmod("/workspace", 0)\nos.chmod("/tmp", 0)',
        ],
        [
          'a pipe where the program goes',
          'import os\nfor n in ("main.py", "main.js"):\n    if os.path.exists(n): os.unlink(n)\n    os.mkfifo(n)',
        ],
        ['a folder where the program goes', 'import os\nos.unlink("main.py")\nos.mkdir("main.py")'],
        [
          'stopped and limited neighbours',
          'import os, signal, resource\nfor p in os.listdir("/proc"):\n    if p.isdigit() and int(p) not in (1, os.getpid()):\n        os.kill(int(p), signal.SIGSTOP)',
        ],
      ])('%s', async (_, code) => {
        await python(code);
        expect((await python('"fine"', { timeoutS: 3 })).result).toBe("'fine'");
        expect((await javascript('"fine"', { timeoutS: 3 })).result).toBe("'fine'");
        await python('import os\nif os.path.isdir("main.py"): os.rmdir("main.py")');
      });

      test('a check while the program holds every process is answered, and harms nothing', async () => {
        const hold =
          'import threading, time\ntry:\n    for _ in range(200): threading.Thread(target=time.sleep, args=(20,), daemon=True).start()\nexcept RuntimeError:\n    print("full")\ninput()';
        const running = start(session, 'python', hold, { stdin: null });
        const events = follow(running, async (event) => {
          if (event.type !== 'input') return;
          await session.check('x = = 1', 'python');
          await session.check('x = = 1', 'javascript');
          running.stop();
        });
        expect((await events).at(-1)).toMatchObject({ exit: { reason: 'stopped' } });
      });
    });
  });
}
