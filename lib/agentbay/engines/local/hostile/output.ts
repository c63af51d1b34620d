import type { HostileCase } from './hostile-case';

const tooMuch = {
  ends: ['output_exceeded' as const],
  says: /^Stopped: the program printed more than 64 KiB, the most that one run may\./,
};

/** Every byte there is so many times, then what looks like UTF-8: each that is no text counts as the standard has it (WHATWG Encoding). */
const asText = (times: number) => {
  const all = Array.from({ length: 256 * times }, (_, n) => n % 256);
  return new TextDecoder().decode(Uint8Array.of(...all, 0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80));
};

export const OUTPUT: HostileCase[] = [
  {
    name: 'output without end',
    python: { code: 'while True: print("x" * 99)', ...tooMuch },
    javascript: { code: 'for (;;) console.log("x".repeat(99))', ...tooMuch },
  },
  {
    name: 'errors without end',
    python: { code: 'import os\nwhile True: os.write(2, b"y" * 1000)', ...tooMuch },
    javascript: { code: 'for (;;) console.error("y".repeat(99))', ...tooMuch },
  },
  {
    name: 'output and errors without end at once',
    python: {
      code: 'import os\nos.fork()\nto = 1 + (os.fork() > 0)\nwhile True: os.write(to, b"z" * 5000)',
      ...tooMuch,
    },
    javascript: {
      code: 'for (;;) { console.log("z".repeat(5000)); console.error("z".repeat(5000)); }',
      ...tooMuch,
    },
  },
  {
    name: 'a line of ten megabytes',
    python: { code: 'print("x" * 10_000_000)', ...tooMuch },
    javascript: { code: 'console.log("x".repeat(10_000_000))', ...tooMuch },
  },
  {
    name: 'output of children, when their parent has ended',
    python: {
      code: 'import subprocess\nsubprocess.Popen(["sh", "-c", "while :; do echo x; done"])',
      ends: ['exited', 'output_exceeded'],
    },
    javascript: {
      code: 'require("child_process").spawn("sh", ["-c", "while :; do echo x; done"], { stdio: "inherit", detached: true }).unref()',
      ends: ['exited', 'output_exceeded'],
    },
  },
  {
    name: 'bytes that are no text',
    python: {
      code: 'import os\nos.write(1, bytes(range(256)) * 20 + b"\\xed\\xa0\\x80\\xf4\\x90\\x80\\x80")',
      ends: ['exited'],
      prints: asText(20),
    },
    javascript: {
      code: 'process.stdout.write(Buffer.concat([Buffer.from(Array.from({ length: 256 }, (_, n) => n)), Buffer.from([0xed, 0xa0, 0x80, 0xf4, 0x90, 0x80, 0x80])]))',
      ends: ['exited'],
      prints: asText(1),
    },
  },
  {
    name: 'characters cut anywhere, and the first half of one at the end',
    python: {
      code: 'import os, time\nfor b in "ä€😀".encode():\n    os.write(1, bytes([b]))\n    time.sleep(0.01)\nos.write(1, b"\\xff|\\xf0\\x9f")',
      ends: ['exited'],
      prints: 'ä€😀\ufffd|\ufffd',
    },
    javascript: {
      code: 'for (const b of Buffer.from("ä€😀")) { require("fs").writeSync(1, Buffer.from([b])); await new Promise((r) => setTimeout(r, 10)); }\nrequire("fs").writeSync(1, Buffer.from([0xff, 0x7c, 0xf0, 0x9f]))',
      ends: ['exited'],
      prints: 'ä€😀\ufffd|\ufffd',
    },
  },
  {
    name: 'escape sequences and protocol messages are text',
    python: {
      code: 'print("\\x1b]52;c;aGk=\\x07\\x1b[2J\\x9b31m\\u202e")\nprint("D1 0\\nR{}\\nE[]")\nraise SystemExit(3)',
      ends: ['exited'],
      prints: '\x1b]52;c;aGk=\x07\x1b[2J\x9b31m\u202e\nD1 0\nR{}\nE[]\n',
      says: /exit code 3/,
    },
    javascript: {
      code: 'console.log("\\x1b]52;c;aGk=\\x07\\x1b[2J\\x9b31m\\u202e");\nconsole.log("D1 0\\nR{}\\nE[]");\nprocess.exit(3)',
      ends: ['exited'],
      prints: '\x1b]52;c;aGk=\x07\x1b[2J\x9b31m\u202e\nD1 0\nR{}\nE[]\n',
      says: /exit code 3/,
    },
  },
  {
    name: 'an error of megabytes',
    python: {
      code: 'raise ValueError("x" * 10_000_000)',
      ends: ['exited'],
      says: /^ValueError: x+/,
    },
    javascript: {
      code: 'throw new Error("x".repeat(3_000_000))',
      ends: ['exited'],
      says: /^Error: x+/,
    },
  },
  {
    name: 'a result of ten megabytes',
    python: {
      code: 'class R:\n    def __repr__(self): return "r"\n    def _repr_html_(self): return "h" * 10_000_000\nR()',
      ends: ['exited'],
    },
    javascript: { code: 'display.html("h".repeat(10_000_000))', ends: ['exited'] },
  },
  {
    name: 'results without end',
    python: {
      code: 'while True: display({"text/html": "h" * 1_000_000}, raw=True)',
      ends: ['timed_out'],
      timeoutS: 2,
    },
    javascript: {
      code: 'for (;;) display.html("h".repeat(1_000_000))',
      ends: ['timed_out'],
      timeoutS: 2,
    },
  },
];
