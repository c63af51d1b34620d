// Programs that try to leave something behind, or to take more than they may.
// @ts-check

/**
 * @typedef {object} HostileProgram
 * @property {string} name
 * @property {'python' | 'javascript'} language
 * @property {string} code
 * @property {number} [timeoutS]
 * @property {string[]} reasons how it may end
 */

const IGNORE_ALL =
  'import os, signal, time\nfor n in range(1, 32):\n    try: signal.signal(n, signal.SIG_IGN)\n    except (OSError, ValueError): pass\n';

/** @type {HostileProgram[]} */
export const HOSTILE = [
  {
    name: 'a fork bomb',
    language: 'python',
    code: 'import os\nwhile True:\n    os.fork()\n',
    timeoutS: 1,
    reasons: ['process_limit', 'timed_out'],
  },
  {
    name: 'memory in one block',
    language: 'python',
    code: 'block = bytearray(2_000_000_000)\n',
    reasons: ['memory_exceeded'],
  },
  {
    name: 'output without end',
    language: 'python',
    code: 'while True:\n    print("x" * 1000)\n',
    reasons: ['output_exceeded'],
  },
  {
    name: 'a busy loop',
    language: 'python',
    code: 'while True:\n    pass\n',
    timeoutS: 1,
    reasons: ['timed_out'],
  },
  {
    name: 'a killed interpreter',
    language: 'python',
    code: 'import os\nos.kill(os.getpid(), 9)\n',
    reasons: ['signalled'],
  },
  {
    name: 'closed descriptors',
    language: 'python',
    code: 'import os, time\nos.closerange(0, 64)\ntime.sleep(30)\n',
    timeoutS: 1,
    reasons: ['timed_out', 'exited', 'signalled'],
  },
  {
    name: 'files without end',
    language: 'python',
    code: 'n = 0\nwhile True:\n    open(f"/workspace/{n}.bin", "wb").write(b"x" * 4_000_000)\n    n += 1\n',
    reasons: ['exited'],
  },
  {
    name: 'zombies and orphans',
    language: 'python',
    code: 'import os, time\nfor n in range(20):\n    if os.fork() == 0:\n        if n % 2 == 0:\n            os.setsid()\n            if os.fork() == 0: time.sleep(60)\n        os._exit(0)\nprint("left")\n',
    reasons: ['exited'],
  },
  {
    name: 'signals ignored',
    language: 'python',
    code: `${IGNORE_ALL}for _ in range(4):\n    if os.fork() == 0: break\nwhile True:\n    time.sleep(0.01)\n`,
    timeoutS: 1,
    reasons: ['timed_out'],
  },
  {
    name: 'a busy loop in JavaScript',
    language: 'javascript',
    code: 'for (;;) {}\n',
    timeoutS: 1,
    reasons: ['timed_out'],
  },
  {
    name: 'detached children',
    language: 'javascript',
    code: 'const { spawn } = require("child_process");\nfor (let n = 0; n < 5; n++) spawn("sleep", ["60"], { detached: true, stdio: "ignore" }).unref();\n',
    reasons: ['exited'],
  },
  {
    name: 'memory in small pieces',
    language: 'javascript',
    code: 'const all = [];\nfor (;;) all.push(Buffer.alloc(4_000_000, 1));\n',
    reasons: ['memory_exceeded', 'exited', 'signalled'],
  },
  {
    name: 'a killed Node.js',
    language: 'javascript',
    code: 'process.kill(process.pid, "SIGKILL");\nfor (;;) {}\n',
    reasons: ['signalled'],
  },
];
