/**
 * AgentBay's six actions. Repeats only what may be done twice or was not done at all, asks a service that
 * does not answer less often, and lets nothing through that holds the key.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { RunContext, SourceFile } from '@/lib/agentbay/contract';
import type { AgentBaySettings } from '@/lib/config';
import { log } from '@/lib/log';
import { Breaker } from './breaker';
import { CallMetrics } from './call-metrics';
import { type Envelope, readEnvelope } from './envelope';
import { AgentBayFailure, type FailureKind, kindOf } from './failure';
import { field, isObject, objectIn, textField } from './json';
import { allowedLink } from './link';
import {
  type Action,
  actionRequest,
  linkRequest,
  type ToolLink,
  type WireRequest,
} from './request';
import { readLinkAnswer, readToolData, type ToolAnswer } from './tool-answer';
import { type HttpAnswer, type Transport, TransportError } from './transport';

export const CODE_IMAGE = 'code_latest';
const CODE_TOOL = 'run_code';

export interface RemoteSession {
  id: string;
  /** Where its tool can be called directly; undefined: by the API. */
  link?: ToolLink | undefined;
  /** Another Runbay keeps it, which can do more than AgentBay's wire has. */
  isRunbay?: boolean;
}

export type Labels = Record<string, string>;

export interface CodeCall {
  code: string;
  language: string;
  timeoutS: number;
  signal?: AbortSignal | undefined;
  /** What another Runbay does with it; AgentBay is not asked. */
  more?: MoreOfRun;
}

export interface MoreOfRun {
  context: RunContext;
  stdin: string;
  files?: SourceFile[] | undefined;
}

/** Nothing was done there, so a repeat is not a second time. */
const NOT_DONE: ReadonlySet<FailureKind> = new Set(['unreachable', 'throttled']);
/** For what may be done twice. */
const UNKNOWN: ReadonlySet<FailureKind> = new Set(['lost', 'timed_out', 'server', 'broken']);
const REPEATS = 2;
const FIRST_PAUSE_MS = 250;
/** What AgentBay may take longer than the program. */
const ANSWER_GRACE_MS = 5000;
/** What is shorter may be a part of any word. */
const SECRET_CHARACTERS = 8;
const PAGE = 100;
const PAGES_LIMIT = 100;

interface CallOptions {
  /** Doing it twice is the same as doing it once. */
  isRepeatable: boolean;
  /** There will be no later: it goes also while the service is not asked. */
  isLast?: boolean;
  timeoutMs?: number;
  signal?: AbortSignal | undefined;
  query?: Record<string, string>;
}

export class AgentBayClient {
  readonly #settings: AgentBaySettings;
  readonly #transport: Transport;
  readonly #breaker = new Breaker();
  readonly metrics = new CallMetrics();

  constructor(settings: AgentBaySettings, transport: Transport) {
    this.#settings = settings;
    this.#transport = transport;
  }

  /** False while the service is not asked since it did not answer. */
  get isAnswering(): boolean {
    return !this.#breaker.isOpen;
  }

  /** A new session. Not repeated where nobody knows whether there is one now: then the labels find it. */
  async createSession(labels: Labels): Promise<RemoteSession> {
    const stats = { source: 'runbay', sdk_language: 'typescript' };
    const { data, requestId } = await this.#call(
      'CreateMcpSession',
      {
        ImageId: CODE_IMAGE,
        Labels: JSON.stringify(labels),
        LoginRegionId: this.#settings.regionId,
        SdkStats: JSON.stringify(stats),
      },
      { isRepeatable: false },
    );
    const given = objectIn(data);
    const id = given && textField(given, 'SessionId');
    if (given === undefined || id === undefined || field(given, 'Success') === false) {
      const why = given && textField(given, 'ErrMsg');
      const what = `made no session${why === undefined ? '' : `: ${why.replace(/[.\s]+$/, '')}`}`;
      throw new AgentBayFailure('refused', what, { requestId });
    }
    return { id, link: this.#linkOf(given), isRunbay: given.Runbay === true };
  }

