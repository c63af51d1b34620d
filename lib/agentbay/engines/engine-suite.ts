/**
 * What every engine must do, told as its users would: the local engine runs this suite, and so does any
 * other. Each test runs real programs; what a limit does is in the tests of the engine that keeps it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '@/lib/agentbay/contract';
import type { Engine, EngineSession } from './engine';
import { follow, printed, run, start } from './testing';

export function engineSuite(name: string, makeEngine: () => Engine): void {
  describe(`${name}: the contract`, () => {
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

    test('events come in order: start, output, result, done', async () => {
      const events = await follow(start(session, 'python', 'print("a")\n40 + 2'));
      const types = events.map(({ type }) => type);
      expect(types.filter((type, at) => type !== types[at - 1])).toEqual([
        ...['start', 'stdout', 'result', 'done'],
      ]);
      expect(events[0]).toMatchObject({ language: 'python', engine: engine.name, timeoutS: 10 });
      expect(events.at(-1)).toMatchObject({
        success: true,
        result: '42',
        exit: { reason: 'exited', code: 0 },
        executionCount: 1,
        truncated: false,
      });
    });

    test('usage and time are measured', async () => {
      const answer = await python(
        'import time\nt = time.process_time()\nwhile time.process_time() - t < 0.2: pass\nx = bytearray(50_000_000)\nprint("x" * 10)',
      );
      expect(answer.usage.cpuTimeS).toBeGreaterThan(0.19);
      expect(answer.usage.peakMemoryBytes).toBeGreaterThan(50_000_000);
      expect(answer.usage.outputBytes).toBe(11);
      expect(answer.executionTime).toBeGreaterThan(0.19);
    });

    describe.each([
      ['python', 'x = 20', 'x * 2 + 2', 'x'],
      ['javascript', 'const x = 20', 'x * 2 + 2', 'typeof x'],
    ] as const)('context in %s', (language, define, use, look) => {
      test('a call goes on where the last one stopped', async () => {
        await run(session, language, define);
        const answer = await run(session, language, use, next);
        expect(answer.result).toBe('42');
        expect(answer.results).toEqual([{ text: '42', isMainResult: true }]);
        expect(answer.executionCount).toBe(2);
      });

      test('a fresh run knows nothing of the one before', async () => {
        await run(session, language, define);
        const answer = await run(session, language, look);
        expect(answer.success ? answer.result : answer.error?.name).toBe(
          language === 'python' ? 'NameError' : "'undefined'",
        );
        expect(answer.executionCount).toBe(1);
      });

      test('an error leaves the context alive', async () => {
        await run(session, language, define);
        const failed = await run(session, language, 'nothing_of_that_name', next);
        expect(failed.success).toBe(false);
        expect((await run(session, language, use, next)).result).toBe('42');
      });
    });

    test('a const may be declared again in the next call, as in a prompt', async () => {
      await javascript('const a = 1; let b = 1; class C {}');
      const answer = await javascript('const a = 2; let b = 3; class C {}; a + b', next);
      expect(answer.result).toBe('5');
    });

    test('files are shared by the languages of a session', async () => {
      await python('import json\njson.dump({"n": 7}, open("/tmp/a.json", "w"))');
      const answer = await javascript('require("fs").readFileSync("/tmp/a.json", "utf8")', next);
      expect(answer.result).toBe(`'{"n": 7}'`);
      await javascript('require("fs").writeFileSync("data.txt", "from js")');
      expect((await python('open("/workspace/data.txt").read()')).result).toBe("'from js'");
    });

    test('a fresh run finds no temporary files of the one before', async () => {
      await python('import os\nos.makedirs("/tmp/a/b")\nopen("/tmp/a/b/c", "w").write("x")');
      expect((await python('import os\nos.listdir("/tmp")')).result).toBe('[]');
      await python('open("/tmp/x", "w")');
      expect((await javascript('fs = require("fs"); fs.readdirSync("/tmp")')).result).toBe('[]');
    });

    test('what a run used is its own, not what the one before it used', async () => {
      await python(
        'x = bytearray(100_000_000)\nimport time\nt = time.process_time()\nwhile time.process_time() - t < 0.3: pass',
      );
      const { usage } = await python('1');
      expect(usage.peakMemoryBytes).toBeLessThan(50_000_000);
      expect(usage.cpuTimeS).toBeLessThan(0.2);
    });

    test('a module of the user may have any name', async () => {
      await python(
        'for n in ("agent", "kernels", "random", "runs"): open(n + ".py", "w").write("name = __name__")',
      );
      const answer = await python(
        'import agent, kernels, random, runs\nprint(agent.name, kernels.name, random.name, runs.name)',
      );
      expect(printed(answer)).toBe('agent kernels random runs\n');
      await python(
        'import os\nfor n in ("agent", "kernels", "random", "runs"): os.unlink(n + ".py")',
      );
    });

    test('two sessions share nothing', async () => {
      const other = await engine.createSession();
      await python(
        'open("mine.txt", "w").write("x")\nopen("/tmp/mine.txt", "w").write("x")\nv = 1',
      );
      const answer = await run(
        other,
        'python',
        'import os\nprint(os.listdir("/workspace"), os.listdir("/tmp"), "v" in globals())',
        next,
      );
      expect(printed(answer)).toBe('[] [] False\n');
      await other.dispose();
    });

    describe('code of every kind', () => {
      test('empty code ends at once and well', async () => {
        for (const answer of [await python(''), await javascript('')]) {
          expect(answer).toMatchObject({ success: true, result: '', results: [] });
        }
      });

      test('256 KiB of code run', async () => {
        const comment = (mark: string, print: string) =>
          `${print}\n${mark}${'x'.repeat(256 * 1024 - print.length - 1 - mark.length)}`;
        expect(printed(await python(comment('#', 'print("ran")')))).toBe('ran\n');
        expect(printed(await javascript(comment('//', 'console.log("ran")')))).toBe('ran\n');
      });

      test('characters of every Unicode plane come back as they went in', async () => {
        const characters = Array.from({ length: 17 }, (_, plane) =>
          String.fromCodePoint(plane * 0x10000 + 0x1234),
        ).join('');
        expect(printed(await python(`print("${characters}")`))).toBe(`${characters}\n`);
        expect(printed(await javascript(`console.log("${characters}")`))).toBe(`${characters}\n`);
      });

      test('CRLF line ends count as one line end', async () => {
        const answer = await python('x = 1\r\nif x:\r\n    print("yes")\r\n1/0\r\n');
        expect(printed(answer)).toBe('yes\n');
        expect(answer.error?.line).toBe(4);
        const js = await javascript('console.log("yes")\r\n\r\nnull.x\r\n');
        expect(js.error?.line).toBe(3);
      });

      test('a NUL byte in Python is a syntax error, in a JavaScript string a character', async () => {
        const answer = await python('print("a\0b")');
        expect(answer.success).toBe(false);
        expect(answer.error?.name).toMatch(/SyntaxError|ValueError/);
        expect((await javascript('"a\0b".length')).result).toBe('3');
      });
    });

    describe('errors', () => {
      test('a Python traceback shows the user’s file and lines only', async () => {
        const { error, exit, errorMessage } = await python(
          'def f(n):\n    return 1 / n\n\nprint("before")\nf(0)\n',
        );
        expect(error).toMatchObject({
          name: 'ZeroDivisionError',
          value: 'division by zero',
          line: 2,
          column: 12,
        });
        expect(error?.traceback).toContain('File "/workspace/main.py", line 5, in <module>');
        expect(error?.traceback).toContain('    return 1 / n');
        expect(error?.traceback).not.toMatch(/kernel|runbay|asyncio/);
        expect(exit).toEqual({ reason: 'exited', code: 1 });
        expect(errorMessage).toBe('ZeroDivisionError: division by zero (line 2)');
      });

      test('a JavaScript stack shows the user’s file and lines only', async () => {
        const { error, exit } = await javascript(
          'function f(o) {\n  return o.x;\n}\n\nf(undefined);\n',
        );
        expect(error).toMatchObject({ name: 'TypeError', line: 2, column: 12 });
        expect(error?.traceback).toContain('at f (/workspace/main.js:2:12)');
        expect(error?.traceback).toContain('at /workspace/main.js:5:1');
        expect(error?.traceback).not.toMatch(/kernel|runbay|inspector/);
        expect(exit).toEqual({ reason: 'exited', code: 1 });
      });

      test('a stack that the program prints itself shows the user’s frames only', async () => {
        const answer = await javascript('console.log(new Error("mine").stack)');
        expect(printed(answer)).toBe('Error: mine\n    at /workspace/main.js:1:13\n');
      });

      test('a syntax error says where', async () => {
        expect((await python('x = 1\nprint("a" "b"\n')).error).toMatchObject({
          name: 'SyntaxError',
          value: "'(' was never closed",
          line: 2,
          column: 6,
        });
        const { error } = await javascript('const a = 1;\nconst b = ;\n');
        expect(error).toMatchObject({
          name: 'SyntaxError',
          value: "Unexpected token ';'",
          line: 2,
          column: 11,
        });
        expect(error?.traceback).toContain('const b = ;\n          ^');
      });

      test('columns count characters, not bytes', async () => {
        expect((await python('s = "äöü😀"; 1/0')).error).toMatchObject({ line: 1, column: 13 });
      });

      test('the cause of an error is in its traceback', async () => {
        const { error } = await python(
          'try:\n    {}["k"]\nexcept KeyError as e:\n    raise RuntimeError("outer") from e\n',
        );
        expect(error?.traceback).toContain("KeyError: 'k'");
        expect(error?.traceback).toContain('direct cause');
        const js = await javascript('throw new Error("outer", { cause: new TypeError("inner") })');
        expect(js.error?.traceback).toContain('inner');
      });

      test('an exit code is a result', async () => {
        expect((await python('import sys\nsys.exit(3)')).exit).toEqual({
          reason: 'exited',
          code: 3,
        });
        const words = await python('import sys\nsys.exit("no luck")');
        expect(words.exit.code).toBe(1);
        expect(words.logs.stderr).toEqual(['no luck\n']);
        expect((await python('raise SystemExit')).success).toBe(true);
        expect((await python('exit()')).success).toBe(true);
        expect((await javascript('process.exit(4)')).exit).toEqual({ reason: 'exited', code: 4 });
        expect((await javascript('process.exitCode = 5')).exit.code).toBe(5);
        expect((await javascript('process.exit()')).success).toBe(true);
      });

      test('a crash of the interpreter names the signal', async () => {
        const answer = await python('import os, signal\nprint("last")\nos.kill(os.getpid(), 11)');
        expect(answer.exit).toEqual({ reason: 'signalled', signal: 'SIGSEGV' });
        expect(answer.errorMessage).toMatch(/^The program was ended by SIGSEGV: /);
        expect(printed(answer)).toBe('last\n');
        expect((await python('1 + 1')).result).toBe('2');
      });

      test('what is thrown need not be an Error', async () => {
        expect((await javascript('throw { code: 7 }')).error).toMatchObject({
          name: 'Uncaught',
          value: '{ code: 7 }',
        });
      });
    });

    describe('Python', () => {
      test('the value of a last expression is the main result, None is none', async () => {
        expect((await python('"a" * 3')).result).toBe("'aaa'");
        expect((await python('print("p")')).results).toEqual([]);
        expect((await python('x = 5')).results).toEqual([]);
        expect((await python('5;')).results).toEqual([]);
      });

      test('input() reads what is given, then meets the end', async () => {
        const answer = await python('print(input("Name? "))\nprint(input())\ninput()', {
          stdin: 'Ann\nBob\n',
        });
        expect(printed(answer)).toBe('Name? Ann\nBob\n');
        expect(answer.error?.name).toBe('EOFError');
      });

      test('sys.stdin can be read whole and by lines', async () => {
        const answer = await python(
          'import sys\nprint(sorted(line.strip() for line in sys.stdin))',
          {
            stdin: 'b\na',
          },
        );
        expect(printed(answer)).toBe("['a', 'b']\n");
      });

      test('threads are waited for', async () => {
        const code =
          'import threading, time\ndef work():\n    time.sleep(0.2)\n    print("thread")\nthreading.Thread(target=work).start()\nprint("main")';
        expect(printed(await python(code))).toBe('main\nthread\n');
      });

      test('a pool that nobody shut down finishes its work', async () => {
        const code =
          'import time\nfrom concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(2)\nfor i in range(3):\n    pool.submit(lambda i=i: (time.sleep(0.05), print(i)))';
        expect(
          printed(await python(code))
            .trim()
            .split('\n')
            .sort(),
        ).toEqual(['0', '1', '2']);
      });

      test('daemon threads end with the program', async () => {
        const code =
          'import threading, time\ndef work():\n    while True:\n        time.sleep(0.01)\nthreading.Thread(target=work, daemon=True).start()\nprint("end")';
        expect(await python(code)).toMatchObject({ success: true });
      });

      test('exit functions run at the end', async () => {
        const code = 'import atexit\natexit.register(lambda: print("bye"))\nprint("hello")';
        expect(printed(await python(code))).toBe('hello\nbye\n');
      });

      test('subprocess output is seen in order', async () => {
        const code =
          'import subprocess\nprint("before")\nsubprocess.run(["echo", "child"])\nprint(subprocess.run(["cat"], input="through", capture_output=True, text=True).stdout)';
        expect(printed(await python(code))).toBe('before\nchild\nthrough\n');
      });

      test('C code’s own buffer is flushed', async () => {
        const code = 'import ctypes\nctypes.CDLL(None).puts(b"from C")';
        expect(printed(await python(code))).toContain('from C\n');
      });

      test('Node.js can be started as a child', async () => {
        const code = 'import subprocess\nsubprocess.run(["node", "-p", "6 * 7"])';
        expect(printed(await python(code))).toBe('42\n');
      });

      test('multiprocessing works', async () => {
        const code =
          'from multiprocessing import Pool\ndef square(n):\n    return n * n\nif __name__ == "__main__":\n    with Pool(2) as pool:\n        print(pool.map(square, range(5)))';
        expect(printed(await python(code))).toBe('[0, 1, 4, 9, 16]\n');
      });

      test('asyncio.run and top-level await both work', async () => {
        const run =
          'import asyncio\nasync def main():\n    await asyncio.sleep(0.01)\n    print("run")\nasyncio.run(main())';
        expect(printed(await python(run))).toBe('run\n');
        const top =
          'import asyncio\nasync def f():\n    await asyncio.sleep(0.01)\n    return 42\nx = await f()\nx';
        expect((await python(top)).result).toBe('42');
        expect((await python('await f()', next)).result).toBe('42');
      });

      test('an error after a top-level await shows the user’s lines', async () => {
        const { error } = await python('import asyncio\nawait asyncio.sleep(0)\n1/0');
        expect(error).toMatchObject({ name: 'ZeroDivisionError', line: 3 });
        expect(error?.traceback).not.toMatch(/asyncio|kernel/);
      });

      test('modules are imported from the workspace, in their newest form', async () => {
        const use = 'import helper\nprint(helper.n)';
        for (const n of ['1', '2', '3']) {
          await python(`open("helper.py", "w").write("n = ${n}")`);
          expect(printed(await python(use))).toBe(`${n}\n`);
        }
      });

      test('the program is a script: __name__, __file__, sys.argv, its source', async () => {
        const code =
          'import sys, inspect\ndef f(): pass\nprint(__name__, __file__, sys.argv, inspect.getsource(f).strip())';
        expect(printed(await python(code))).toBe(
          "__main__ /workspace/main.py ['/workspace/main.py'] def f(): pass\n",
        );
      });

      test('pickle finds the program’s own classes', async () => {
        const code =
          'import pickle\nclass P:\n    def __init__(self): self.x = 5\nprint(pickle.loads(pickle.dumps(P())).x)';
        expect(printed(await python(code))).toBe('5\n');
      });

      test('random numbers differ between runs', async () => {
        const code = 'import random\nrandom.random()';
        expect((await python(code)).result).not.toBe((await python(code)).result);
      });

      test('objects show their richest forms', async () => {
        const code =
          'class R:\n    def __repr__(self): return "plain"\n    def _repr_html_(self): return "<b>rich</b>"\nR()';
        expect((await python(code)).results).toEqual([
          { text: 'plain', html: '<b>rich</b>', isMainResult: true },
        ]);
      });
    });

    describe('JavaScript', () => {
      test('console formats as Node does, to both streams', async () => {
        const answer = await javascript(
          'console.log("%s is %d", "x", 5, { a: [1, { b: 2 }] });\nconsole.error("to stderr");\nconsole.dir([{ a: 1 }])',
        );
        expect(printed(answer)).toContain('x is 5 { a: [ 1, { b: 2 } ] }\n');
        expect(printed(answer)).toContain('[ { a: 1 } ]\n');
        expect(answer.logs.stderr).toEqual(['to stderr\n']);
      });

      test('require and module globals work as in a CommonJS file', async () => {
        const code =
          'const path = require("path");\nconst fs = require("node:fs");\nfs.writeFileSync("lib.js", "exports.n = 9");\nconsole.log(require("./lib").n, path.basename(__filename), __dirname, require.main === module, typeof exports)';
        expect(printed(await javascript(code))).toBe('9 main.js /workspace true object\n');
      });

      test('import works beside require and top-level await', async () => {
        await javascript(
          'require("fs").writeFileSync("m.mjs", "export const n = 3; export default function f() { return 4 }; export let late = 1")',
        );
        const code = `import f, { n as three } from './m.mjs';
import * as path from 'node:path';
import { readFileSync } from 'fs';
const os = require('os');
const { n } = await import('./m.mjs');
console.log(f(), three, n, typeof path.join, typeof readFileSync, typeof os.cpus, import.meta.filename);
export const x = 1;
export default x;`;
        const answer = await javascript(code);
        expect(answer.error).toBeUndefined();
        expect(printed(answer)).toBe('4 3 3 function function function /workspace/main.js\n');
        expect(answer.logs.stderr).toEqual([]);
      });

      test('a missing export and a missing module say so', async () => {
        const missing = await javascript('import { nothing } from "node:fs"');
        expect(missing.error?.value).toMatch(/does not provide an export named 'nothing'/);
        const module = await javascript('import "left-pad"');
        expect(module.error?.value).toMatch(/Cannot find package 'left-pad'/);
      });

      test('the words import and export in strings are left alone', async () => {
        const code = 'console.log("import x from \'y\'", `export default`, /import\\(/.source)';
        expect(printed(await javascript(code))).toBe(
          "import x from 'y' export default import\\(\n",
        );
      });

      test('timers and promises are waited for until nothing is left', async () => {
        const code =
          'setTimeout(() => console.log("timer"), 60);\nPromise.resolve().then(() => console.log("promise"));\n(async () => { for await (const x of [1, 2]) console.log(x) })();\nconsole.log("sync")';
        expect(printed(await javascript(code))).toBe('sync\npromise\n1\n2\ntimer\n');
      });

      test('a promise or a timer as the last line is no result', async () => {
        expect((await javascript('setTimeout(() => {}, 1)')).results).toEqual([]);
        expect((await javascript('(async () => {})()')).results).toEqual([]);
        expect((await javascript('await (async () => 6)()')).result).toBe('6');
      });

      test('an unhandled rejection is an error', async () => {
        const { error, success } = await javascript(
          'setTimeout(() => console.log("never"), 50);\nPromise.reject(new RangeError("nobody"))',
        );
        expect(success).toBe(false);
        expect(error).toMatchObject({ name: 'RangeError', value: 'nobody', line: 2 });
      });

      test('an error in a callback ends the program, unless it listens for it', async () => {
        const thrown = await javascript('setTimeout(() => { throw new Error("late") }, 5);');
        expect(thrown.error).toMatchObject({ name: 'Error', value: 'late', line: 1 });
        const caught = await javascript(
          'process.on("uncaughtException", (e) => console.log("caught", e.message));\nsetTimeout(() => { throw new Error("late") }, 5)',
        );
        expect(printed(caught)).toBe('caught late\n');
        expect(caught.success).toBe(true);
      });

      test('exit and beforeExit listeners run', async () => {
        const code =
          'let n = 0;\nprocess.on("beforeExit", () => { if (n++ < 2) setTimeout(() => console.log("more", n), 1) });\nprocess.on("exit", (code) => console.log("exit", code))';
        expect(printed(await javascript(code))).toBe('more 1\nmore 2\nexit 0\n');
      });

      test('an await that nothing settles ends the program with Node’s code 13', async () => {
        const answer = await javascript('await new Promise(() => {})');
        expect(answer.exit).toEqual({ reason: 'exited', code: 13 });
      });

      test('standard input is read by readline and by fs', async () => {
        const code =
          'const rl = require("readline").createInterface({ input: process.stdin });\nrl.on("line", (l) => console.log("got", l)).on("close", () => console.log("end"))';
        expect(printed(await javascript(code, { stdin: 'a\nb\n' }))).toBe('got a\ngot b\nend\n');
        const whole = 'require("fs").readFileSync(0, "utf8").toUpperCase()';
        expect((await javascript(whole, { stdin: 'abc' })).result).toBe("'ABC'");
      });

      test('workers, child processes and WebAssembly work', async () => {
        const code = `const { Worker } = require('worker_threads');
new Worker('require("worker_threads").parentPort.postMessage(6)', { eval: true }).on('message', (m) => console.log('worker', m));
console.log(require('child_process').execFileSync('echo', ['child'], { encoding: 'utf8' }).trim());
const wasm = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
console.log(WebAssembly.Module.exports(wasm).length);`;
        expect(printed(await javascript(code))).toBe('child\n0\nworker 6\n');
      });

      test('names that Node defines may be declared anew', async () => {
        const code =
          'const crypto = require("crypto");\nconst { performance } = require("perf_hooks");\nconst URL = require("url").URL;\nconst process = require("process");\ntypeof crypto.createHash + typeof performance.now + typeof process.exit';
        expect((await javascript(code)).result).toBe("'functionfunctionfunction'");
      });
    });

    describe('while a program runs', () => {
      test('output arrives before the program has ended', async () => {
        let sawFirstWhileRunning = false;
        const running = start(session, 'python', 'print("first")\ninput()', { stdin: null });
        await follow(running, (event) => {
          if (event.type === 'stdout') {
            sawFirstWhileRunning = true;
            running.write('go\n');
          }
        });
        expect(sawFirstWhileRunning).toBe(true);
      });

      const readers: [string, 'python' | 'javascript', string][] = [
        ['input()', 'python', 'name = input("Name? ")\nprint("Hi", name)'],
        [
          'sys.stdin',
          'python',
          'import sys\nprint("Name? ", end="")\nprint("Hi", sys.stdin.readline().strip())',
        ],
        [
          'a child process',
          'python',
          'import subprocess\nsubprocess.run("printf Name?\\\\ ; read x; echo Hi $x", shell=True)',
        ],
        [
          'a thread',
          'python',
          'import threading\nt = threading.Thread(target=lambda: print("Hi", input("Name? ")))\nt.start()\nt.join()',
        ],
        [
          'readline',
          'javascript',
          'const rl = require("readline/promises").createInterface({ input: process.stdin, output: process.stdout });\nconsole.log("Hi", await rl.question("Name? "));\nrl.close()',
        ],
        [
          'readFileSync',
          'javascript',
          'process.stdout.write("Name? ");\nconst b = Buffer.alloc(9);\nconst n = require("fs").readSync(0, b);\nconsole.log("Hi", b.toString("utf8", 0, n).trim())',
        ],
      ];
      test.each(readers)('%s in %s asks for input with its prompt', async (_, language, code) => {
        const running = start(session, language, code, { stdin: null });
        const events = await follow(running, (event) => {
          if (event.type === 'input') running.write('Ann\n');
        });
        const asked = events.filter((event) => event.type === 'input');
        expect(asked).toEqual([{ type: 'input', prompt: 'Name? ' }]);
        const text = events.map((event) => (event.type === 'stdout' ? event.text : '')).join('');
        expect(text).toBe('Name? Hi Ann\n');
      });

      test('each read asks once more, and the end of input can be given', async () => {
        const running = start(
          session,
          'python',
          'import sys\nfor line in sys.stdin:\n    print(line)',
          {
            stdin: null,
          },
        );
        let asked = 0;
        const events = await follow(running, (event) => {
          if (event.type !== 'input') return;
          asked++;
          if (asked < 3) running.write(`${asked}\n`);
          else running.end();
        });
        expect(asked).toBe(3);
        expect(events.at(-1)).toMatchObject({ type: 'done', success: true });
      });

      test('a program that only sleeps does not ask for input', async () => {
        const running = start(session, 'python', 'import time\ntime.sleep(0.5)', { stdin: null });
        const types = (await follow(running)).map(({ type }) => type);
        expect(types).toEqual(['start', 'done']);
      });

      test('waiting for a person does not use up the time', async () => {
        const running = start(session, 'python', 'input()\nprint("in time")', {
          stdin: null,
          timeoutS: 1,
        });
        const events = await follow(running, (event) => {
          if (event.type === 'input') setTimeout(() => running.write('\n'), 1500);
        });
        expect(events.at(-1)).toMatchObject({ success: true });
      });

      test('a program that works while a thread of it waits for input uses its time', async () => {
        const code =
          'import threading\nthreading.Thread(target=input, daemon=True).start()\nwhile True: pass';
        const answer = await python(code, { stdin: null, timeoutS: 1 });
        expect(answer.exit.reason).toBe('timed_out');
        expect(answer.executionTime).toBeLessThan(4);
      });

      test('stop ends it, says the line, and the next run is fine', async () => {
        const code = 'x = 1\nwhile True:\n    x += 1\n';
        const running = start(session, 'python', code);
        const events = await follow(running, (event) => {
          if (event.type === 'start') setTimeout(() => running.stop(), 100);
        });
        const done = events.at(-1);
        expect(done).toMatchObject({ success: false, exit: { reason: 'stopped' } });
        expect(done).toMatchObject({
          errorMessage: expect.stringMatching(/^Stopped: line [23] was/),
        });
        expect((await python('"fine"')).result).toBe("'fine'");
      });

      test('an interrupt is the program’s to handle', async () => {
        const code =
          'import time\ntry:\n    print("ready")\n    time.sleep(20)\nexcept KeyboardInterrupt:\n    print("handled")';
        const running = start(session, 'python', code);
        const events = await follow(running, (event) => {
          if (event.type === 'stdout' && event.text.includes('ready')) running.interrupt();
        });
        expect(events.at(-1)).toMatchObject({ success: true, exit: { reason: 'exited' } });
      });

      test('a stop at input() shows the user’s lines only', async () => {
        const code = 'def ask():\n    return input("? ")\nask()';
        // More than once: a signal that comes while another is handled is easily lost (kernel.py).
        for (let n = 0; n < 20; n++) {
          const running = start(session, 'python', code, { stdin: null });
          const events = await follow(running, (event) => {
            if (event.type === 'input') running.stop();
          });
          const error = events.find((event) => event.type === 'error');
          expect(error).toMatchObject({ name: 'KeyboardInterrupt', line: 2 });
          expect(error?.type === 'error' && error.traceback).not.toMatch(/runbay/);
          const done = events.at(-1);
          expect(done).toMatchObject({
            errorMessage: 'Stopped: the program was waiting for input.',
            exit: { reason: 'stopped', code: 130 },
          });
        }
      });

      test('leaving the loop stops the program', async () => {
        const running = start(session, 'python', 'print(1)\nwhile True: pass', { timeoutS: 2 });
        for await (const event of running) if (event.type === 'stdout') break;
        await running.finished;
        expect((await python('2')).result).toBe('2');
      });

      test('a second run stops the first', async () => {
        const first = follow(start(session, 'python', 'while True: pass'));
        const second = await python('"second"');
        expect((await first).at(-1)).toMatchObject({ exit: { reason: 'stopped' } });
        expect(second.result).toBe("'second'");
      });

      test('the time limit keeps what was printed and says the line', async () => {
        const answer = await python('print("before")\nn = 0\nwhile True:\n    n += 1\n', {
          timeoutS: 0.5,
        });
        expect(answer).toMatchObject({ success: false, exit: { reason: 'timed_out' } });
        expect(printed(answer)).toBe('before\n');
        expect(answer.errorMessage).toMatch(/^Stopped after 0.5 s: line [34] was running\.$/);
        expect(answer.error?.name).toBe('KeyboardInterrupt');
        const js = await javascript(
          'console.log("before");\nlet n = 0;\nwhile (true) {\n  n++;\n}',
          {
            timeoutS: 0.5,
          },
        );
        expect(printed(js)).toBe('before\n');
        expect(js.errorMessage).toMatch(/^Stopped after 0.5 s: line [34] was running\.$/);
        expect(js.logs.stderr).toEqual([]);
      });

      test('a program that ignores the interrupt is killed, and its line is known all the same', async () => {
        const stubborn =
          'import time\nwhile True:\n    try:\n        time.sleep(9)\n    except BaseException:\n        pass\n';
        const answer = await python(stubborn, { timeoutS: 0.5 });
        expect(answer.errorMessage).toBe('Stopped after 0.5 s: line 4 was running.');
        expect(answer.exit).toMatchObject({ reason: 'timed_out', signal: 'SIGKILL' });
      });

      test('a program in C code that cannot be interrupted is killed, and its line is known', async () => {
        const answer = await python('x = 1\nsum(range(10**12))\n', { timeoutS: 0.5 });
        expect(answer.errorMessage).toBe('Stopped after 0.5 s: line 2 was running.');
        expect(answer.exit).toMatchObject({ reason: 'timed_out', signal: 'SIGKILL' });
      });

      test('a busy program is interrupted also where a library has threads of its own', async () => {
        // As OpenBLAS has, which numpy loads: Python does not hear of a signal that went to one of them.
        const threads =
          'import ctypes\nlibc = ctypes.CDLL(None)\nfor _ in range(8):\n    libc.pthread_create(ctypes.byref(ctypes.c_ulong()), None, libc.pause, None)\n';
        const answer = await python(`${threads}while True: pass`, { timeoutS: 1 });
        expect(answer.errorMessage).toBe('Stopped after 1 s: line 5 was running.');
        expect(answer.exit).not.toHaveProperty('signal');
      });
    });

    describe('check', () => {
      test('finds syntax errors without running anything', async () => {
        expect(await session.check('open("checked", "w")\nif True\n', 'python')).toEqual([
          {
            ...{ line: 2, column: 8, endLine: 2, endColumn: 9 },
            name: 'SyntaxError',
            message: "expected ':'",
            severity: 'error',
          },
        ]);
        const [problem] = await session.check(
          'require("fs").writeFileSync("checked", "");\nconst x = ;',
          'javascript',
        );
        expect(problem).toMatchObject({ line: 2, column: 11, severity: 'error' });
        expect((await python('import os\nos.path.exists("checked")')).result).toBe('False');
      });

      test('finds nothing in valid programs of each kind', async () => {
        expect(await session.check('import asyncio\nawait asyncio.sleep(0)', 'python')).toEqual([]);
        const modules =
          'import fs from "fs";\nconst x = await import("os");\nexport { x };\nrequire("fs")';
        expect(await session.check(modules, 'javascript')).toEqual([]);
      });

      test('works while a program runs', async () => {
        const running = start(session, 'python', 'input()', { stdin: null });
        const events = follow(running);
        expect(await session.check('x = (', 'python')).toHaveLength(1);
        expect(await session.check('x = (', 'javascript')).toHaveLength(1);
        running.stop();
        await events;
      });
    });

    test('a disposed session refuses to run', async () => {
      const other = await engine.createSession();
      await other.dispose();
      expect(other.alive).toBe(false);
      await expect(run(other, 'python', '1')).rejects.toMatchObject({ code: 'engine_unavailable' });
    });

    test('many events of one run stay in order', async () => {
      const events: RunEvent[] = await follow(
        start(session, 'python', 'for i in range(20000): print(i)'),
      );
      const text = events.map((event) => (event.type === 'stdout' ? event.text : '')).join('');
      expect(text).toBe(Array.from({ length: 20000 }, (_, i) => `${i}\n`).join(''));
    });
  });
}
