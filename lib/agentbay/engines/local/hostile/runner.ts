/** Tricks on what runs the program. A case's next runs tell whether they reached further than the program itself. */
import { type HostileCase, javascriptTries } from './hostile-case';

export const RUNNER: HostileCase[] = [
  {
    name: 'patched built-ins',
    python: {
      code: 'import builtins, json, os, sys, io\njson.dumps = json.loads = os.write = os.getpid = None\nsys.stdout = sys.stderr = io.StringIO()\nbuiltins.print = builtins.open = builtins.len = builtins.isinstance = None',
      ends: ['exited', 'signalled', 'timed_out'],
      timeoutS: 2,
    },
    javascript: {
      code: 'JSON.stringify = null; const fs = require("fs"); fs.writeSync = fs.readSync = null; Array.prototype.map = Function.prototype.call = Promise.prototype.then = null; Buffer.from = null; process.emit = null; globalThis.setImmediate = null',
      ends: ['exited', 'signalled', 'timed_out'],
      timeoutS: 2,
    },
  },
  {
    name: 'prototypes and globals that lie',
    python: {
      code: 'class Liar(str):\n    def __repr__(self): raise SystemExit(9)\n    __str__ = __hash__ = __len__ = __repr__\n    def _repr_html_(self): return Liar("x")\n__builtins__ = None\n__name__ = Liar("y")\nLiar("z")',
      ends: ['exited'],
    },
    javascript: {
      code: 'Object.defineProperty(Object.prototype, "then", { get() { throw 1; } });\nObject.prototype.toJSON = () => { throw 2; };\nSymbol.iterator = null;\nnew Proxy({}, { get() { throw 3; }, ownKeys() { throw 4; } })',
      ends: ['exited', 'signalled', 'timed_out'],
      timeoutS: 2,
    },
  },
  {
    name: 'an environment for the next one',
    python: {
      code: 'import os\nfor name in ("LD_PRELOAD", "PYTHONSTARTUP", "PYTHONPATH", "NODE_OPTIONS", "BASH_ENV", "PATH"): os.environ[name] = "/workspace/evil"\nopen("/workspace/evil", "w").write("exit 7")\nopen("/workspace/.bashrc", "w").write("exit 7")',
      ends: ['exited'],
    },
    javascript: {
      code: 'for (const name of ["LD_PRELOAD", "PYTHONSTARTUP", "NODE_OPTIONS", "NODE_PATH", "BASH_ENV", "PATH"]) process.env[name] = "/workspace/evil";\nrequire("fs").writeFileSync("/workspace/evil", "process.exit(7)")',
      ends: ['exited'],
    },
  },
  {
    name: 'the debugger',
    python: {
      code: 'import sys, threading\ndef trace(frame, event, arg):\n    if "kernel" in frame.f_code.co_filename: frame.f_locals.clear()\n    return trace\nsys.settrace(trace); sys.setprofile(trace); threading.settrace(trace)\nimport faulthandler\nfaulthandler.disable()\nprint("after")',
      ends: ['exited'],
      prints: 'after\n',
    },
    javascript: {
      code: `const inspector = require("inspector");
inspector.open(9229, "127.0.0.1");
const session = new inspector.Session();
session.connect();
const evaluated = await new Promise((r) => session.post("Runtime.evaluate", { expression: "6 * 7" }, (e, { result }) => r(result.value)));
inspector.close();
console.log(evaluated);`,
      ends: ['exited'],
      prints: '42\n',
    },
  },
  {
    name: 'its own limits',
    python: {
      code: `import resource, subprocess
raised = []
for name in ("RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE", "RLIMIT_MEMLOCK", "RLIMIT_MSGQUEUE", "RLIMIT_SIGPENDING"):
    try:
        resource.setrlimit(getattr(resource, name), (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        raised.append(name)
    except (ValueError, OSError): pass
print(raised)`,
      ends: ['exited'],
      prints: '[]\n',
    },
    javascript: {
      code: javascriptTries([
        ['file size', 'ran("sh", "-c", "ulimit -f unlimited")'],
        ['descriptors', 'ran("sh", "-c", "ulimit -n 100000")'],
        ['core', 'ran("sh", "-c", "ulimit -c unlimited")'],
      ]),
      ends: ['exited'],
      prints: /^(\D+ exit 2\n){3}$/,
    },
  },
  {
    name: 'machine code',
    python: {
      // getuid is allowed, ptrace is not: machine code meets the same filter.
      code: `import ctypes, mmap, platform
if platform.machine() == "x86_64":
    page = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
    page.write(b"\\xb8\\x65\\0\\0\\0\\x31\\xff\\x0f\\x05\\xc3")  # mov eax, 101; xor edi, edi; syscall; ret
    print(ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))())
else: print(-1)`,
      ends: ['exited'],
      prints: '-1\n',
    },
    javascript: {
      // A library that is no add-on: its code is in the process before Node.js refuses it.
      code: `const { readdirSync } = require("fs");
const folder = readdirSync("/usr/lib").find((name) => name.endsWith("-linux-gnu"));
try { process.dlopen({ exports: {} }, \`/usr/lib/\${folder}/libm.so.6\`); } catch (e) { console.log(e.code); }
const bytes = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11);
(await WebAssembly.instantiate(bytes)).instance.exports.f();`,
      ends: ['timed_out'],
      prints: 'ERR_DLOPEN_FAILED\n',
      timeoutS: 2,
    },
  },
  {
    name: 'machine code that enters the kernel by another door',
    python: {
      code: `import ctypes, mmap, os, platform, signal
if platform.machine() != "x86_64": os.kill(os.getpid(), signal.SIGSYS)
page = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=7)
page.write(b"\\xb8\\x14\\0\\0\\0\\xcd\\x80\\xc3")  # mov eax, 20; int 0x80; ret
print("HAD", ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))())`,
      ends: ['signalled'],
      says: /SIGSYS|SIGSEGV/,
    },
    javascript: { not: 'Node.js gives no page that may be written and run.' },
  },
  {
    name: 'a crash',
    python: {
      code: 'import ctypes\nctypes.string_at(0)',
      ends: ['signalled'],
      says: /SIGSEGV/,
    },
    javascript: { code: 'process.abort()', ends: ['signalled'], says: /SIGABRT/ },
  },
  {
    name: 'the kernels that wait for the next program: ended, stopped, asked to debug',
    python: {
      code: 'import os, signal\nfor name in os.listdir("/proc"):\n    if name.isdigit() and int(name) not in (1, os.getpid()):\n        os.kill(int(name), signal.SIGSTOP)\n        os.kill(int(name), signal.SIGUSR1)',
      ends: ['exited'],
    },
    javascript: {
      code: 'for (const name of require("fs").readdirSync("/proc")) if (/^\\d+$/.test(name) && Number(name) > 1 && Number(name) !== process.pid) { try { process.kill(Number(name), "SIGUSR1"); process.kill(Number(name), "SIGSTOP"); } catch {} }',
      ends: ['exited'],
    },
  },
];
