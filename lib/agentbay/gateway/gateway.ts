/**
 * AgentBay's wire protocol, answered by an engine of ours: the six actions of its `code` module. One
 * instance per process. What a request looks like in HTTP is the caller's business.
 */
import 'server-only';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import { shown } from '@/lib/agentbay/shown';
import { type GatewayAnswer, type Outcome, refused, succeeded, toolResult } from './answer';
import { KeyLimits } from './key-limits';
import { GatewayKeys } from './keys';
import { hasLabels, labelsOf } from './labels';
import { pageOf } from './pages';
import { Parameters } from './parameters';
import { noSession, Refusal, refusalOf, wrongParameter } from './refusal';
import { collectHosted, type HostedOrder, type HostedRun, programOf, ToolError } from './run-code';
import type { Reader } from './run-text';
import { GatewaySessions } from './sessions';

export interface GatewayCall {
  requestId: string;
  /** The header `x-acs-action`; null: the parameter `Action` counts. */
  action: string | null;
  query: URLSearchParams;
  form: URLSearchParams;
  /** Aborted when the client goes away. */
  signal: AbortSignal;
  /** When the request came, by `performance.now()`. */
  cameAtMs: number;
}

export interface GatewayOptions {
  keys: readonly string[];
  sessionsPerKey: number;
  sessionIdleS: number;
  /** Per key; 0: no limit. */
  runsPerMinute: number;
  /** Per key. */
  concurrentRuns: number;
  maxTimeoutS: number;
}

/** What the gateway needs of the server. */
export interface GatewayHost {
  /** When it is the key's turn. */
  createSession(owner: number): Promise<EngineSession>;
  run(order: HostedOrder): HostedRun;
  /** Hears of what is nobody's fault but ours. */
  onError(error: unknown, requestId?: string): void;
}

/** One call, understood as far as all actions have it in common. */
interface Request {
  owner: number;
  parameters: Parameters;
  call: GatewayCall;
}

const IMAGE = 'code_latest';
const TOOL = 'run_code';

/** AgentBay's clients wait no longer for an answer. */
const REQUEST_LIMIT_S = 60;
/** To interrupt a program, to kill it, and for the answer's way. */
const END_MS = 1500;

const STATUSES = ['RUNNING', 'PAUSING', 'PAUSED', 'RESUMING', 'DELETING', 'DELETED', 'FINISH'];

export class Gateway {
  readonly #options: GatewayOptions;
  readonly #host: GatewayHost;
  readonly #keys: GatewayKeys;
  readonly #limits: KeyLimits;
  readonly #sessions: GatewaySessions;
  readonly #actions = new Map<string, (request: Request) => Outcome | Promise<Outcome>>([
    ['CreateMcpSession', (request) => this.#create(request)],
    ['CallMcpTool', (request) => this.#callTool(request)],
    ['GetSession', (request) => this.#get(request)],
    ['GetSessionDetail', (request) => this.#detail(request)],
    ['ListSession', (request) => this.#list(request)],
    ['DeleteSessionAsync', (request) => this.#delete(request)],
    // What earlier versions of the SDK call to the same end.
    ['ReleaseMcpSession', (request) => this.#delete(request)],
  ]);

  constructor(options: GatewayOptions, host: GatewayHost) {
    this.#options = options;
    this.#host = host;
    this.#keys = new GatewayKeys(options.keys);
    this.#limits = new KeyLimits(options);
    this.#sessions = new GatewaySessions({
      ...options,
      createSession: (owner) => host.createSession(owner),
      onError: (error) => host.onError(error),
    });
  }

  /** Never throws. */
  async answer(call: GatewayCall): Promise<GatewayAnswer> {
    const action = call.action ?? call.query.get('Action') ?? call.form.get('Action');
    try {
      const perform = this.#actions.get(action ?? '');
      if (perform === undefined) {
        const message = 'Specified api is not found, please check your url and method.';
        throw new Refusal('InvalidAction.NotFound', message);
      }
      const parameters = new Parameters(call.query, call.form);
      const owner = this.#keys.ownerOf(parameters);
      return succeeded(call.requestId, await perform({ owner, parameters, call }));
    } catch (error) {
      return this.refuse(error, call.requestId, action);
    }
  }

  /** The answer to a request that failed, also before it became a call. */
  refuse(error: unknown, requestId: string, action: string | null = null): GatewayAnswer {
    const refusal = refusalOf(error, requestId);
    if (refusal.told >= 500) this.#host.onError(error, requestId);
    // The SDK looks for `Data` before it looks for `Code`.
    const outcome = action === 'CallMcpTool' ? toolResult(refusal.message, true) : {};
    return refused(requestId, refusal, outcome);
  }

  async #create({ owner, parameters, call }: Request): Promise<Outcome> {
    const image = parameters.text('ImageId') ?? IMAGE;
    if (image !== IMAGE) {
      const message = `ImageId: there is no image ${shown(image)} here, only ${IMAGE}.`;
      throw new Refusal('InvalidImage.NotFound', message);
    }
    const labels = labelsOf(parameters);
    await this.#limits.count(owner);
    const session = await this.#sessions.create(owner, {
      labels,
      reader: readerOf(parameters),
      signal: call.signal,
    });
    const { id } = session;
    return { Data: { Success: true, SessionId: id, ResourceUrl: '', ...between(session) } };
  }

