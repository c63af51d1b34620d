/** The engine on this machine. It refuses to run anything where it cannot isolate (fail closed). */
import 'server-only';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Capabilities, LanguageInfo, Limits } from '@/lib/agentbay/contract';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@/lib/agentbay/languages';
import { offeredLanguages } from '@/lib/agentbay/offered-languages';
import { CODE_LIMIT_BYTES, DEFAULT_TIMEOUT_S, STDIN_LIMIT_BYTES } from '@/lib/agentbay/run-request';
import type { Config } from '@/lib/config';
import { AppError } from '@/lib/errors';
import type { Engine, EngineLoad, EngineSession, EngineStatus } from '../engine';
import { sandboxArguments } from './bubblewrap';
import { lookAtHost } from './host';
import { findHostLanguages, type HostLanguages, versionOf } from './host-languages';
import type { RunLimits } from './local-run';
import { LocalSession } from './local-session';
import { SandboxPool } from './pool';
import { makeRuntimeFolder } from './runtime-folder';
import { Sandbox, type SandboxPlan } from './sandbox';
import { seccompFilter } from './seccomp';
import { selfCheck } from './self-check';

interface Started {
  /** Undefined where the engine refuses to run. */
  pool: SandboxPool | undefined;
  status: EngineStatus;
  /** Of what runs here. */
  versions: ReadonlyMap<Language, string>;
}

export class LocalEngine implements Engine {
  readonly name = 'local';
  readonly limits: Limits;
  readonly capabilities: Capabilities = {
    liveOutput: true,
    liveInput: true,
    keepsStopped: true,
    measures: true,
    checks: true,
    completes: true,
    steps: true,
  };
  readonly #config: Config;
  readonly #runLimits: RunLimits;
  readonly #sessions = new Set<LocalSession>();
  #starting: Promise<Started> | undefined;
  #plan: SandboxPlan | undefined;
  #pool: SandboxPool | undefined;
  #disposed = false;

