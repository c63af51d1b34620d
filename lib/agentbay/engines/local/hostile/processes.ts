import type { HostileCase } from './hostile-case';

export const PROCESSES: HostileCase[] = [
  {
    name: 'a fork bomb',
    python: {
      code: 'import os\nwhile True:\n    try: os.fork()\n    except OSError: pass',
      ends: ['timed_out'],
      timeoutS: 1,
    },
    javascript: {
      code: `const { spawn } = require("child_process");
const bomb = () => spawn("sh", ["-c", "f() { f | f & }; f"], { stdio: "ignore" }).on("error", () => setTimeout(bomb, 1)).on("exit", bomb);
for (let n = 0; n < 9; n++) bomb();`,
      ends: ['timed_out'],
      timeoutS: 2,
    },
  },
  {
    name: 'one process more than there may be',
    python: {
      // The program is one of them; a kernel that starts meanwhile may take or leave a few places.
      code: 'import os, time\nn = 0\nwhile True:\n    if os.fork() == 0:\n        time.sleep(99)\n        os._exit(0)\n    n += 1\n    print(n)',
      ends: ['process_limit'],
      prints: /\n(2[5-9]|3\d)\n$/,
      says: /^The program wanted more than its 32 processes and threads/,
    },
    javascript: {
      code: 'const { spawn } = require("child_process");\nfor (;;) { const c = spawn("sleep", ["99"]); await new Promise((resolve, reject) => c.on("spawn", resolve).on("error", reject)); }',
      ends: ['process_limit'],
      says: /^The program wanted more than its 32 processes and threads/,
    },
  },
  {
    name: 'a daemon that forked twice and left its session',
    python: {
      code: 'import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(60)\n    os._exit(0)\nos.wait()',
      ends: ['exited'],
    },
    javascript: {
      code: 'const { spawnSync, spawn } = require("child_process");\nspawnSync("sh", ["-c", "setsid sh -c \'sleep 60 & sleep 60 &\' &"], { stdio: "ignore" });\nspawn("sleep", ["60"], { detached: true, stdio: "ignore" }).unref()',
      ends: ['exited'],
    },
  },
  {
    name: 'children that ignore every signal and print on',
    python: {
      code: `import os, signal, time
for _ in range(5):
    if os.fork() == 0:
        for n in range(1, 32):
            try: signal.signal(n, signal.SIG_IGN)
            except (OSError, ValueError): pass
        while True:
            time.sleep(0.1)
            os.write(1, b"still here\\n")`,
      ends: ['exited'],
    },
    javascript: {
      code: `const { spawn } = require("child_process");
const deaf = "trap '' 1 2 3 13 15 20; while :; do sleep 0.1; echo still here; done";
for (let n = 0; n < 5; n++) spawn("sh", ["-c", deaf], { detached: true, stdio: ["ignore", "inherit", "inherit"] }).unref();`,
      ends: ['exited'],
    },
  },
  {
    name: 'children and threads that go on',
    python: {
      code: `import os, subprocess, threading, time
subprocess.Popen(["sleep", "60"])
threading.Thread(target=lambda: [time.sleep(0.001) for _ in iter(int, 1)], daemon=True).start()
for _ in range(4):
    if os.fork() == 0:
        while True:
            try:
                if os.fork(): os._exit(0)
            except OSError: pass`,
      ends: ['exited'],
    },
    javascript: {
      code: `const { spawn } = require("child_process");
const { Worker } = require("worker_threads");
spawn("sleep", ["60"]).unref();
new Worker("for (;;);", { eval: true }).unref();
spawn("sh", ["-c", "f() { f & exit; }; f"], { stdio: "ignore" }).unref();
setTimeout(() => process.exit(), 100)`,
      // Without control groups this limit has no room for a second V8.
      ends: ['exited', 'memory_exceeded'],
    },
  },
  {
    name: 'a program that ignores every signal',
    python: {
      code: `import signal
for n in range(1, 65):
    try: signal.signal(n, signal.SIG_IGN)
    except (OSError, ValueError): pass
while True:
    try:
        while True: pass
    except BaseException: pass`,
      ends: ['timed_out'],
      timeoutS: 1,
    },
    javascript: {
      code: 'for (const name of ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGALRM"]) process.on(name, () => {});\nprocess.on("uncaughtException", () => {});\nfor (;;) { try { for (;;); } catch {} }',
      ends: ['timed_out'],
      timeoutS: 2,
    },
  },
  {
    name: 'a signal to everything there is',
    python: {
      code: 'import os\ntry: os.kill(-1, 9)\nexcept ProcessLookupError: pass\nprint("after")',
      ends: ['exited'],
      prints: 'after\n',
    },
    javascript: {
      code: 'try { process.kill(-1, "SIGKILL"); } catch (e) { if (e.code !== "ESRCH") throw e; }\nconsole.log("after")',
      ends: ['exited'],
      prints: 'after\n',
    },
  },
  {
    name: 'everything stopped that there is',
    python: {
      code: 'import os, signal\ntry: os.kill(-1, signal.SIGSTOP)\nexcept ProcessLookupError: pass\nprint("after")',
      ends: ['exited'],
      prints: 'after\n',
    },
    javascript: {
      code: 'try { process.kill(-1, "SIGSTOP"); } catch (e) { if (e.code !== "ESRCH") throw e; }\nconsole.log("after")',
      ends: ['exited'],
      prints: 'after\n',
    },
  },
  {
    name: 'a program that stops itself',
    python: {
      code: 'import os, signal\nos.kill(0, signal.SIGSTOP)',
      ends: ['timed_out'],
      timeoutS: 1,
    },
    javascript: { code: 'process.kill(0, "SIGSTOP")', ends: ['timed_out'], timeoutS: 2 },
  },
  {
    name: 'a thread bomb',
    python: {
      code: 'import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(99,), daemon=True).start()',
      ends: ['process_limit'],
    },
    javascript: {
      code: 'const { Worker } = require("worker_threads");\nfor (let n = 0; n < 100; n++) new Worker("setInterval(() => {}, 1000)", { eval: true });',
      // A thread of V8's takes much memory.
      ends: ['process_limit', 'memory_exceeded'],
    },
  },
  {
    name: 'children that nobody collects',
    python: {
      code: 'import os\nwhile True:\n    if os.fork() == 0: os._exit(0)',
      ends: ['process_limit'],
    },
    javascript: {
      code: 'const { spawnSync } = require("child_process");\nconst { status } = spawnSync("sh", ["-c", "i=0; while [ $i -lt 200 ]; do sleep 0 & i=$((i+1)); done; exec sleep 1"]);\nconsole.log(status === null ? "killed" : "ended")',
      ends: ['exited'],
      prints: 'ended\n',
    },
  },
  {
    name: 'its sandbox’s first process, signalled, limited and renamed',
    python: {
      code: `import os, resource
os.kill(1, 9)
os.kill(1, 19)
for n in range(32, 65): os.kill(1, n)
for name, work in {"limits": lambda: resource.prlimit(1, resource.RLIMIT_NOFILE, (3, 3)), "look": lambda: resource.prlimit(1, resource.RLIMIT_NOFILE), "schedule": lambda: os.sched_setscheduler(1, os.SCHED_IDLE, os.sched_param(0)), "name": lambda: open("/proc/1/comm", "w"), "memory": lambda: open("/proc/1/mem", "r+b")}.items():
    try: print(name, "HAD", work())
    except OSError as e: print(name, type(e).__name__)
print("after", os.listdir("/proc/1"))`,
      ends: ['exited'],
      prints:
        'limits PermissionError\nlook PermissionError\nschedule PermissionError\nname OSError\nmemory FileNotFoundError\nafter []\n',
    },
    javascript: {
      code: 'for (const name of ["SIGKILL", "SIGSTOP", "SIGTERM", "SIGSEGV", "SIGUSR1"]) process.kill(1, name);\nconsole.log("after", require("fs").readdirSync("/proc/1"))',
      ends: ['exited'],
      prints: 'after []\n',
    },
  },
];
