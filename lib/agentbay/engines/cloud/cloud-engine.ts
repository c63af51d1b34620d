/** AgentBay as an engine: programs run in its cloud, or in another Runbay that speaks its protocol. */
import 'server-only';
import { readFileSync } from 'node:fs';
import type { Capabilities, LanguageInfo, Limits } from '@/lib/agentbay/contract';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@/lib/agentbay/languages';
import { CODE_LIMIT_BYTES, DEFAULT_TIMEOUT_S, STDIN_LIMIT_BYTES } from '@/lib/agentbay/run-request';
import type { AgentBaySettings, Config } from '@/lib/config';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { Engine, EngineSession, EngineStatus } from '../engine';
import { type CloudLimits, CloudSession } from './cloud-session';
import { SessionKeeper } from './session-keeper';
import { AgentBayClient } from './wire/client';
import { httpTransport, type Transport } from './wire/transport';

/** What AgentBay runs. TypeScript is JavaScript there, without its types. */
const KNOWN = new Set<string>(['python', 'javascript', 'typescript', 'r', 'java']);
const WORKSPACE_BYTES = 8 * 1024 * 1024;
/** A probe's answer counts for so long: balancers ask often. */
const PROBE_MS = 5000;
const REPORT_MS = 300_000;
/** A server starts also where AgentBay takes its time to answer. */
const LOOK_PATIENCE_MS = 5000;

export class CloudEngine implements Engine {
  readonly name = 'cloud';
  readonly limits: Limits;
  readonly capabilities: Capabilities = {
    liveOutput: false,
    liveInput: false,
    keepsStopped: false,
    measures: false,
    checks: false,
    completes: false,
    steps: false,
  };
  readonly #settings: AgentBaySettings;
  readonly #client: AgentBayClient;
  readonly #keeper: SessionKeeper;
  readonly #limits: CloudLimits;
  readonly #languages: readonly Language[];
  readonly #hasSecret: boolean;
  readonly #sessions = new Set<CloudSession>();
  readonly #ofOwner = new Map<string, CloudSession>();
  readonly #reporter: NodeJS.Timeout;
  #reported = 0;
  #looked: Promise<string[]> | undefined;
  #probed: { atMs: number; answer: Promise<void> } | undefined;
  #isDisposed = false;

