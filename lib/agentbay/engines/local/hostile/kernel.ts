/** The kernel's surface: what a program has no use for. */
import { type HostileCase, javascriptTries, pythonTries } from './hostile-case';

type Call = (number | string)[];

const X64: Record<string, Call> = {
  unshare: [272, 0x10000000],
  setns: [308, 0, 0],
  mount: [165, 0, 0, 0, 0, 0],
  umount2: [166, '"/tmp"', 0],
  pivot_root: [155, 0, 0],
  open_tree: [428, 0, 0, 0],
  ptrace: [101, 0, 0, 0, 0],
  process_vm_readv: [310, 1, 0, 0, 0, 0, 0],
  process_vm_writev: [311, 1, 0, 0, 0, 0, 0],
  pidfd_getfd: [438, 0, 0, 0],
  kcmp: [312, 1, 1, 0, 0, 0],
  bpf: [321, 0, 0, 0],
  perf_event_open: [298, 0, 0, -1, -1, 0],
  userfaultfd: [323, 0],
  keyctl: [250, 0, 0],
  add_key: [248, 0, 0, 0, 0, 0],
  request_key: [249, 0, 0, 0, 0],
  io_uring_setup: [425, 1, 0],
  memfd_create: [319, '"x"', 0],
  shmget: [29, 0, 4096, 512],
  inotify_init1: [294, 0],
  fanotify_init: [300, 0, 0],
  kexec_load: [246, 0, 0, 0, 0],
  init_module: [175, 0, 0, 0],
  reboot: [169, 0, 0, 0, 0],
  syslog: [103, 3, 0, 0],
  clock_settime: [227, 0, 0],
  name_to_handle_at: [303, 0, 0, 0, 0, 0],
  modify_ldt: [154, 0, 0, 0],
  chroot: [161, '"/tmp"'],
  move_mount: [429, 0, 0, 0, 0, 0],
  fsopen: [430, '"tmpfs"', 0],
  fsconfig: [431, 0, 0, 0, 0, 0],
  fsmount: [432, 0, 0, 0],
  fspick: [433, 0, 0, 0],
  mount_setattr: [442, 0, 0, 0, 0, 0],
  process_madvise: [440, 0, 0, 0, 0, 0],
  io_uring_enter: [426, 0, 0, 0, 0, 0],
  io_uring_register: [427, 0, 0, 0, 0],
  io_setup: [206, 1, 0],
  kexec_file_load: [320, 0, 0, 0, 0, 0],
  finit_module: [313, 0, 0, 0],
  delete_module: [176, '"x"', 0],
  swapon: [167, '"/tmp"', 0],
  swapoff: [168, '"/tmp"'],
  acct: [163, 0],
  quotactl: [179, 0, 0, 0, 0],
  quotactl_fd: [443, 0, 0, 0, 0],
  iopl: [172, 3],
  ioperm: [173, 0, 1, 1],
  settimeofday: [164, 0, 0],
  clock_adjtime: [305, 0, 0],
  adjtimex: [159, 0],
  sethostname: [170, '"x"', 1],
  setdomainname: [171, '"x"', 1],
  vhangup: [153],
  open_by_handle_at: [304, 0, 0, 0],
  fanotify_mark: [301, 0, 0, 0, 0, 0],
  memfd_secret: [447, 0],
  move_pages: [279, 0, 0, 0, 0, 0, 0],
  mbind: [237, 0, 0, 0, 0, 0, 0],
  set_mempolicy: [238, 0, 0, 0],
  get_mempolicy: [239, 0, 0, 0, 0, 0],
  migrate_pages: [256, 0, 0, 0, 0],
  set_mempolicy_home_node: [450, 0, 0, 0, 0],
  inotify_init: [253],
  inotify_add_watch: [254, 0, '"/tmp"', 1],
  msgget: [68, 0, 512],
  semget: [64, 0, 1, 512],
  mq_open: [240, '"/x"', 64, 384, 0],
  limits_of_the_first_process: [302, 1, 7, 0, 0],
  clone_newuser: [56, 0x10000011, 0, 0, 0, 0],
  clone3: [435, 0, 0],
  a_future_call: [460, 0],
  x32: [0x40000000 + 20, 0],
  personality: [135, 0x40000],
  // MAP_HUGETLB, private and anonymous.
  huge_pages: [9, 0, 2 << 20, 3, 0x40022, -1, 0],
};
const ARM64: Record<string, Call> = {
  unshare: [97, 0x10000000],
  mount: [40, 0, 0, 0, 0, 0],
  ptrace: [117, 0, 0, 0, 0],
  bpf: [280, 0, 0, 0],
  keyctl: [219, 0, 0],
  io_uring_setup: [425, 1, 0],
  perf_event_open: [241, 0, 0, -1, -1, 0],
  userfaultfd: [282, 0],
  clone3: [435, 0, 0],
  a_future_call: [460, 0],
};

