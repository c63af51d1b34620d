/**
 * The system call filter, as the classic BPF program that bubblewrap's --seccomp takes.
 * Numbers are those of Linux's unistd.h headers up to 6.1; newer calls answer ENOSYS, so that libc
 * falls back and what the kernel learns tomorrow is closed today. Layout: linux/seccomp.h, linux/filter.h.
 */
import 'server-only';

type Numbers = readonly [x64: number, arm64: number | undefined];

/** Calls that answer ENOSYS: their arguments cannot be filtered, and callers fall back to older calls. */
const NOT_IMPLEMENTED: Record<string, Numbers> = {
  clone3: [435, 435],
  open_tree: [428, 428],
  move_mount: [429, 429],
  fsopen: [430, 430],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fspick: [433, 433],
  mount_setattr: [442, 442],
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
};

/** Calls that answer EPERM. */
const NOT_PERMITTED: Record<string, Numbers> = {
  // namespaces and mounts
  unshare: [272, 97],
  setns: [308, 268],
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  chroot: [161, 51],
  // other processes
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  process_madvise: [440, 440],
  kcmp: [312, 272],
  pidfd_getfd: [438, 438],
  // the kernel itself
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  reboot: [169, 142],
  swapon: [167, 224],
  swapoff: [168, 225],
  syslog: [103, 116],
  acct: [163, 89],
  quotactl: [179, 60],
  quotactl_fd: [443, 443],
  iopl: [172, undefined],
  ioperm: [173, undefined],
  modify_ldt: [154, undefined],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  clock_adjtime: [305, 266],
  adjtimex: [159, 171],
  sethostname: [170, 161],
  setdomainname: [171, 162],
  vhangup: [153, 58],
  lookup_dcookie: [212, 18],
  nfsservctl: [180, 42],
  uselib: [134, undefined],
  ustat: [136, undefined],
  sysfs: [139, undefined],
  _sysctl: [156, undefined],
  create_module: [174, undefined],
  get_kernel_syms: [177, undefined],
  query_module: [178, undefined],
  // keys and file handles
  add_key: [248, 217],
  request_key: [249, 218],
  keyctl: [250, 219],
  name_to_handle_at: [303, 264],
  open_by_handle_at: [304, 265],
  fanotify_init: [300, 262],
  fanotify_mark: [301, 263],
  memfd_secret: [447, 447],
  // NUMA
  move_pages: [279, 239],
  mbind: [237, 235],
  set_mempolicy: [238, 237],
  get_mempolicy: [239, 236],
  migrate_pages: [256, 238],
  set_mempolicy_home_node: [450, 450],
  // what shows other sandboxes' activity, memory that no limit counts, and budgets of the whole host
  inotify_init: [253, undefined],
  inotify_init1: [294, 26],
  inotify_add_watch: [254, 27],
  memfd_create: [319, 279],
  shmget: [29, 194],
  msgget: [68, 186],
  semget: [64, 190],
  mq_open: [240, 180],
  io_setup: [206, 0],
};

/** Calls whose first argument is a process; EPERM for process 1, which is the agent. */
const NOT_ON_THE_FIRST_PROCESS: Record<string, Numbers> = {
  prlimit64: [302, 261],
  sched_setparam: [142, 118],
  sched_setscheduler: [144, 119],
  sched_setaffinity: [203, 122],
  sched_setattr: [314, 274],
};

const FILTERED = {
  clone: [56, 220],
  fcntl: [72, 25],
  ioctl: [16, 29],
  mmap: [9, 222],
  personality: [135, 92],
  socket: [41, 198],
} as const;

const ARCHITECTURES = {
  x64: { audit: 0xc000003e, index: 0 },
  arm64: { audit: 0xc00000b7, index: 1 },
} as const;

/** The first number that is newer than the headers this was written from. */
const FIRST_UNKNOWN = 451;
const X32_BIT = 0x40000000;

const EPERM = 1;
const EINVAL = 22;
const ENOSYS = 38;
const EAFNOSUPPORT = 97;

const LOAD = 0x20; // BPF_LD | BPF_W | BPF_ABS
const JUMP_EQUAL = 0x15;
const JUMP_GREATER_OR_EQUAL = 0x35;
const JUMP_ANY_BIT = 0x45;
const AND = 0x54;
const RETURN = 0x06;

const ALLOW = 0x7fff0000;
const KILL_PROCESS = 0x80000000;
const fail = (errno: number) => 0x00050000 | errno;

const NUMBER_AT = 0;
const ARCHITECTURE_AT = 4;
/** The low 32 bits of an argument; both machines are little-endian. */
const argumentAt = (index: number) => 16 + index * 8;

/** All the CLONE_NEW* flags. */
const NAMESPACE_FLAGS = 0x7e020000;
const CLONE_FILES = 0x400;
const CLONE_THREAD = 0x10000;
const F_OFD_SETLK = 37;
const F_OFD_SETLKW = 38;
const MAP_SHARED_ANONYMOUS = 0x21;
const MAP_HUGETLB = 0x40000;
const AF_UNIX = 1;
const AF_INET = 2;
const AF_INET6 = 10;
const AF_NETLINK = 16;
const TIOCSTI = 0x5412;
const TIOCLINUX = 0x541c;

type Instruction = [code: number, jumpTrue: number, jumpFalse: number, k: number];

export interface FilterOptions {
  /** Refuses shared anonymous memory too, which RLIMIT_DATA does not count: for hosts without cgroups. */
  countedMemoryOnly: boolean;
}

