import type { ExitReason } from '@/lib/agentbay/contract';
import type { HostileCase } from './hostile-case';

const ends: ExitReason[] = ['timed_out'];
const stopped = { ends, says: /^Stopped after 1 s: /, timeoutS: 1 };
/** Its kernel may have to start within the time. */
const stoppedLater = { ends, says: /^Stopped after 2 s: /, timeoutS: 2 };

export const TIME: HostileCase[] = [
  {
    name: 'a loop',
    python: { code: 'while True: pass', ...stopped },
    javascript: { code: 'for (;;);', ...stoppedLater },
  },
  {
    name: 'sleep',
    python: { code: 'import time\ntime.sleep(60)', ...stopped },
    javascript: { code: 'await new Promise((r) => setTimeout(r, 60_000))', ...stoppedLater },
  },
  {
    name: 'an exit handler that hangs',
    python: {
      code: 'import atexit\ndef hang():\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass\natexit.register(hang)',
      ...stopped,
    },
    javascript: { code: 'process.on("exit", () => { for (;;); })', ...stoppedLater },
  },
  {
    name: 'an end that starts anew',
    python: {
      code: 'import atexit\ndef again():\n    atexit.register(again)\n    open("/dev/zero").read(1)\nimport threading\nclass T(threading.Thread):\n    def run(self): T().start()\nT().start()',
      ends: ['timed_out', 'process_limit', 'exited'],
      timeoutS: 1,
    },
    javascript: {
      code: 'process.on("beforeExit", function again() { setTimeout(() => {}, 1); });',
      ...stoppedLater,
    },
  },
  {
    name: 'a regular expression that never ends',
    python: { code: 'import re\nre.match(r"(a+)+$", "a" * 60 + "b")', ...stopped },
    javascript: { code: '/^(a+)+$/.test("a".repeat(60) + "b")', ...stoppedLater },
  },
  {
    name: 'native code that hears no interrupt',
    python: { code: 'x = 10 ** 10 ** 9', ...stopped },
    javascript: {
      code: 'require("crypto").pbkdf2Sync("a", "b", 2 ** 31 - 1, 64, "sha512")',
      ...stoppedLater,
    },
  },
];
