import type { HostileCase } from './hostile-case';

const says = /the program needed more than its 192 MiB of memory/;

export const MEMORY: HostileCase[] = [
  {
    name: 'memory in one block',
    python: {
      code: 'x = bytearray(400_000_000)',
      ends: ['memory_exceeded'],
      says: /^Stopped \(line 2\): the program needed more than its 192 MiB of memory\.$/,
    },
    javascript: { code: 'const x = Buffer.alloc(400_000_000, 1)', ends: ['memory_exceeded'], says },
  },
  {
    name: 'memory in many small pieces',
    python: {
      code: 'x = []\nwhile True: x.append([1] * 20)',
      ends: ['memory_exceeded'],
      says,
    },
    javascript: {
      code: 'const x = [];\nfor (;;) x.push(new Array(1000).fill({}))',
      ends: ['memory_exceeded'],
      says,
    },
  },
  {
    name: 'memory in many processes',
    python: {
      code: 'import os, time\nfor _ in range(8):\n    if os.fork() == 0:\n        x = bytearray(60_000_000)\n        time.sleep(1)\n        os._exit(0)\ncodes = [os.wait()[1] for _ in range(8)]\nassert not any(codes), codes',
      ends: ['memory_exceeded'],
      says,
    },
    javascript: {
      code: 'const { spawn } = require("child_process");\nconst codes = await Promise.all(Array.from({ length: 8 }, () => new Promise((resolve) => spawn("python3", ["-c", "import time\\nx = bytearray(60_000_000)\\ntime.sleep(1)"]).on("close", resolve))));\nif (codes.some((code) => code !== 0)) throw new Error(codes)',
      ends: ['memory_exceeded'],
      says,
    },
  },
  {
    name: 'memory in files',
    python: {
      code: `import os
for path in ("/tmp/a", "/workspace/a", "/dev/shm/a", "/cache/a"):
    with open(path, "wb") as file:
        try:
            for _ in range(60): file.write(b"x" * 1_000_000); file.flush()
        except OSError: pass
x = bytearray(b"x") * 100_000_000
import time; time.sleep(1)`,
      ends: ['memory_exceeded'],
      says,
    },
    javascript: {
      code: `const fs = require("fs");
for (const path of ["/tmp/a", "/workspace/a", "/dev/shm/a", "/cache/a"]) {
  const fd = fs.openSync(path, "w");
  try { for (let n = 0; n < 60; n++) fs.writeSync(fd, Buffer.alloc(1_000_000, 1)); } catch {}
}
const x = [];
for (let n = 0; n < 100; n++) x.push(Buffer.alloc(1_000_000, 1));
await new Promise((r) => setTimeout(r, 1000))`,
      ends: ['memory_exceeded'],
      says,
    },
  },
  {
    name: 'memory that is shared',
    python: {
      // Without control groups the kind that no limit of a process counts is refused (seccomp.ts).
      code: 'import mmap\nx = mmap.mmap(-1, 400_000_000)\nfor at in range(0, 400_000_000, 4096): x[at] = 1\nimport time; time.sleep(1)',
      ends: ['memory_exceeded', 'exited'],
      says: /192 MiB of memory|Operation not permitted/,
    },
    javascript: {
      code: 'const x = new Uint8Array(new SharedArrayBuffer(400_000_000)).fill(1);\nawait new Promise((r) => setTimeout(r, 1000))',
      ends: ['memory_exceeded'],
      says,
    },
  },
  {
    name: 'memory outside of the interpreter’s own',
    python: {
      code: 'import mmap\nx = mmap.mmap(-1, 400_000_000, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)\nfor at in range(0, 400_000_000, 4096): x[at] = 1\nimport time; time.sleep(1)',
      ends: ['memory_exceeded'],
      says,
    },
    javascript: {
      code: 'const memory = new WebAssembly.Memory({ initial: 1 });\nfor (;;) { memory.grow(160); new Uint8Array(memory.buffer).fill(1); }',
      ends: ['memory_exceeded'],
      says,
    },
  },
  {
    name: 'memory in the buffers of sockets and pipes',
    python: {
      code: `import os, resource, socket, time
resource.setrlimit(resource.RLIMIT_NOFILE, (512, 512))
for _ in range(12):
    if os.fork() == 0:
        held = []
        while True:
            try:
                pair = socket.socketpair()
                pair[0].setblocking(False)
                held.append(pair)
                while True: pair[0].send(b"x" * 65536)
            except BlockingIOError: pass
            except OSError:
                while True: time.sleep(9)
time.sleep(9)`,
      ends: ['memory_exceeded'],
      says,
    },
    javascript: {
      code: `const net = require("net");
const server = net.createServer((s) => s.pause()).listen(0, "127.0.0.1");
await new Promise((r) => server.once("listening", r));
const block = Buffer.alloc(1 << 20, 1);
for (let n = 0; n < 200; n++) { const s = net.connect(server.address().port, "127.0.0.1"); s.on("error", () => {}); for (let k = 0; k < 8; k++) s.write(block); }
await new Promise((r) => setTimeout(r, 9000))`,
      // Control groups bound what it gets; without them all that it may get counts as memory.
      ends: ['memory_exceeded', 'timed_out'],
      timeoutS: 2,
    },
  },
];