  /** Throws session_gone where there is none of that id. */
  async getSession(id: string): Promise<RemoteSession> {
    const { data, requestId } = await this.#call(
      'GetSession',
      { SessionId: id },
      { isRepeatable: true },
    );
    const given = objectIn(data);
    const isThere = given !== undefined && field(given, 'Success') !== false && !hasEnded(given);
    if (!isThere) throw new AgentBayFailure('session_gone', 'has ended the session', { requestId });
    return { id, isRunbay: given.Runbay === true };
  }

  /** Whether the session has come to its end. */
  async isFinished(id: string): Promise<boolean> {
    try {
      const { data } = await this.#call(
        'GetSessionDetail',
        {},
        { isRepeatable: true, query: { SessionId: id } },
      );
      const given = objectIn(data);
      return given === undefined || hasEnded(given);
    } catch (error) {
      if (kindOf(error) === 'session_gone') return true;
      throw error;
    }
  }

  /** The sessions that have all of these labels and have not ended. */
  async listSessions(labels: Labels): Promise<string[]> {
    const ids: string[] = [];
    let nextToken: string | undefined;
    for (let page = 0; page < PAGES_LIMIT; page += 1) {
      const fields = {
        Labels: JSON.stringify(labels),
        MaxResults: String(PAGE),
        NextToken: nextToken,
      };
      const answer = await this.#call('ListSession', fields, { isRepeatable: true });
      const rows = Array.isArray(answer.data) ? answer.data : [];
      for (const row of rows) {
        const id = isObject(row) && !hasEnded(row) ? textField(row, 'SessionId') : undefined;
        if (id !== undefined) ids.push(id);
      }
      if (answer.nextToken === undefined || answer.nextToken === nextToken) break;
      nextToken = answer.nextToken;
    }
    return ids;
  }

  /** A session that is gone already counts as deleted. `isLast`: the server ends, so it is tried in any case. */
  async deleteSession(id: string, isLast = false): Promise<void> {
    try {
      await this.#call('DeleteSessionAsync', { SessionId: id }, { isRepeatable: true, isLast });
    } catch (error) {
      if (kindOf(error) !== 'session_gone') throw error;
    }
  }

  /** Runs code in a session, once. */
  async runCode(session: RemoteSession, call: CodeCall): Promise<ToolAnswer> {
    const { code, language, timeoutS, signal, more } = call;
    // AgentBay counts whole seconds.
    const limitS = session.isRunbay ? timeoutS : Math.ceil(timeoutS);
    const args = {
      ...{ code, language, timeout_s: limitS },
      ...(session.isRunbay && more ? { runbay: more } : {}),
    };
    const timeoutMs = limitS * 1000 + ANSWER_GRACE_MS;
    if (session.link !== undefined) {
      const answer = await this.#callLink(session.link, args, { timeoutMs, signal });
      if (answer !== undefined) return answer;
      session.link = undefined;
    }
    const { data, requestId } = await this.#call(
      'CallMcpTool',
      {
        SessionId: session.id,
        Name: CODE_TOOL,
        Args: JSON.stringify(args),
        AutoGenSession: 'false',
        Server: '',
      },
      { isRepeatable: false, timeoutMs, signal },
    );
    return readToolData(data, requestId);
  }

  #linkOf(given: Record<string, unknown>): ToolLink | undefined {
    const [link, token] = [textField(given, 'LinkUrl'), textField(given, 'Token')];
    const server = serverOf(field(given, 'ToolList'));
    if (link === undefined || token === undefined || server === undefined) return undefined;
    const url = allowedLink(link, this.#settings.endpoint);
    if (url === undefined) log().warn('AgentBay named an address of a session that is not called');
    return url === undefined ? undefined : { url, token, server };
  }

  /** Undefined where the address does not take it; then nothing was done. */
  async #callLink(
    link: ToolLink,
    args: unknown,
    { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal | undefined },
  ): Promise<ToolAnswer | undefined> {
    const requestId = randomUUID();
    const request = linkRequest(link, CODE_TOOL, args, requestId);
    try {
      return await this.#measured('callTool', false, async () => {
        const answer = await this.#send('callTool', request, timeoutMs, signal, [link.token]);
        return readLinkAnswer(answer, requestId);
      });
    } catch (error) {
      const kind = kindOf(error);
      if (kind === 'unreachable' || kind === 'refused') return undefined;
      throw error;
    }
  }

  async #call(
    action: Action,
    fields: Record<string, string | undefined>,
    { isRepeatable, isLast, timeoutMs = this.#settings.timeoutMs, signal, query }: CallOptions,
  ): Promise<Envelope> {
    const { endpoint, apiKey } = this.#settings;
    for (let repeat = 0; ; repeat += 1) {
      try {
        return await this.#measured(action, isLast, async () => {
          // A new request each time: it says when it was made.
          const request = actionRequest(endpoint, apiKey, action, fields, query);
          return readEnvelope(action, await this.#send(action, request, timeoutMs, signal));
        });
      } catch (error) {
        const kind = kindOf(error);
        const isSafe =
          kind !== undefined && (NOT_DONE.has(kind) || (isRepeatable && UNKNOWN.has(kind)));
        if (!isSafe || repeat === REPEATS || signal?.aborted) throw error;
        await pause(repeat, signal);
      }
    }
  }

  /** Counts it, and tells the breaker how the service is. */
  async #measured<T>(
    action: Action | 'callTool',
    isLast: boolean | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    const waitS = isLast ? 0 : this.#breaker.waitS();
    if (waitS > 0) {
      throw new AgentBayFailure('paused', 'has not answered lately and is asked again soon', {
        retryAfterS: waitS,
      });
    }
    const began = performance.now();
    const done = (kind: FailureKind | undefined) => {
      const ms = performance.now() - began;
      this.metrics.add(action, ms, kind);
      log().debug({ action, ms: Math.round(ms), ...(kind && { failure: kind }) }, 'AgentBay');
    };
    try {
      const result = await work();
      this.#breaker.answered();
      done(undefined);
      return result;
    } catch (error) {
      const kind = kindOf(error);
      if (kind === 'aborted') this.#breaker.unknown();
      else if (kind === 'unreachable' || (kind !== undefined && UNKNOWN.has(kind))) {
        this.#breaker.failed();
      } else this.#breaker.answered();
      done(kind);
      throw error;
    }
  }

  async #send(
    action: string,
    request: WireRequest,
    timeoutMs: number,
    signal: AbortSignal | undefined,
    secrets: string[] = [],
  ): Promise<HttpAnswer> {
    try {
      const answer = await this.#transport({ ...request, timeoutMs, signal });
      return { ...answer, body: without(answer.body, [this.#settings.apiKey, ...secrets]) };
    } catch (error) {
      throw error instanceof TransportError ? failureOf(action, error, timeoutMs) : error;
    }
  }
}

function failureOf(action: string, error: TransportError, timeoutMs: number): AgentBayFailure {
  const facts = { cause: error };
  switch (error.kind) {
    case 'not_sent':
      return new AgentBayFailure('unreachable', `cannot be reached: ${error.message}`, facts);
    case 'timed_out':
      return new AgentBayFailure(
        'timed_out',
        `did not answer ${action} within ${timeoutMs / 1000} s`,
        facts,
      );
    case 'too_large':
      return new AgentBayFailure('broken', `answered ${action} with ${error.message}`, facts);
    case 'aborted':
      return new AgentBayFailure('aborted', `was not waited for (${action})`, facts);
    case 'lost':
      return new AgentBayFailure(
        'lost',
        `closed the connection before its answer to ${action} was complete`,
        facts,
      );
  }
}

/** No text that comes back may carry what only we and AgentBay know. */
function without(text: string, secrets: string[]): string {
  const long = secrets.filter(({ length }) => length >= SECRET_CHARACTERS);
  return long.reduce((left, secret) => left.replaceAll(secret, '***'), text);
}

function hasEnded(session: Record<string, unknown>): boolean {
  const status = textField(session, 'Status', 'SessionStatus') ?? '';
  return /^(FINISH|DELET|STOP|RELEAS)/i.test(status);
}

/** The server of the code tool, out of a list that may be JSON. */
function serverOf(list: unknown): string | undefined {
  const found = typeof list === 'string' ? objectIn(`{"tools":${list}}`)?.tools : list;
  if (!Array.isArray(found)) return undefined;
  const tool = found.find(
    (entry: unknown) => isObject(entry) && textField(entry, 'Name', 'Tool') === CODE_TOOL,
  );
  return isObject(tool) ? textField(tool, 'Server', 'ServerName') : undefined;
}

/** Twice as long each time, and not all at the same moment. */
function pause(repeat: number, signal: AbortSignal | undefined): Promise<void> {
  const ms = FIRST_PAUSE_MS * 2 ** repeat * (0.5 + Math.random());
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
}