  constructor(config: Config) {
    this.#config = config;
    const { memoryLimitBytes, processLimit, workspaceBytes, tmpBytes, fileLimitBytes } = config;
    const { outputLimitBytes, maxTimeoutS } = config;
    this.#runLimits = {
      ...{ memoryLimitBytes, processLimit, workspaceBytes, tmpBytes, fileLimitBytes },
      outputLimitBytes,
    };
    this.limits = {
      timeoutS: { min: 0, max: maxTimeoutS, default: Math.min(DEFAULT_TIMEOUT_S, maxTimeoutS) },
      codeBytes: CODE_LIMIT_BYTES,
      stdinBytes: STDIN_LIMIT_BYTES,
      outputBytes: outputLimitBytes,
      memoryBytes: memoryLimitBytes,
      processes: processLimit,
      workspaceBytes,
      tmpBytes,
      fileBytes: fileLimitBytes,
      network: false,
    };
  }

  async status(): Promise<EngineStatus> {
    return (await this.#start()).status;
  }

  get load(): EngineLoad {
    const pool = this.#pool?.load ?? { ready: 0, starting: 0, size: this.#config.poolSize };
    return { pool, sessions: this.#sessions.size };
  }

  async languages(): Promise<LanguageInfo[]> {
    const { versions } = await this.#start();
    return LANGUAGES.flatMap((id) => {
      const version = versions.get(id);
      if (version === undefined) return [];
      const { name, runtime, aliases, fileName } = LANGUAGE_NAMES[id];
      return { id, version, name, runtime, aliases, fileName };
    });
  }

  async createSession(language?: Language): Promise<EngineSession> {
    const { pool, status, versions } = await this.#start();
    if (pool === undefined || this.#disposed) {
      const why = this.#disposed ? 'The server is stopping.' : status.facts.join(' ');
      throw new AppError('engine_unavailable', `The local engine does not run: ${why}`);
    }
    const take = (wanted?: Language) => pool.take(wanted);
    const session = new LocalSession(
      await take(language),
      {
        limits: this.#runLimits,
        languages: new Set(versions.keys()),
        programs: new Map(this.#plan?.programs.map((program) => [program.language, program])),
      },
      take,
      (ended) => this.#sessions.delete(ended),
    );
    if (this.#disposed) await session.dispose();
    else this.#sessions.add(session);
    return session;
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    const started = await this.#starting?.catch(() => undefined);
    await Promise.all([...this.#sessions].map((session) => session.dispose()));
    await started?.pool?.close();
    await this.#plan?.folder.quiet();
    this.#plan?.folder.remove();
  }

  /** For `process.on('exit')`: kills without waiting. */
  killAllSync(): void {
    this.#disposed = true;
    for (const session of this.#sessions) session.killSync();
    this.#pool?.killAllSync();
    this.#plan?.folder.remove();
  }

  #start(): Promise<Started> {
    this.#starting ??= this.#prepare();
    return this.#starting;
  }

  async #prepare(): Promise<Started> {
    const host = lookAtHost(this.#config);
    const languages = findHostLanguages(offeredLanguages(this.#config), process.cwd());
    const unsafe = this.#config.unsafeNoSandbox;
    const obstacles = unsafe
      ? host.obstacles.filter((text) => text.includes('python3'))
      : host.obstacles;
    host.groups?.sweep();
    if (obstacles.length > 0) return refused(obstacles);
    const folder = makeRuntimeFolder(host.python as string, process.cwd(), languages.found);
    languages.found = languages.found.filter(({ id }) => {
      const isReady = !folder.unready.includes(id);
      if (!isReady)
        languages.missing.push(`${LANGUAGE_NAMES[id].name} is not offered: see the log.`);
      return isReady;
    });
    const plan: SandboxPlan = {
      host: unsafe ? { ...host, groups: null } : host,
      limits: this.#runLimits,
      folder,
      programs: languages.found.map(({ id, kernel: { source: _, ...kernel } }) => ({
        language: id,
        ...kernel,
      })),
      argumentsFile: undefined,
      filterFile: undefined,
    };
    this.#plan = plan;
    if (!unsafe) {
      const reduced = host.groups === null;
      plan.argumentsFile = join(folder.path, 'bwrap-arguments');
      plan.filterFile = join(folder.path, 'seccomp.bpf');
      const places = {
        guest: folder.guest,
        node: folder.node,
        python: host.python as string,
        application: process.cwd(),
        seen: languages.found.flatMap(({ sees }) => sees),
      };
      const words = sandboxArguments(this.#runLimits, places, host.maskedFiles, reduced);
      writeFileSync(plan.argumentsFile, words.map((word) => `${word}\0`).join(''));
      writeFileSync(plan.filterFile, seccompFilter({ countedMemoryOnly: reduced }));
    }
    let probe: Sandbox;
    try {
      probe = await Sandbox.start(plan);
    } catch (error) {
      return refused([(error as Error).message, HINTS]);
    }
    const versions = await versionsOf(languages, folder.node);
    const status = await selfCheck(probe, plan, this.#runLimits);
    if (status.mode === 'refused') return refused(status.facts);
    status.facts.push(...languages.missing);
    const pool = new SandboxPool(plan, this.#config.poolSize);
    this.#pool = pool;
    void pool.fill();
    return { pool, status, versions };
  }
}

function refused(facts: string[]): Started {
  return {
    pool: undefined,
    status: { engine: 'local', mode: 'refused', facts },
    versions: new Map(),
  };
}

const HINTS =
  'User namespaces may be switched off: see kernel.unprivileged_userns_clone, user.max_user_namespaces, ' +
  "kernel.apparmor_restrict_unprivileged_userns, or the container's seccomp and AppArmor profiles.";

async function versionsOf({ found }: HostLanguages, node: string): Promise<Map<Language, string>> {
  const versions = found.map(async (one) => [one.id, await versionOf(one, node)] as const);
  return new Map(await Promise.all(versions));
}