  /** `transport`: how requests are sent; a test has its own. Throws where the file of certificates cannot be read. */
  constructor(config: Config, settings: AgentBaySettings, transport?: Transport) {
    this.#settings = settings;
    const { caFile } = settings;
    const authorities = caFile === undefined ? undefined : readFileSync(caFile, 'utf8');
    const send = transport ?? httpTransport(authorities);
    this.#client = new AgentBayClient(settings, send);
    const wanted = new Set(config.languages);
    this.#languages = LANGUAGES.filter((id) => wanted.has(id) && KNOWN.has(id));
    this.#hasSecret = config.secret !== undefined;
    this.#keeper = new SessionKeeper(this.#client, {
      secret: config.secret,
      // Servers that share a database share a secret too, and each other's sessions.
      isAlone: config.databaseUrl === undefined,
      idleS: config.sessionIdleS,
    });
    const { outputLimitBytes } = config;
    const byTimeoutMs = Math.floor(settings.timeoutMs / 1000);
    const max = Math.max(1, Math.min(config.maxTimeoutS, byTimeoutMs));
    const fileLimitBytes = Math.min(config.fileLimitBytes, WORKSPACE_BYTES);
    this.#limits = {
      ...{ outputLimitBytes, fileLimitBytes },
      ...{ workspaceBytes: WORKSPACE_BYTES, maxTimeoutS: max },
    };
    this.limits = {
      timeoutS: { min: 0, max, default: Math.min(DEFAULT_TIMEOUT_S, max) },
      codeBytes: CODE_LIMIT_BYTES,
      stdinBytes: STDIN_LIMIT_BYTES,
      outputBytes: outputLimitBytes,
      memoryBytes: 0,
      processes: 0,
      workspaceBytes: WORKSPACE_BYTES,
      tmpBytes: 0,
      fileBytes: fileLimitBytes,
      network: true,
    };
    this.#reporter = setInterval(() => this.#report(), REPORT_MS);
    this.#reporter.unref();
  }

  async status(): Promise<EngineStatus> {
    this.#looked ??= this.#look();
    const facts = [
      `Programs run at ${new URL(this.#settings.endpoint).host}.`,
      this.#hasSecret
        ? 'Sessions are found again after a restart.'
        : 'Sessions are not found again after a restart: RUNBAY_SECRET is not set.',
      ...(await this.#answered(this.#looked)),
    ];
    return { engine: 'cloud', mode: 'remote', facts, calls: this.#client.metrics.counts() };
  }

  async languages(): Promise<LanguageInfo[]> {
    return this.#languages.map((id) => {
      const { name, runtime, aliases, fileName } = LANGUAGE_NAMES[id];
      return { id, version: '', name, runtime, aliases, fileName };
    });
  }

  async createSession(language?: Language, owner?: string): Promise<EngineSession> {
    if (this.#isDisposed) throw new AppError('engine_unavailable', 'The server is stopping.');
    if (language !== undefined && !this.#languages.includes(language)) {
      const name = LANGUAGE_NAMES[language].name;
      throw new AppError('unknown_language', `${name} is not offered here.`, {
        field: 'language',
      });
    }
    // One that is on its way out is not to be found again, and an owner has never two.
    if (owner !== undefined) await this.#ofOwner.get(owner)?.giveBack();
    const opened = await this.#keeper.open(owner);
    const session = new CloudSession(opened, {
      client: this.#client,
      keeper: this.#keeper,
      limits: this.#limits,
      owner,
      onDispose: (ended) => {
        this.#sessions.delete(ended);
        if (owner !== undefined && this.#ofOwner.get(owner) === ended) this.#ofOwner.delete(owner);
      },
    });
    this.#sessions.add(session);
    if (owner !== undefined) this.#ofOwner.set(owner, session);
    // The server may have been told to end while AgentBay made it.
    if (this.#isDisposed) await session.giveBack();
    return session;
  }

  /** Asks for a list: that needs the key and makes no session. */
  probe(): Promise<void> {
    const isKnown = this.#probed !== undefined && performance.now() - this.#probed.atMs <= PROBE_MS;
    // What a run has found out since counts more.
    if (!isKnown || !this.#client.isAnswering) {
      const answer = this.#client.listSessions({ runbay: 'probe' }).then(() => undefined);
      answer.catch(() => undefined);
      this.#probed = { atMs: performance.now(), answer };
    }
    return this.#probed?.answer ?? Promise.resolve();
  }

  async dispose(): Promise<void> {
    this.#isDisposed = true;
    this.#keeper.hurry();
    clearInterval(this.#reporter);
    this.#report();
    await Promise.allSettled([...this.#sessions].map((session) => session.giveBack()));
    await this.#keeper.close();
  }

  #answered(looked: Promise<string[]>): Promise<string[]> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string[]>((resolve) => {
      timer = setTimeout(() => resolve(['It has not answered yet.']), LOOK_PATIENCE_MS);
    });
    return Promise.race([looked, late]).finally(() => clearTimeout(timer));
  }

  async #look(): Promise<string[]> {
    try {
      const count = await this.#keeper.look();
      return count === 0
        ? []
        : [`${count} sessions of an earlier server are waiting for their owners.`];
    } catch (error) {
      // It may come back; until then each run says so.
      return [`It does not answer now: ${error instanceof Error ? error.message : String(error)}`];
    }
  }

  /** Nothing where nothing was called. */
  #report(): void {
    const calls = this.#client.metrics.counts();
    const sum = calls.reduce((count, { calls }) => count + calls, 0);
    if (sum > this.#reported) log().info({ calls, sessions: this.#sessions.size }, 'AgentBay');
    this.#reported = sum;
  }
}