const calls = process.arch === 'x64' ? X64 : ARM64;
const refused = Object.keys(calls)
  .map((name) => `${name} (EPERM|ENOSYS)\\n`)
  .join('');

const CALLS = `libc = __import__("ctypes").CDLL(None, use_errno=True)
libc.syscall.restype = __import__("ctypes").c_long
def call(*given):
    if libc.syscall(*(x.encode() if isinstance(x, str) else __import__("ctypes").c_long(x) for x in given)) >= 0: return "it"
    raise OSError(ctypes.get_errno(), "")
${pythonTries(Object.entries(calls).map(([name, given]) => [name, `call(${given.join(', ')})`]))}`;

export const KERNEL: HostileCase[] = [
  {
    name: 'system calls that reach too far',
    python: { code: CALLS, ends: ['exited'], prints: new RegExp(`^${refused}$`) },
    javascript: {
      // It makes no system call by itself, but it starts what does.
      code: `process.stdout.write(require("child_process").execFileSync("python3", ["-c", ${JSON.stringify(CALLS)}]))`,
      ends: ['exited'],
      prints: new RegExp(`^${refused}$`),
    },
  },
  {
    name: 'the tools of an administrator',
    python: {
      code: `import shutil, subprocess
for words in (["unshare", "--user", "true"], ["unshare", "--mount", "true"], ["mount", "-t", "tmpfs", "none", "/tmp"], ["umount", "/tmp"], ["nsenter", "--target", "1", "--net", "true"], ["dmesg"], ["date", "--set", "2001-01-01"]):
    print(words[0], shutil.which(words[0]) is not None and subprocess.run(words, capture_output=True).returncode > 0)`,
      ends: ['exited'],
      prints: /^(\w+ True\n){7}$/,
    },
    javascript: {
      code: javascriptTries([
        ['user namespace', 'ran("unshare", "--user", "true")'],
        ['mount namespace', 'ran("unshare", "--mount", "true")'],
        ['mount', 'ran("mount", "-t", "tmpfs", "none", "/tmp")'],
        ['unmount', 'ran("umount", "/tmp")'],
        ['other namespaces', 'ran("nsenter", "--target", "1", "--net", "true")'],
        ['kernel log', 'ran("dmesg")'],
        ['time', 'ran("date", "--set", "2001-01-01")'],
        ['kernel modules', 'fs.readFileSync("/proc/kallsyms", "utf8") || fs.statSync("/nowhere")'],
      ]),
      ends: ['exited'],
      prints: /^(\D+ exit [1-9]\d*\n){7}kernel modules (ENOENT|EACCES)\n$/,
    },
  },
  {
    name: 'no rights, and no way to more',
    python: {
      code: `print([line.split()[1] for line in open("/proc/self/status") if line.startswith(("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs", "Seccomp:"))])
${pythonTries([
  ['setuid', 'os.setuid(0)'],
  ['setgroups', 'os.setgroups([0])'],
  ['chroot', 'os.chroot("/tmp")'],
  ['device', 'os.mknod("/tmp/d", 0o20666, 5)'],
  ['priority', 'os.setpriority(0, 0, -5)'],
  ['realtime', 'os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))'],
])}`,
      ends: ['exited'],
      prints:
        /^\['0{16}', '0{16}', '0{16}', '0{16}', '0{16}', '1', '2'\]\nsetuid (EINVAL|EPERM)\nsetgroups EPERM\nchroot EPERM\ndevice EPERM\npriority (EACCES|EPERM)\nrealtime EPERM\n$/,
    },
    javascript: {
      code: `console.log(...require("fs").readFileSync("/proc/self/status", "utf8").match(/(?<=^(Cap...|NoNewPrivs|Seccomp):\\t)\\w+/gm));
${javascriptTries([
  ['setuid', 'process.setuid(0)'],
  ['setgroups', 'process.setgroups([0])'],
  ['su', 'ran("su", "-c", "true")'],
  ['priority', 'require("os").setPriority(0, -5)'],
])}`,
      ends: ['exited'],
      prints:
        /^0{16} 0{16} 0{16} 0{16} 0{16} 1 2\nsetuid (EINVAL|EPERM)\nsetgroups EPERM\nsu exit \d+\npriority (EACCES|EPERM|ERR_SYSTEM_ERROR)\n$/,
    },
  },
];