  async #callTool({ owner, parameters, call }: Request): Promise<Outcome> {
    const id = parameters.required('SessionId');
    this.#sessions.find(owner, id);
    const name = parameters.required('Name');
    if (name !== TOOL) {
      const message = `Name: there is no tool ${shown(name)} here, only ${TOOL}.`;
      throw new Refusal('InvalidMcpTool.NotFound', message);
    }
    const args = parameters.object('Args');
    if (args === undefined) throw wrongParameter('Args', 'a JSON object', 'nothing');
    try {
      return await this.#runCode({ owner, parameters, call }, id, args);
    } catch (error) {
      if (error instanceof ToolError) return toolResult(error.message, true);
      throw error;
    }
  }

  async #runCode(
    { owner, call }: Request,
    id: string,
    args: Record<string, unknown>,
  ): Promise<Outcome> {
    const { requestId, signal } = call;
    const { reader } = this.#sessions.find(owner, id);
    const program = programOf(args, this.#options.maxTimeoutS, reader);
    const leave = this.#limits.enter(owner);
    try {
      await this.#limits.count(owner);
      const waitMs = this.#leftMs(call);
      const place = await this.#sessions.enter(owner, id, { signal, waitMs });
      const leftMs = this.#leftMs(call);
      const timeoutS = Math.min(program.timeoutS, Math.floor(leftMs / 100) / 10 || 0.1);
      const { engine } = place.session;
      const run = this.#host.run({ ...program, timeoutS, requestId, owner, session: engine });
      void run.finished.then(place.leave);
      try {
        return await collectHosted(run, { signal, leftMs, reader, limitS: REQUEST_LIMIT_S });
      } catch (error) {
        // It ended under the program.
        if (!engine.alive) throw noSession(id);
        throw error;
      }
    } finally {
      leave();
    }
  }

  #get({ owner, parameters }: Request): Outcome {
    const session = this.#sessions.find(owner, parameters.required('SessionId'));
    const facts = { SessionId: session.id, Success: true, Status: 'RUNNING', ResourceUrl: '' };
    return { Data: { ...facts, ...between(session) } };
  }

  #detail({ owner, parameters }: Request): Outcome {
    return { Data: { Status: this.#sessions.status(owner, parameters.required('SessionId')) } };
  }

  #list({ owner, parameters }: Request): Outcome {
    const status = parameters.text('Status') ?? 'RUNNING';
    if (!STATUSES.includes(status)) {
      throw wrongParameter('Status', `one of ${STATUSES.join(', ')}`, shown(status));
    }
    const wanted = labelsOf(parameters);
    const all = this.#sessions.list(owner, status);
    const page = pageOf(
      all.filter(({ labels }) => hasLabels(labels, wanted)),
      parameters,
    );
    return {
      Data: page.items.map(({ id }) => ({ SessionId: id, SessionStatus: status })),
      MaxResults: page.maxResults,
      NextToken: page.nextToken,
      TotalCount: page.totalCount,
    };
  }

  #delete({ owner, parameters }: Request): Outcome {
    this.#sessions.delete(owner, parameters.required('SessionId'));
    return {};
  }

  /** What is left of the request's time for its program. */
  #leftMs({ cameAtMs }: GatewayCall): number {
    const usedMs = performance.now() - cameAtMs;
    return Math.max(1, REQUEST_LIMIT_S * 1000 - END_MS - usedMs);
  }
}

/** Tells another Runbay that it may ask for more: a fresh context, input, files. */
function between({ reader }: { reader: Reader }): { Runbay?: true } {
  return reader === 'runbay' ? { Runbay: true } : {};
}

/** By what the client says of itself; anything else speaks AgentBay's wire as it was observed. */
function readerOf(parameters: Parameters): Reader {
  try {
    return parameters.object('SdkStats')?.source === 'runbay' ? 'runbay' : 'agentbay';
  } catch {
    return 'agentbay';
  }
}
