/**
 * For tests only: an AgentBay cloud in memory. It keeps sessions, checks what it is sent as the real one
 * would, and answers in any of the forms that were observed, and in broken ones.
 */
import { randomUUID } from 'node:crypto';
import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '@/lib/agentbay/gateway/testing/self-signed';
import type { Action } from '../wire/request';
import { type HttpCall, type Transport, TransportError } from '../wire/transport';

/** `cut`: the connection ends in the middle of the answer; `refuse`: there is none; `hang`: no answer. */
export type Reply = { status?: number; body: string } | 'cut' | 'refuse' | 'hang';

export interface Received {
  action: Action | 'callTool';
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** Of a form or of JSON. */
  fields: Record<string, unknown>;
}

export interface FakeSession {
  id: string;
  labels: Record<string, string>;
  /** `deleting` takes a look at its detail to be gone. */
  state: 'running' | 'deleting';
  ran: { code: string; language: string; timeout_s: number }[];
  /** What its workspace was asked. */
  asked: { op: string }[];
}

interface RunCodeArgs {
  code: string;
  language: string;
  timeout_s: number;
}

type Program = (args: RunCodeArgs, session: FakeSession) => unknown | Promise<unknown>;

/** The JSON of a `run_code` answer. */
export function output(facts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    stdout: [],
    stderr: [],
    result: [],
    executionError: '',
    executionTime: 0.01,
    executionCount: 1,
    ...facts,
  };
}

export class FakeCloud {
  readonly key: string;
  readonly sessions = new Map<string, FakeSession>();
  readonly received: Received[] = [];
  /** What each program gives: the answer's JSON, or its text as it stands. */
  program: Program = () => output();
  /** What the guest that looks after the workspace tells. */
  guest: (request: { op: string }, session: FakeSession) => unknown = ({ op }) =>
    op === 'pack' ? { sizeBytes: 0, packBytes: 0 } : { problems: [], written: {} };
  /** Taken one after the other before an action is done; `undefined` lets it be done. */
  readonly faults: { action: Received['action']; reply: Reply; isDone?: boolean }[] = [];
  /** Nobody answers. */
  isDown = false;
  /** With CreateMcpSession's answer: an address at which tools can be called. */
  link: string | undefined;
  created = 0;
  deleted = 0;
  /** The most sessions there have been at once, and with one owner's label. */
  mostOfOneOwner = 0;
  #server: Server | undefined;

  constructor(key = 'akm-00000000-test-key') {
    this.key = key;
  }

  count(action: Received['action']): number {
    return this.received.filter((request) => request.action === action).length;
  }

  /** The next such action goes wrong; `isDone`: it is done all the same, and nobody hears of it. */
  fail(action: Received['action'], reply: Reply, isDone = false): void {
    this.faults.push({ action, reply, isDone });
  }

  /** The cloud takes a session away. */
  release(id: string): void {
    this.sessions.delete(id);
  }

