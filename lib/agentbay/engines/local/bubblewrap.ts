/** The command line of one sandbox, as data: a pure function of the limits and places. Words: bwrap(1). */
import 'server-only';
import type { Language } from '@/lib/agentbay/languages';

/** Where the languages' kernels lie among the guest's programs: parts of the agent's package, as Python sees it. */
export const KERNELS_FOLDER = '_runbay/languages';

export interface SandboxLimits {
  memoryLimitBytes: number;
  processLimit: number;
  workspaceBytes: number;
  tmpBytes: number;
  fileLimitBytes: number;
}

export interface SandboxPlaces {
  /** The folder with the guest's programs. */
  guest: string;
  node: string;
  python: string;
  /** The application's own folder, hidden where it lies in what the sandbox sees. */
  application: string;
  /** What the languages' interpreters need to see outside of /usr. */
  seen: string[];
}

/** How a language's kernel is started, as its `host.json` says. */
export interface KernelProgram {
  language: Language;
  /** The language that it is of: two may have one. */
  family: Language;
  command?: string[] | undefined;
  environment: Record<string, string>;
  limitsData: boolean;
  spare?: 'always' | 'pool' | undefined;
  startsSlowly: boolean;
  hasProcess: boolean;
}

/** Descriptors of the sandbox's first process; 0 to 2 are /dev/null and the pipe for bubblewrap's complaints. */
export const FD = { args: 3, seccomp: 4, status: 5, agent: 6 } as const;

const CACHE_BYTES = 16 * 1024 * 1024;
const SHM_BYTES = 16 * 1024 * 1024;
const GUEST = '/runbay';
const KERNELS = `${GUEST}/guest/${KERNELS_FOLDER}`;

/** What /proc tells of the host beyond need; masked where it exists. */
export const MASKED_PROC_FILES = [
  '/proc/cmdline',
  '/proc/config.gz',
  '/proc/kallsyms',
  '/proc/keys',
  '/proc/key-users',
  '/proc/modules',
  '/proc/sched_debug',
  '/proc/timer_list',
];

/**
 * Everything before the `--`: namespaces named one by one, since --unshare-all tries only, and goes on without.
 * `countedMemoryOnly`: as in seccomp.ts, for hosts without control groups.
 */
export function sandboxArguments(
  limits: SandboxLimits,
  places: SandboxPlaces,
  maskedFiles: string[],
  countedMemoryOnly: boolean,
): string[] {
  const tmpfs = (path: string, bytes: number) => [
    '--perms',
    '1777',
    '--size',
    String(bytes),
    '--tmpfs',
    path,
  ];
  return [
    ...['--unshare-user', '--disable-userns', '--unshare-pid', '--unshare-net', '--unshare-ipc'],
    ...[
      '--unshare-uts',
      '--unshare-cgroup-try',
      '--as-pid-1',
      '--die-with-parent',
      '--new-session',
    ],
    ...['--uid', '1000', '--gid', '1000', '--hostname', 'runbay', '--cap-drop', 'ALL'],
    '--clearenv',
    ...Object.entries(ENVIRONMENT).flatMap(([name, value]) => ['--setenv', name, value]),
    ...['--ro-bind', '/usr', '/usr'],
    ...(places.application.startsWith('/usr/') ? ['--tmpfs', places.application] : []),
    ...['--symlink', 'usr/bin', '/bin', '--symlink', 'usr/lib', '/lib'],
    ...['--symlink', 'usr/lib64', '/lib64', '--symlink', 'usr/sbin', '/sbin'],
    ...['--dir', '/etc', '--ro-bind-try', '/etc/ld.so.cache', '/etc/ld.so.cache'],
    ...['--ro-bind-try', '/etc/alternatives', '/etc/alternatives'],
    ...['--ro-bind-try', '/etc/fonts', '/etc/fonts'],
    ...['--ro-bind-try', '/etc/matplotlibrc', '/etc/matplotlibrc'],
    ...places.seen.flatMap((path) => ['--ro-bind-try', path, path]),
    // Links into the one folder: a mount for each file is paid for by each sandbox.
    ...['--symlink', `${GUEST}/guest/passwd`, '/etc/passwd'],
    ...['--symlink', `${GUEST}/guest/group`, '/etc/group'],
    ...['--symlink', `${GUEST}/guest/hosts`, '/etc/hosts'],
    ...['--dir', GUEST, '--ro-bind', places.guest, `${GUEST}/guest`],
    ...['--ro-bind', places.node, `${GUEST}/node`],
    ...['--dir', `${GUEST}/bin`, '--symlink', `${GUEST}/guest/node.sh`, `${GUEST}/bin/node`],
    // The first process is ours: its folder would show its memory and its start environment.
    ...['--proc', '/proc', '--size', '4096', '--tmpfs', '/proc/1', '--remount-ro', '/proc/1'],
    ...maskedFiles.flatMap((file) => ['--ro-bind', '/dev/null', file]),
    ...['--dev', '/dev', ...tmpfs('/dev/shm', SHM_BYTES)],
    // Shared memory that is mapped from /dev/zero belongs to no file that could be counted; /dev/full, which reads
    // as zeros too, cannot be mapped.
    ...(countedMemoryOnly ? ['--dev-bind', '/dev/full', '/dev/zero'] : []),
    ...['--remount-ro', '/dev'],
    ...tmpfs('/tmp', limits.tmpBytes),
    ...tmpfs('/workspace', limits.workspaceBytes),
    // For what libraries compute once in a session; a fresh run does not empty it.
    ...tmpfs('/cache', CACHE_BYTES),
    ...['--chdir', '/workspace', '--remount-ro', '/'],
    ...['--json-status-fd', String(FD.status), '--seccomp', String(FD.seccomp)],
  ];
}

