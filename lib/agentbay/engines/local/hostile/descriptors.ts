import type { HostileCase } from './hostile-case';

/** JavaScript's kernel has moved its pipe, so it is looked for: the one whose other end is not here, as it is of libuv's. */
const FIND_PIPE = `const fs = require("fs");
const ends = fs.readdirSync("/proc/self/fd").map(Number).filter((fd) => fd > 2).flatMap((fd) => { try { return [{ fd, to: fs.readlinkSync("/proc/self/fd/" + fd) }]; } catch { return []; } });
const pipe = ends.find(({ fd, to }) => to.startsWith("pipe:") && ends.filter((end) => end.to === to).length === 1 && (parseInt(/flags:\\s+(\\d+)/.exec(fs.readFileSync("/proc/self/fdinfo/" + fd))[1], 8) & 3) === 1).fd;
`;

export const DESCRIPTORS: HostileCase[] = [
  {
    name: 'standard input and output closed',
    python: { code: 'import os\nfor n in range(3): os.close(n)', ends: ['exited'] },
    javascript: {
      code: 'for (let n = 0; n < 3; n++) require("fs").closeSync(n)',
      ends: ['exited', 'signalled'],
    },
  },
  {
    name: 'every descriptor closed',
    python: { code: 'import os\nos.closerange(0, 600)', ends: ['exited', 'signalled'] },
    javascript: {
      code: 'for (let n = 0; n < 600; n++) { try { require("fs").closeSync(n); } catch {} }',
      ends: ['exited', 'signalled'],
    },
  },
  {
    name: 'no descriptor left',
    python: {
      code: 'held = []\ntry:\n    while True: held.append(open("/dev/null"))\nexcept OSError as e: print(e.strerror)\n"result"',
      ends: ['exited'],
      prints: 'Too many open files\n',
    },
    javascript: {
      code: 'const held = [];\ntry { for (;;) held.push(require("fs").openSync("/dev/null")); } catch (e) { console.log(e.code); }\n"result"',
      ends: ['exited'],
      prints: 'EMFILE\n',
    },
  },
  {
    name: 'an error with no descriptor left',
    python: {
      code: 'held = []\ntry:\n    while True: held.append(open("/dev/null"))\nexcept OSError: pass\n{}["key"]',
      ends: ['exited'],
      says: /^KeyError: 'key' \(line 6\)$/,
    },
    javascript: {
      code: 'const held = [];\ntry { for (;;) held.push(require("fs").openSync("/dev/null")); } catch {}\nundefined.key',
      ends: ['exited'],
      says: /^TypeError: .* \(line 4\)$/,
    },
  },
  {
    name: 'rubbish to whatever is open',
    python: {
      code: `import os
rubbish = [b"X" * 9_000_000, b"D7\\n", b"R{]\\nE[]\\nRnull\\n", b"D\\n" * 1000, b"Dx\\n", b"D99999999999\\n", b"W1\\n" * 1000, b"S{}\\n" * 1000, b"K\\nB9\\nC{\\"id\\":1}\\n"]
for fd in map(int, os.listdir("/proc/self/fd")):
    if fd > 2:
        for data in rubbish:
            try: os.write(fd, data)
            except OSError: pass
print("after")`,
      ends: ['exited'],
      prints: 'after\n',
    },
    javascript: {
      code: `const fs = require("fs");
const rubbish = ["X".repeat(9_000_000), "D7\\n", "R{]\\nE[]\\nRnull\\n", "D\\n".repeat(1000), "Dx\\n", "W1\\n".repeat(1000), "S{}\\n".repeat(1000), "K\\nB9\\n"];
for (const name of fs.readdirSync("/proc/self/fd")) {
  let to = "";
  try { to = fs.readlinkSync("/proc/self/fd/" + name); } catch {}
  if (Number(name) > 2 && to.startsWith("pipe:")) for (const data of rubbish) { try { fs.writeSync(Number(name), data); } catch {} }
}
console.log("after")`,
      ends: ['exited', 'timed_out', 'signalled'],
      timeoutS: 2,
    },
  },
  {
    name: 'messages of the protocol that nothing comes through',
    python: {
      code: `import os
deep = b"[" * 100_000
for line in (b"M" + deep, b"C" + deep, b"C[]", b"C{\\"id\\":[]}", b"M[true]", b"M[1e999]", b"M[" + b"9" * 5000 + b"]", b"L" + b"9" * 5000, b"W\\xff", b"R" + deep + b"]" * 100_000, b"R{\\"json\\":" + deep + b"]" * 100_000 + b"}", b"E" + deep, b"S" + deep):
    os.write(10, line + b"\\n")
print("after")`,
      ends: ['exited'],
      prints: 'after\n',
    },
    javascript: {
      code: `${FIND_PIPE}const deep = "[".repeat(100_000);
for (const line of ["M" + deep, "C" + deep, "C[]", 'C{"id":[]}', "M[true]", "M[1e999]", "M[" + "9".repeat(5000) + "]", "R" + deep + "]".repeat(100_000), 'R{"json":' + deep + "]".repeat(100_000) + "}", "E" + deep, "S" + deep]) {
  for (let rest = Buffer.from(line + "\\n"); rest.length > 0; ) { try { rest = rest.subarray(fs.writeSync(pipe, rest)); } catch (e) { if (e.code !== "EAGAIN") throw e; } }
}
console.log("after")`,
      ends: ['exited'],
      prints: 'after\n',
    },
  },
  {
    name: 'messages of the protocol without end',
    python: {
      code: `import os
control = next(fd for fd in (10, *range(3, 64)) if os.path.exists("/proc/self/fd/%d" % fd))
while True: os.write(control, b"W1\\nS{}\\nR{}\\nE{}\\nB1\\nL3\\nM[]\\nC{}\\n" * 2000)`,
      ends: ['timed_out'],
      timeoutS: 1,
    },
    javascript: {
      code: `${FIND_PIPE}for (;;) { try { fs.writeSync(pipe, "W1\\nS{}\\nR{}\\nE{}\\nB1\\nL3\\nM[]\\nC{}\\n".repeat(2000)); } catch {} }`,
      ends: ['timed_out'],
      timeoutS: 2,
    },
  },
  {
    name: 'a forged end, and more after it',
    python: {
      code: 'import os, time\nfor n in range(1, 50): os.write(10, b"D%d 0\\n" % n)\ntime.sleep(2)\nprint("HAD time")',
      ends: ['exited'],
      prints: '',
    },
    javascript: {
      code: `${FIND_PIPE}for (let n = 1; n < 50; n++) fs.writeSync(pipe, "D" + n + " 0\\n");
for (const until = Date.now() + 2000; Date.now() < until; );
console.log("HAD time")`,
      ends: ['exited'],
      prints: '',
    },
  },
];
