/** Other people's files: the host's, the server's, other visitors'. */
import { type HostFacts, type HostileCase, javascriptTries, pythonTries } from './hostile-case';

const ROOT = 'bin cache dev etc lib lib64 proc runbay sbin tmp usr workspace';
const ENVIRONMENT =
  'HOME LANG MPLBACKEND MPLCONFIGDIR PATH PWD PYTHONUNBUFFERED TMPDIR USER XDG_CACHE_HOME';

/** Where a way out might be: paths that must not open. */
const closed = ({ secretFile, application }: HostFacts) => [
  secretFile,
  `/proc/1/root${secretFile}`,
  `/proc/self/root/..${secretFile}`,
  `${application}/package.json`,
  '/root/.bashrc',
  '/etc/shadow',
  '/etc/hostname',
  '/proc/1/environ',
  '/proc/1/mem',
  '/proc/1/cmdline',
  '/proc/1/maps',
  '/proc/1/fd/3',
  '/proc/kcore',
  '/proc/kmsg',
  '/dev/mem',
  '/dev/kvm',
  '/dev/vsock',
  '/sys/fs/cgroup',
  '/run/systemd',
  '/var/run/docker.sock',
];

/** What tells of the host's kernel: files that are there, and have nothing in them. */
const EMPTY = [
  '/proc/keys',
  '/proc/kallsyms',
  '/proc/modules',
  '/proc/timer_list',
  '/proc/cmdline',
];

export const OTHERS: HostileCase[] = [
  {
    name: 'files of the host and of the server',
    python: {
      code: (host) =>
        pythonTries([
          ...closed(host).map((path): [string, string] => [
            'open',
            `open(${JSON.stringify(path)}, "rb").read(9)`,
          ]),
          ...EMPTY.map((path): [string, string] => [
            'empty',
            `(open("${path}", "rb").read() or os.stat("/nowhere"))`,
          ]),
        ]),
      ends: ['exited'],
      prints: /^((open|empty) (ENOENT|EACCES|EPERM|EISDIR|ENXIO)\n)+$/,
    },
    javascript: {
      code: (host) =>
        javascriptTries([
          ...closed(host).map((path): [string, string] => [
            'open',
            `fs.readSync(fs.openSync(${JSON.stringify(path)}), Buffer.alloc(9))`,
          ]),
          ...EMPTY.map((path): [string, string] => [
            'empty',
            `fs.readFileSync("${path}", "utf8") || fs.statSync("/nowhere")`,
          ]),
        ]),
      ends: ['exited'],
      prints: /^((open|empty) (ENOENT|EACCES|EPERM|EISDIR|ENXIO)\n)+$/,
    },
  },
  {
    name: 'what other processes hold',
    python: {
      code: ({ secret }: HostFacts) => `import glob, os
found = []
for path in glob.glob("/proc/[0-9]*/environ") + glob.glob("/proc/[0-9]*/cmdline"):
    try:
        if os.path.dirname(path) != "/proc/%d" % os.getpid() and "${secret}"[:9] in open(path, errors="replace").read(): found.append(path)
    except OSError: pass  # It ended while we looked.
print(found, [path for path in ("/proc/1/root", "/proc/1/cwd", "/proc/1/exe", "/proc/1/task") if os.path.lexists(path)])`,
      ends: ['exited'],
      prints: '[] []\n',
    },
    javascript: {
      code: ({ secret }: HostFacts) => `const fs = require("fs");
const found = [];
for (const pid of fs.readdirSync("/proc").filter((name) => /^\\d+$/.test(name) && Number(name) !== process.pid)) {
  for (const file of ["environ", "cmdline"]) {
    try { if (fs.readFileSync("/proc/" + pid + "/" + file, "latin1").includes("${secret}".slice(0, 9))) found.push(pid); } catch {}
  }
}
console.log(found, ["root", "cwd", "exe", "task"].filter((name) => fs.existsSync("/proc/1/" + name)));`,
      ends: ['exited'],
      prints: '[] []\n',
    },
  },
  {
    name: 'what it is given of the system, and no more',
    python: {
      code: `import glob, os
print(*sorted(os.listdir("/")))
print(*sorted(os.environ))
print(len(glob.glob("/proc/[0-9]*")) < 6, open("/etc/passwd").read().count("\\n"), os.getuid(), os.uname().nodename)
print({os.readlink("/proc/self/fd/" + fd).split(":")[0] for fd in ("0", "1", "2", *(f for f in os.listdir("/proc/self/fd") if os.path.exists("/proc/self/fd/" + f)))})`,
      ends: ['exited'],
      prints: `${ROOT}\n${ENVIRONMENT}\nTrue 1 1000 runbay\n{'pipe'}\n`,
    },
    javascript: {
      code: `const fs = require("fs"), os = require("os");
console.log(fs.readdirSync("/").sort().join(" "));
console.log(Object.keys(process.env).sort().join(" "));
console.log(fs.readdirSync("/proc").filter((n) => /^\\d+$/.test(n)).length < 6, fs.readFileSync("/etc/passwd", "utf8").split("\\n").length - 1, process.getuid(), os.hostname());`,
      ends: ['exited'],
      prints: `${ROOT}\n${ENVIRONMENT}\ntrue 1 1000 runbay\n`,
    },
  },
  {
    name: 'writing where it may not',
    python: {
      code: pythonTries([
        ...['/', '/usr', '/etc', '/dev', '/proc', '/runbay', '/runbay/guest', '/proc/1'].map(
          (folder): [string, string] => [folder, `open("${folder}/x", "w")`],
        ),
        ['passwd', 'open("/etc/passwd", "a")'],
        ['node', 'open("/runbay/node", "r+b")'],
        ['usr', 'os.rename("/usr", "/usr2")'],
        ['swap', 'os.rename("/tmp", "/tmp2")'],
        ['core', 'open("/proc/sys/kernel/core_pattern", "w")'],
        ['sysrq', 'open("/proc/sysrq-trigger", "w")'],
      ]),
      ends: ['exited'],
      prints: /^(\S+ (EROFS|EACCES|ENOENT|EPERM|EBUSY|EXDEV|ETXTBSY)\n)+$/,
    },
    javascript: {
      code: javascriptTries([
        ...['/', '/usr', '/etc', '/dev', '/proc', '/runbay', '/runbay/guest', '/proc/1'].map(
          (folder): [string, string] => [folder, `fs.writeFileSync("${folder}/x", "")`],
        ),
        ['passwd', 'fs.appendFileSync("/etc/passwd", "x")'],
        ['node', 'fs.openSync("/runbay/node", "r+")'],
        ['usr', 'fs.renameSync("/usr", "/usr2")'],
        ['core', 'fs.writeFileSync("/proc/sys/kernel/core_pattern", "x")'],
      ]),
      ends: ['exited'],
      prints: /^(\S+ (EROFS|EACCES|ENOENT|EPERM|EBUSY|EXDEV|ETXTBSY)\n)+$/,
    },
  },
];