const ENVIRONMENT = {
  PATH: `${GUEST}/bin:/usr/local/bin:/usr/bin:/bin`,
  HOME: '/workspace',
  LANG: 'C.UTF-8',
  TMPDIR: '/tmp',
  USER: 'runbay',
  PYTHONUNBUFFERED: '1',
  MPLBACKEND: 'module://runbay_matplotlib',
  XDG_CACHE_HOME: '/cache',
  MPLCONFIGDIR: '/cache/matplotlib',
};

/** What the agent is told about the limits that are set inside. */
export function agentSettings(
  limits: SandboxLimits,
  programs: KernelProgram[],
  reduced: boolean,
): Record<string, unknown> {
  const MIB = 1024 * 1024;
  const partInMiB = (part: number) => String(Math.floor((limits.memoryLimitBytes * part) / MIB));
  const fill = (word: string, family: string) =>
    word
      .replaceAll('{kernel}', `${KERNELS}/${family}`)
      .replaceAll('{node}', `${GUEST}/node`)
      .replaceAll('{halfMiB}', partInMiB(0.5))
      .replaceAll('{threeQuartersMiB}', partInMiB(0.75));
  return {
    programs: programs.map(({ command = [], ...program }) => ({
      ...program,
      command: command.map((word) => fill(word, program.family)),
    })),
    // With control groups they count, and say when they refused one.
    processes: reduced ? limits.processLimit : null,
    dataBytes: limits.memoryLimitBytes,
    // V8 reserves 512 MiB for code, which RLIMIT_DATA counts (measured: a bare Node.js 24 has 575 MB).
    // With control groups they keep the limit; 0 is none.
    v8DataBytes: reduced ? limits.memoryLimitBytes + 576 * MIB : 0,
    controlLimitBytes: 5 * MIB,
    rlimits: {
      RLIMIT_CORE: 0,
      RLIMIT_FSIZE: limits.fileLimitBytes,
      RLIMIT_MEMLOCK: 65_536,
      RLIMIT_MSGQUEUE: 0,
      RLIMIT_NOFILE: 512,
      RLIMIT_SIGPENDING: 256,
      RLIMIT_STACK: 8 * MIB,
    },
  };
}

/** What runs as the sandbox's first process. */
export function agentCommand(python: string, settings: Record<string, unknown>): string[] {
  return [
    python,
    '-I',
    '-B',
    `${GUEST}/guest/start.py`,
    String(FD.agent),
    JSON.stringify(settings),
  ];
}