  /** Calls without a network. */
  readonly transport: Transport = async ({ url, headers, body, signal, timeoutMs }: HttpCall) => {
    const request = { method: 'POST', url, headers, body };
    if (signal?.aborted) throw new TransportError('aborted', 'given up');
    const answer = this.#answer(request);
    const given = await new Promise<Reply>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new TransportError('timed_out', `no answer within ${timeoutMs / 1000} s`)),
        timeoutMs,
      );
      const onAbort = () => reject(new TransportError('aborted', 'given up'));
      signal?.addEventListener('abort', onAbort, { once: true });
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      answer.then(
        (reply) => {
          if (reply === 'hang') return;
          settle();
          resolve(reply);
        },
        (error: unknown) => {
          settle();
          reject(error as Error);
        },
      );
      signal?.addEventListener('abort', settle, { once: true });
    });
    if (given === 'refuse') throw new TransportError('not_sent', 'ECONNREFUSED');
    if (given === 'cut') throw new TransportError('lost', 'the answer was cut off');
    if (given === 'hang') throw new Error('cannot be');
    return { status: given.status ?? 200, headers: {}, body: given.body };
  };

  /** PEM of what it says it is, where it speaks TLS. */
  certificate = '';

  /** Listens on a free port of this machine; gives its endpoint. */
  async listen(options: { tls?: boolean } = {}): Promise<string> {
    const handle = (request: IncomingMessage, response: ServerResponse) =>
      void this.#serve(request, response);
    const server = options.tls ? this.#tlsServer(handle) : createHttp(handle);
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return options.tls ? `localhost:${port}` : `http://127.0.0.1:${port}`;
  }

  #tlsServer(handle: RequestListener): Server {
    const { key, cert } = selfSigned();
    this.certificate = cert;
    return createHttps({ key, cert }, handle);
  }

  async close(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise<void>((resolve) => this.#server?.close(() => resolve()) ?? resolve());
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const url = new URL(request.url ?? '/', 'http://fake');
    const reply = await this.#answer({ method: request.method ?? '', url, headers, body });
    if (reply === 'hang') return;
    if (reply === 'refuse') {
      response.socket?.destroy();
      return;
    }
    if (reply === 'cut') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
      response.write('{"RequestId": "cut');
      setTimeout(() => response.socket?.destroy(), 10);
      return;
    }
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' });
    response.end(reply.body);
  }

  async #answer(request: {
    method: string;
    url: URL;
    headers: Record<string, string>;
    body: string;
  }): Promise<Reply> {
    const { method, url, headers, body } = request;
    const query = Object.fromEntries(url.searchParams);
    const isLink = url.pathname.endsWith('/callTool');
    const action = (isLink ? 'callTool' : headers['x-acs-action']) as Received['action'];
    const fields = isLink
      ? (JSON.parse(body) as Record<string, unknown>)
      : Object.fromEntries(new URLSearchParams(body));
    this.received.push({ action, method, path: url.pathname, query, headers, fields });
    if (this.isDown) return 'refuse';
    const at = this.faults.findIndex((fault) => fault.action === action);
    const [fault] = at < 0 ? [] : this.faults.splice(at, 1);
    if (fault !== undefined && !fault.isDone) return fault.reply;
    const reply = isLink
      ? await this.#callTool(headers, fields)
      : await this.#do(action, fields, query);
    return fault?.reply ?? reply;
  }

  async #do(
    action: Received['action'],
    fields: Record<string, unknown>,
    query: Record<string, string>,
  ): Promise<Reply> {
    if (fields.Authorization !== `Bearer ${this.key}`) {
      return failure(
        401,
        'Unauthorized',
        `The API key ${String(fields.Authorization)} is invalid.`,
      );
    }
    const id = String(fields.SessionId ?? query.SessionId ?? '');
    const session = this.sessions.get(id);
    switch (action) {
      case 'CreateMcpSession':
        return this.#create(fields);
      case 'ListSession':
        return this.#list(fields);
      default:
        break;
    }
    if (session === undefined) {
      return failure(400, 'InvalidMcpSession.NotFound', `The session ${id} is not found.`);
    }
    switch (action) {
      case 'GetSession':
        return success({
          SessionId: id,
          Success: true,
          Status: statusOf(session),
          ResourceUrl: '',
        });
      case 'GetSessionDetail':
        if (session.state === 'deleting') this.sessions.delete(id);
        return success({ Status: statusOf(session) });
      case 'DeleteSessionAsync':
        if (session.state === 'running') this.deleted += 1;
        session.state = 'deleting';
        return success(undefined);
      case 'CallMcpTool': {
        const args = JSON.parse(String(fields.Args)) as RunCodeArgs;
        return success(await this.#run(session, args));
      }
      default:
        return failure(400, 'InvalidAction.NotFound', `There is no action ${action}.`);
    }
  }

  #create(fields: Record<string, unknown>): Reply {
    const labels = JSON.parse(String(fields.Labels ?? '{}')) as Record<string, string>;
    const session: FakeSession = {
      id: `s-${randomUUID()}`,
      labels,
      state: 'running',
      ran: [],
      asked: [],
    };
    this.sessions.set(session.id, session);
    this.created += 1;
    const owner = labels.runbay_owner;
    const alike = [...this.sessions.values()].filter(
      ({ state, labels }) => state === 'running' && labels.runbay_owner === owner,
    );
    if (owner !== undefined) this.mostOfOneOwner = Math.max(this.mostOfOneOwner, alike.length);
    const linked =
      this.link === undefined
        ? {}
        : {
            LinkUrl: this.link,
            Token: `token-of-${session.id}`,
            ToolList: JSON.stringify([{ Name: 'run_code', Server: 'mcp-server' }]),
          };
    return success({ Success: true, SessionId: session.id, ResourceUrl: '', ...linked });
  }

  #list(fields: Record<string, unknown>): Reply {
    const wanted = Object.entries(JSON.parse(String(fields.Labels ?? '{}')));
    const all = [...this.sessions.values()].filter(({ labels }) =>
      wanted.every(([name, value]) => labels[name] === value),
    );
    const from = Number(fields.NextToken ?? 0);
    const to = from + Math.min(2, Number(fields.MaxResults));
    const rows = all.slice(from, to).map((session) => ({
      SessionId: session.id,
      SessionStatus: statusOf(session),
    }));
    const more = to < all.length ? { NextToken: String(to) } : {};
    return success(rows, { MaxResults: 2, TotalCount: all.length, ...more });
  }

  async #callTool(
    headers: Record<string, string>,
    fields: Record<string, unknown>,
  ): Promise<Reply> {
    const token = headers['x-access-token'] ?? '';
    const session = this.sessions.get(token.replace(/^token-of-/, ''));
    if (session === undefined) return { status: 404, body: '{"message": "no such session"}' };
    const result = await this.#run(session, fields.args as RunCodeArgs);
    return { body: JSON.stringify({ data: JSON.stringify({ result }) }) };
  }

  async #run(session: FakeSession, args: RunCodeArgs): Promise<unknown> {
    const guest = /^_runbay_ask\("[^"]*", (".*"), "(\w+)"\)$/m.exec(args.code);
    if (guest !== null) {
      const request = JSON.parse(JSON.parse(guest[1] ?? '')) as { op: string };
      session.asked.push(request);
      const told = Buffer.from(`${JSON.stringify(this.guest(request, session))}\n`);
      const stdout = [`${guest[2]}${told.toString('base64')}${guest[2]}\n`];
      return { content: [{ type: 'text', text: JSON.stringify(output({ stdout })) }] };
    }
    session.ran.push(args);
    const given = await this.program(args, session);
    const text = typeof given === 'string' ? given : JSON.stringify(given);
    return { content: [{ type: 'text', text }], isError: false };
  }
}

function statusOf({ state }: FakeSession): string {
  return state === 'running' ? 'RUNNING' : 'FINISH';
}

export function success(data: unknown, more: Record<string, unknown> = {}): { body: string } {
  const body = { RequestId: randomUUID(), Success: true, Code: 'ok', HttpStatusCode: 200 };
  return {
    body: JSON.stringify({ ...body, ...(data === undefined ? {} : { Data: data }), ...more }),
  };
}

export function failure(status: number, code: string, message: string) {
  const body = { RequestId: 'req-1', Success: false, Code: code, Message: message };
  return { status, body: JSON.stringify({ ...body, HttpStatusCode: status }) };
}
