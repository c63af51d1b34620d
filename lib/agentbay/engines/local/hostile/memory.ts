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
  {
    name: 'memory mapped from a device',
    python: {
      // Without control groups it cannot be mapped (bubblewrap.ts).
      code: 'import mmap, os, time\nx = mmap.mmap(os.open("/dev/zero", os.O_RDWR), 400_000_000)\nfor at in range(0, 400_000_000, 4096): x[at] = 1\ntime.sleep(9)',
      ends: ['memory_exceeded', 'exited'],
      says: /192 MiB of memory|No such device/,
    },
    javascript: { not: 'Node.js maps no file.' },
  },
  {
    name: 'memory in page tables',
    python: {
      // One page that is only read of each 2 MiB: the pages are all the same one, their tables are not.
      code: 'import mmap, time\nx = mmap.mmap(-1, 1 << 40, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000, prot=mmap.PROT_READ)\nfor at in range(0, 1 << 40, 1 << 21): x[at]\ntime.sleep(9)',
      ends: ['memory_exceeded'],
      says,
    },
    javascript: { not: 'Node.js maps nothing that is only read.' },
  },
  {
    name: 'memory in what the kernel keeps of mappings',
    python: {
      code: `import ctypes, os, time
libc = ctypes.CDLL(None)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
start = libc.mmap(None, 4096 * 64000, 0, 0x4022, -1, 0)
for n in range(0, 64000, 2): assert libc.mprotect(start + n * 4096, 4096, 1) == 0
for n in range(20):
    if os.fork() == 0: break
time.sleep(20)`,
      ends: ['memory_exceeded'],
      says,
    },
    javascript: { not: 'Node.js changes no page by itself.' },
  },
  {
    name: 'memory in what waits for descriptors',
    python: {
      code: `import os, resource, select, time
resource.setrlimit(resource.RLIMIT_NOFILE, (512, 512))
for n in range(25):
    if os.fork() == 0: break
held, watchers = [], []
try:
    while len(held) < 240: held.extend(os.pipe())
    while True: watchers.append(select.epoll())
except OSError: pass
for watcher in watchers:
    for fd in held: watcher.register(fd)
time.sleep(20)`,
      ends: ['memory_exceeded'],
      says,
    },
    javascript: { not: 'Node.js has one watcher in each thread.' },
  },
  {
    name: 'memory in locks of files',
    python: {
      // No control group counts them (lock-watch.ts).
      code: `import fcntl, os, struct, time
locks = [struct.pack("hhqqi", fcntl.F_WRLCK, 0, n * 2, 1, 0) for n in range(1000)]
for n in range(15):
    if os.fork() == 0: break
for n in range(100):
    fd = os.open("/workspace/%d-%d" % (os.getpid(), n), os.O_RDWR | os.O_CREAT)
    for lock in locks: fcntl.fcntl(fd, fcntl.F_SETLK, lock)
time.sleep(60)`,
      ends: ['memory_exceeded'],
      says,
    },
    javascript: { not: 'Node.js locks no file.' },
  },
];
