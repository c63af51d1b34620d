/**
 * Every setting with its unit, default and meaning; docs/operating.md lists the same. Nothing else in lib or app reads
 * process.env. (scripts/serve.mjs reads HOST, PORT, RUNBAY_TRUSTED_PROXIES and whether there are
 * RUNBAY_GATEWAY_KEYS before this can be loaded; `--lan` gives some of them other defaults, scripts/lan.mjs.)
 */
import 'server-only';
import { availableParallelism } from 'node:os';
import { isAbsolute, relative, sep } from 'node:path';
import { z } from 'zod';
import { readEndpoint } from './endpoint';

const MIB = 1024 * 1024;

const whole = (fallback: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .default(fallback);

/** What it says is an origin, and nothing that would be lost. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, pathname, search, hash } = new URL(text);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return (
    isWeb && pathname === '/' && !/[?#]/.test(text) && !`${username}${password}${search}${hash}`
  );
}

/** Lessons hold answers, and of what stands in `public` only one folder is kept back (proxy.ts). */
function isKeptFromVisitors(folder: string): boolean {
  const path = relative('public', folder);
  const isOutside = path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
  return isOutside || path === 'lessons' || path.startsWith(`lessons${sep}`);
}

/** As a header and a form field have it: no spaces, and long enough not to be a part of other words. */
const key = z.string().regex(/^[\x21-\x7e]{8,}$/, 'must have at least 8 characters and no spaces');

const settings = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, 'must be an address or a name, without a port or brackets')
    .default('127.0.0.1'),
  PORT: whole(3000, 0, 65535),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be like https://run.example.org, without a path')
    .transform((text) => new URL(text).origin)
    .optional(),
  RUNBAY_UNSAFE_NO_SANDBOX: z.enum(['0', '1']).default('0'),
  RUNBAY_CGROUPS: z.enum(['auto', 'off']).default('auto'),
  RUNBAY_LANGUAGES: z
    .string()
    .default('python,javascript,typescript')
    .transform((text) => text.split(',').map((name) => name.trim().toLowerCase()))
    .pipe(z.array(z.string().min(1, 'must be names with commas between them'))),
  RUNBAY_MAX_TIMEOUT_S: whole(60, 1, 60),
  RUNBAY_MEMORY_MIB: whole(512, 64, 65536),
  RUNBAY_PROCESSES: whole(64, 16, 4096),
  RUNBAY_WORKSPACE_MIB: whole(64, 1, 65536),
  RUNBAY_TMP_MIB: whole(64, 1, 65536),
  RUNBAY_FILE_MIB: whole(64, 1, 65536),
  RUNBAY_OUTPUT_KIB: whole(1024, 1, 65536),
  RUNBAY_POOL: whole(2, 0, 64),
  // Programs mostly sleep or wait for a person, and the processor is shared fairly among those that do not.
  RUNBAY_CONCURRENT_RUNS: whole(Math.max(16, availableParallelism() * 8), 1, 1024),
  RUNBAY_CONCURRENT_PER_ADDRESS: whole(0, 0, 1024),
  // A class of 300 that all press Run at once. What waits is at most some 2 MiB of source and input each.
  RUNBAY_QUEUE: whole(400, 0, 100_000),
  RUNBAY_QUEUE_WAIT_S: whole(60, 1, 600),
  RUNBAY_SESSIONS: whole(100, 1, 10_000),
  RUNBAY_SESSION_IDLE_S: whole(600, 5, 86_400),
  RUNBAY_RUNS_PER_MINUTE: whole(120, 0, 1_000_000),
  RUNBAY_SNIPPETS_PER_MINUTE: whole(20, 0, 1_000_000),
  RUNBAY_ROOMS: whole(50, 0, 10_000),
  RUNBAY_ROOMS_PER_ADDRESS: whole(20, 0, 10_000),
  RUNBAY_GATEWAY_KEYS: z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim()))
    .refine(
      (keys) => keys.every((key) => /^[\x21-\x7e]{16,200}$/.test(key)),
      'must be keys of at least 16 letters, digits or signs, separated by commas',
    )
    .refine((keys) => new Set(keys).size === keys.length, 'must not have a key twice')
    .default([]),
  RUNBAY_GATEWAY_SESSIONS: whole(100, 1, 10_000),
  RUNBAY_GATEWAY_RUNS_PER_MINUTE: whole(1200, 0, 1_000_000),
  RUNBAY_GATEWAY_CONCURRENT_RUNS: whole(Math.max(16, availableParallelism() * 8), 1, 1024),
  RUNBAY_TRUSTED_PROXIES: whole(0, 0, 10),
  RUNBAY_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  RUNBAY_SNIPPETS_MIB: whole(1024, 0, 100_000_000),
  DATA_DIR: z.string().default('data'),
  LESSONS_DIR: z
    .string()
    .refine(
      isKeptFromVisitors,
      'must not be in public/, whose files anybody can fetch; public/lessons alone is kept back',
    )
    .default('public/lessons'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must be like postgres://user:password@host:5432/name')
    .optional(),
  RUNBAY_ENGINE: z.enum(['local', 'cloud']).optional(),
  AGENTBAY_API_KEY: key.optional(),
  AGENTBAY_ENDPOINT: z
    .string()
    .default('wuyingai.cn-shanghai.aliyuncs.com')
    .transform((text, context) => {
      const origin = readEndpoint(text);
      if (origin !== undefined) return origin;
      context.addIssue(
        'must be a host or host:port, or https://host:port; http:// only of this machine (127.0.0.1, [::1], localhost)',
      );
      return z.NEVER;
    }),
  AGENTBAY_TIMEOUT_MS: whole(60_000, 1000, 600_000),
  AGENTBAY_REGION_ID: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/, 'must be like cn-shanghai')
    .optional(),
  AGENTBAY_CA_FILE: z.string().optional(),
  RUNBAY_METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/-]{16,200}$/, 'must have at least 16 letters, digits or signs of . _ ~ + / -')
    .optional(),
  RUNBAY_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export interface Config {
  host: string;
  port: number;
  /** Where visitors find this server: an origin without a slash at its end. Absent: where each request says it went. */
  publicUrl: string | undefined;
  unsafeNoSandbox: boolean;
  /** `off` makes the local engine do without cgroups even where it could have them. */
  cgroups: 'auto' | 'off';
  /** The languages that this server offers, by id (`lib/agentbay/offered-languages.ts`). */
  languages: string[];
  maxTimeoutS: number;
  memoryLimitBytes: number;
  processLimit: number;
  workspaceBytes: number;
  tmpBytes: number;
  fileLimitBytes: number;
  outputLimitBytes: number;
  /** Sandboxes that wait for a visitor. */
  poolSize: number;
  concurrentRuns: number;
  /** Of one address; 0: all but an eighth. */
  concurrentPerAddress: number;
  queueLength: number;
  queueWaitS: number;
  maxSessions: number;
  sessionIdleS: number;
  /** 0: no limit. */
  runsPerMinute: number;
  /** Snippets made, changed and deleted; 0: no limit. */
  snippetsPerMinute: number;
  /** What all snippets together may take; 0: no limit. */
  snippetsLimitBytes: number;
  /** Rooms of classes at a time; 0: there are none. */
  maxRooms: number;
  /** Of those opened from one address, since this server started; 0: no limit. */
  roomsPerAddress: number;
  /** Who may call the AgentBay gateway; none: there is no gateway. */
  gatewayKeys: string[];
  /** Of one key at a time. */
  gatewaySessions: number;
  /** Runs and new sessions of one key; 0: no limit. */
  gatewayRunsPerMinute: number;
  /** Of one key, those that wait for a place among them. */
  gatewayConcurrentRuns: number;
  /** How many proxies in front append to X-Forwarded-For; 0: the header is ignored. */
  trustedProxies: number;
  /** Signs the session cookie. Absent: a new random one at each start. */
  secret: string | undefined;
  /** Where snippets are kept while there is no `databaseUrl`; relative to the server's folder. */
  dataFolder: string;
  /** Lessons for `/learn`, a folder for each group; relative to the server's folder. */
  lessonsFolder: string;
  /** A Postgres database for snippets; undefined: a SQLite file in `dataFolder`. */
  databaseUrl: string | undefined;
  /** What runs programs: the sandbox of this machine, or AgentBay. */
  engine: 'local' | 'cloud';
  /** There where a key is set, so always where `engine` is `cloud`. */
  agentBay: AgentBaySettings | undefined;
  /** Who brings it may read /metrics; undefined: nobody may, over the network. */
  metricsToken: string | undefined;
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

export interface AgentBaySettings {
  apiKey: string;
  /** `https://host:port`, or `http://` of this machine. */
  endpoint: string;
  /** The most that one answer may take, programs included. */
  timeoutMs: number;
  /** Where sessions are made; undefined: where AgentBay thinks best. */
  regionId: string | undefined;
  /** A file of PEM certificates that are trusted besides the usual ones. */
  caFile: string | undefined;
}

const SECRET_SETTINGS = new Set([
  'RUNBAY_SECRET',
  'RUNBAY_GATEWAY_KEYS',
  'RUNBAY_METRICS_TOKEN',
  'DATABASE_URL',
  'AGENTBAY_API_KEY',
]);

type Environment = Record<string, string | undefined>;

/** An empty value counts as absent. */
function givenIn(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

/** A line for each setting that is wrong: what it was and what was expected. */
export function wrongSettings(env: Environment = process.env): string[] {
  const given = givenIn(env);
  const lines = (settings.safeParse(given).error?.issues ?? []).map((issue) => {
    const key = String(issue.path[0]);
    const came = SECRET_SETTINGS.has(key) ? '' : ` (it is ${JSON.stringify(env[key])})`;
    return `${key}: ${issue.message}${came}`;
  });
  if (given.RUNBAY_ENGINE === 'cloud' && given.AGENTBAY_API_KEY === undefined) {
    lines.push('AGENTBAY_API_KEY: is needed where RUNBAY_ENGINE is "cloud"');
  }
  return lines;
}

/** An Error that lists them; `lines` as `wrongSettings` gives them. */
export function settingsError(lines: readonly string[]): Error {
  return new Error(
    ['These settings are not valid:', ...lines.map((line) => `  ${line}`)].join('\n'),
  );
}

/** The languages that are asked for, whether there are such or not. */
export function wantedLanguages(env: Environment = process.env): string[] {
  return settings.shape.RUNBAY_LANGUAGES.safeParse(givenIn(env).RUNBAY_LANGUAGES).data ?? [];
}

/** Throws an Error that lists every setting that is wrong. */
export function parseConfig(env: Environment): Config {
  const wrong = wrongSettings(env);
  if (wrong.length > 0) throw settingsError(wrong);
  const s = settings.parse(givenIn(env));
  const engine = s.RUNBAY_ENGINE ?? (s.AGENTBAY_API_KEY === undefined ? 'local' : 'cloud');
  return {
    host: s.HOST,
    port: s.PORT,
    publicUrl: s.PUBLIC_URL,
    unsafeNoSandbox: s.RUNBAY_UNSAFE_NO_SANDBOX === '1',
    cgroups: s.RUNBAY_CGROUPS,
    languages: s.RUNBAY_LANGUAGES,
    maxTimeoutS: s.RUNBAY_MAX_TIMEOUT_S,
    memoryLimitBytes: s.RUNBAY_MEMORY_MIB * MIB,
    processLimit: s.RUNBAY_PROCESSES,
    workspaceBytes: s.RUNBAY_WORKSPACE_MIB * MIB,
    tmpBytes: s.RUNBAY_TMP_MIB * MIB,
    fileLimitBytes: s.RUNBAY_FILE_MIB * MIB,
    outputLimitBytes: s.RUNBAY_OUTPUT_KIB * 1024,
    poolSize: s.RUNBAY_POOL,
    concurrentRuns: s.RUNBAY_CONCURRENT_RUNS,
    concurrentPerAddress: s.RUNBAY_CONCURRENT_PER_ADDRESS,
    queueLength: s.RUNBAY_QUEUE,
    queueWaitS: s.RUNBAY_QUEUE_WAIT_S,
    maxSessions: s.RUNBAY_SESSIONS,
    sessionIdleS: s.RUNBAY_SESSION_IDLE_S,
    runsPerMinute: s.RUNBAY_RUNS_PER_MINUTE,
    snippetsPerMinute: s.RUNBAY_SNIPPETS_PER_MINUTE,
    snippetsLimitBytes: s.RUNBAY_SNIPPETS_MIB * MIB,
    maxRooms: s.RUNBAY_ROOMS,
    roomsPerAddress: s.RUNBAY_ROOMS_PER_ADDRESS,
    gatewayKeys: s.RUNBAY_GATEWAY_KEYS,
    gatewaySessions: s.RUNBAY_GATEWAY_SESSIONS,
    gatewayRunsPerMinute: s.RUNBAY_GATEWAY_RUNS_PER_MINUTE,
    gatewayConcurrentRuns: s.RUNBAY_GATEWAY_CONCURRENT_RUNS,
    trustedProxies: s.RUNBAY_TRUSTED_PROXIES,
    secret: s.RUNBAY_SECRET,
    dataFolder: s.DATA_DIR,
    lessonsFolder: s.LESSONS_DIR,
    databaseUrl: s.DATABASE_URL,
    engine,
    agentBay: agentBaySettings(s),
    metricsToken: s.RUNBAY_METRICS_TOKEN,
    logLevel: s.RUNBAY_LOG,
  };
}

/** Read by scripts alone. */
const SETTINGS_OF_SCRIPTS = ['RUNBAY_INSTALL'];

/** A sentence for each name that looks like a setting and is none, with the one that it may have meant. */
export function unknownSettings(env: Environment = process.env): string[] {
  const known = [...Object.keys(settings.shape), ...SETTINGS_OF_SCRIPTS];
  return Object.keys(givenIn(env))
    .filter((name) => /^(?:RUNBAY|AGENTBAY)_/.test(name) && !known.includes(name))
    .sort()
    .map((name) => {
      const nearest = nearestOf(name, known);
      return `There is no setting ${name}.${nearest === undefined ? '' : ` Is ${nearest} meant?`}`;
    });
}

/** Undefined where none is near. */
function nearestOf(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((other) => ({ other, distance: distanceOf(name, other) }))
    .sort((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= name.length / 4 ? best.other : undefined;
}

/** How many letters have to be put in, taken out or changed (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function agentBaySettings(s: z.infer<typeof settings>): AgentBaySettings | undefined {
  if (s.AGENTBAY_API_KEY === undefined) return undefined;
  return {
    apiKey: s.AGENTBAY_API_KEY,
    endpoint: s.AGENTBAY_ENDPOINT,
    timeoutMs: s.AGENTBAY_TIMEOUT_MS,
    regionId: s.AGENTBAY_REGION_ID,
    caFile: s.AGENTBAY_CA_FILE,
  };
}

let cached: Config | undefined;

/** This process's settings, read once. */
export function config(): Config {
  cached ??= parseConfig(process.env);
  return cached;
}