/** The filter for this machine, ready for `--seccomp`. Throws on a machine it has no table for. */
export function seccompFilter({ countedMemoryOnly }: FilterOptions, arch = process.arch): Buffer {
  const machine = ARCHITECTURES[arch as keyof typeof ARCHITECTURES];
  if (machine === undefined) {
    throw new Error(`There is no system call table for the ${arch} architecture.`);
  }
  const number = (numbers: Numbers) => numbers[machine.index];
  const program: Instruction[] = [
    [LOAD, 0, 0, ARCHITECTURE_AT],
    [JUMP_EQUAL, 1, 0, machine.audit],
    [RETURN, 0, 0, KILL_PROCESS],
    [LOAD, 0, 0, NUMBER_AT],
    [JUMP_GREATER_OR_EQUAL, 0, 1, X32_BIT],
    [RETURN, 0, 0, fail(ENOSYS)],
    [JUMP_GREATER_OR_EQUAL, 0, 1, FIRST_UNKNOWN],
    [RETURN, 0, 0, fail(ENOSYS)],
  ];
  const deny = (table: Record<string, Numbers>, errno: number) => {
    for (const numbers of Object.values(table)) {
      const wanted = number(numbers);
      if (wanted === undefined) continue;
      program.push([JUMP_EQUAL, 0, 1, wanted], [RETURN, 0, 0, fail(errno)]);
    }
  };
  /** A block that runs for one call only; it must end in a RETURN on every way. */
  const forCall = (numbers: Numbers, block: Instruction[]) => {
    const wanted = number(numbers);
    if (wanted !== undefined) program.push([JUMP_EQUAL, 0, block.length, wanted], ...block);
  };
  deny(NOT_IMPLEMENTED, ENOSYS);
  deny(NOT_PERMITTED, EPERM);
  for (const numbers of Object.values(NOT_ON_THE_FIRST_PROCESS)) {
    forCall(numbers, [
      [LOAD, 0, 0, argumentAt(0)],
      [JUMP_EQUAL, 0, 1, 1],
      [RETURN, 0, 0, fail(EPERM)],
      [RETURN, 0, 0, ALLOW],
    ]);
  }
  forCall(FILTERED.clone, [
    [LOAD, 0, 0, argumentAt(0)],
    [JUMP_ANY_BIT, 3, 0, NAMESPACE_FLAGS],
    // A lock names who took it: that one must not be gone while another process has its descriptors.
    [AND, 0, 0, CLONE_FILES | CLONE_THREAD],
    [JUMP_EQUAL, 1, 0, CLONE_FILES],
    [RETURN, 0, 0, ALLOW],
    [RETURN, 0, 0, fail(EPERM)],
  ]);
  // Locks of an open file name nobody.
  forCall(FILTERED.fcntl, [
    [LOAD, 0, 0, argumentAt(1)],
    [JUMP_EQUAL, 1, 0, F_OFD_SETLK],
    [JUMP_EQUAL, 0, 1, F_OFD_SETLKW],
    [RETURN, 0, 0, fail(EINVAL)],
    [RETURN, 0, 0, ALLOW],
  ]);
  forCall(FILTERED.ioctl, [
    [LOAD, 0, 0, argumentAt(1)],
    [JUMP_EQUAL, 1, 0, TIOCSTI],
    [JUMP_EQUAL, 0, 1, TIOCLINUX],
    [RETURN, 0, 0, fail(EPERM)],
    [RETURN, 0, 0, ALLOW],
  ]);
  forCall(FILTERED.personality, [
    [LOAD, 0, 0, argumentAt(0)],
    [JUMP_EQUAL, 2, 0, 0],
    [JUMP_EQUAL, 1, 0, 0xffffffff],
    [RETURN, 0, 0, fail(EPERM)],
    [RETURN, 0, 0, ALLOW],
  ]);
  // Sockets inside the sandbox only; netlink for the list of interfaces (protocol 0 is NETLINK_ROUTE).
  forCall(FILTERED.socket, [
    [LOAD, 0, 0, argumentAt(0)],
    [JUMP_EQUAL, 6, 0, AF_UNIX],
    [JUMP_EQUAL, 5, 0, AF_INET],
    [JUMP_EQUAL, 4, 0, AF_INET6],
    [JUMP_EQUAL, 0, 2, AF_NETLINK],
    [LOAD, 0, 0, argumentAt(2)],
    [JUMP_EQUAL, 1, 0, 0],
    [RETURN, 0, 0, fail(EAFNOSUPPORT)],
    [RETURN, 0, 0, ALLOW],
  ]);
  // Huge pages, where the host has set some aside, are counted by no limit of ours.
  const uncounted: Instruction[] = countedMemoryOnly
    ? [
        [AND, 0, 0, MAP_SHARED_ANONYMOUS],
        [JUMP_EQUAL, 1, 0, MAP_SHARED_ANONYMOUS],
      ]
    : [];
  forCall(FILTERED.mmap, [
    [LOAD, 0, 0, argumentAt(3)],
    [JUMP_ANY_BIT, uncounted.length + 1, 0, MAP_HUGETLB],
    ...uncounted,
    [RETURN, 0, 0, ALLOW],
    [RETURN, 0, 0, fail(EPERM)],
  ]);
  program.push([RETURN, 0, 0, ALLOW]);
  return encode(program);
}

/** struct sock_filter { u16 code; u8 jt; u8 jf; u32 k; } each. */
function encode(program: Instruction[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(([code, jumpTrue, jumpFalse, k], index) => {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(jumpTrue, index * 8 + 2);
    bytes.writeUInt8(jumpFalse, index * 8 + 3);
    bytes.writeUInt32LE(k >>> 0, index * 8 + 4);
  });
  return bytes;
}
