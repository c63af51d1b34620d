/** A client of the API that is no browser: fetch, one cookie, and a reader of event streams. */
import type { Problem, RunEvent, RunResponse } from '@/lib/agentbay/contract';

export interface TimedEvent {
  /** `problem` events have their problem as data. */
  name: string;
  event: RunEvent;
  atMs: number;
}

export interface RunBody {
  code: string;
  language?: string;
  timeoutS?: number;
  stdin?: string;
  context?: 'fresh' | 'continue';
  files?: { path: string; text: string }[];
  sandbox?: string;
}

export class ApiClient {
  readonly baseURL: string;
  cookie: string | undefined;
  /** Stands for the cookie where there is none. */
  readonly key: string | undefined;

  constructor(baseURL: string, cookie?: string, key?: string) {
    this.baseURL = baseURL;
    this.cookie = cookie;
    this.key = key;
  }

  /** A client with a browser session of its own. */
  static async withSession(baseURL: string): Promise<ApiClient> {
    const response = await fetch(`${baseURL}/api/session`);
    return new ApiClient(baseURL, response.headers.getSetCookie()[0]?.split(';')[0]);
  }

  request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie !== undefined) headers.set('Cookie', this.cookie);
    if (this.key !== undefined) headers.set('Runbay-Key', this.key);
    return fetch(this.baseURL + path, { ...init, headers });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.request(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
  }

  async run(body: RunBody): Promise<RunResponse> {
    const response = await this.post('/api/run', { language: 'python', ...body });
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  }

  stream(body: RunBody): Promise<EventReader> {
    return EventReader.open(this, { language: 'python', ...body });
  }

  async state(): Promise<string> {
    const response = await this.request('/api/session');
    return (await response.json()).state;
  }
}

/** Reads one run's event stream. */
export class EventReader {
  readonly response: Response;
  /** All that came so far. */
  readonly events: TimedEvent[] = [];
  /** The text as it came, comments included. */
  raw = '';
  readonly #abort: AbortController;
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #decoder = new TextDecoder();
  readonly #began = performance.now();
  #rest = '';

  private constructor(response: Response, abort: AbortController) {
    this.response = response;
    this.#abort = abort;
    if (response.body === null) throw new Error('The answer has no body.');
    this.#chunks = (response.body as unknown as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  }

  static async open(client: ApiClient, body: unknown): Promise<EventReader> {
    const abort = new AbortController();
    const response = await client.request('/api/run', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      signal: abort.signal,
    });
    return new EventReader(response, abort);
  }

  /** Reads up to the first event of that name, among those that have come too, and gives it. */
  async until<Type extends RunEvent['type']>(
    type: Type,
    isIt: (event: Extract<RunEvent, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<RunEvent, { type: Type }>> {
    for (let index = 0; ; index += 1) {
      while (this.events[index] === undefined) await this.#more(type);
      const found = this.events[index]?.event as Extract<RunEvent, { type: Type }>;
      if (found.type === type && isIt(found)) return found;
    }
  }

  /** Reads to the end and gives all events. */
  async all(): Promise<TimedEvent[]> {
    while (await this.#read());
    return this.events;
  }

  /** What was printed to that stream so far. */
  text(stream: 'stdout' | 'stderr'): string {
    return this.events.map(({ event }) => (event.type === stream ? event.text : '')).join('');
  }

  leave(): void {
    this.#abort.abort();
  }

  async #more(wanted: string): Promise<void> {
    if (!(await this.#read())) throw new Error(`No ${wanted} event came. All: ${this.raw}`);
  }

  async #read(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    const text = this.#decoder.decode(value, { stream: true });
    this.raw += text;
    const parts = (this.#rest + text).split('\n\n');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#add(part);
    return true;
  }

  #add(part: string): void {
    if (part.startsWith(':')) return;
    const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(part) ?? [];
    if (name === undefined || data === undefined) throw new Error(`Not an event: ${part}`);
    this.events.push({ name, event: JSON.parse(data), atMs: performance.now() - this.#began });
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type');
  if (type !== 'application/problem+json') throw new Error(`Not a problem: ${type}`);
  return response.json();
}

/** Says `on`, then sleeps. */
export const SLEEP = 'import time\nprint("on", flush=True)\ntime.sleep(30)';

/** A program of that client which runs until it is stopped. */
export async function sleeper(client: ApiClient): Promise<EventReader & { runId: string }> {
  const reader = await client.stream({ code: SLEEP });
  const { runId } = await reader.until('start');
  await reader.until('stdout');
  return Object.assign(reader, { runId });
}

export async function reasonOf(reader: EventReader): Promise<string> {
  return (await reader.until('done')).exit.reason;
}
