import type { HostileCase } from './hostile-case';

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
    name: 'messages of the protocol without end',
    python: {
      code: `import os
control = next(fd for fd in (10, *range(3, 64)) if os.path.exists("/proc/self/fd/%d" % fd))
while True: os.write(control, b"W1\\nS{}\\nR{}\\nE{}\\nB1\\nL3\\nM[]\\nC{}\\n" * 2000)`,
      ends: ['timed_out'],
      timeoutS: 1,
    },
    javascript: {
      code: `const fs = require("fs");
const fds = fs.readdirSync("/proc/self/fd").map(Number).filter((fd) => { try { return fd > 2 && fs.readlinkSync("/proc/self/fd/" + fd).startsWith("pipe:") && (parseInt(/flags:\\s+(\\d+)/.exec(fs.readFileSync("/proc/self/fdinfo/" + fd))[1], 8) & 3) === 1; } catch { return false; } });
for (;;) for (const fd of fds) { try { fs.writeSync(fd, "W1\\nS{}\\nR{}\\nE{}\\nB1\\nL3\\nM[]\\nC{}\\n".repeat(2000)); } catch {} }`,
      ends: ['timed_out', 'signalled'],
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
      not: 'The same by another number: its control pipe has no fixed one, and "messages of the protocol" tries them all.',
    },
  },
];
