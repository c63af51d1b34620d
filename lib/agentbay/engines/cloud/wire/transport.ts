/** One POST over HTTPS: no redirects, no proxy, a limit of size and of time, and how far it came where it fails. */
import 'server-only';
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { rootCertificates } from 'node:tls';

export interface HttpCall {
  url: URL;
  headers: Record<string, string>;
  body: string;
  /** For all of it, from the connection to the answer's last byte. */
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

export interface HttpAnswer {
  status: number;
  /** In small letters. */
  headers: Record<string, string>;
  body: string;
}

export type Transport = (call: HttpCall) => Promise<HttpAnswer>;

/** `not_sent`: the other side has seen nothing of the request. `lost`: it may have done all of it. */
export class TransportError extends Error {
  override readonly name = 'TransportError';

  constructor(
    readonly kind: 'not_sent' | 'lost' | 'timed_out' | 'too_large' | 'aborted',
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** An answer's results are limited elsewhere; this is against one that never ends. */
const ANSWER_LIMIT_BYTES = 16 * 1024 * 1024;
/** Below the five seconds after which many servers close: a request must not meet a closing connection. */
const IDLE_CONNECTION_MS = 4000;
const CONNECT_LIMIT_MS = 10_000;

/** `authorities`: PEM of certificates that are trusted besides the usual ones. */
export function httpTransport(authorities?: string): Transport {
  const options = { keepAlive: true, timeout: IDLE_CONNECTION_MS, maxSockets: 256 };
  // `ca` takes the place of the usual ones, so they are given too.
  const ca = authorities === undefined ? {} : { ca: [...rootCertificates, authorities] };
  const agents = {
    'http:': new HttpAgent(options),
    'https:': new HttpsAgent({ ...options, ...ca }),
  };
  return (call) => send(call, agents);
}

function send(
  { url, headers, body, timeoutMs, signal }: HttpCall,
  agents: { 'http:': HttpAgent; 'https:': HttpsAgent },
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new TransportError('aborted', 'given up'));
      return;
    }
    const bytes = Buffer.from(body);
    const given = { method: 'POST', headers: { ...headers, 'content-length': bytes.length } };
    const request =
      url.protocol === 'https:'
        ? requestHttps(url, { ...given, agent: agents['https:'] })
        : requestHttp(url, { ...given, agent: agents['http:'] });
    let isConnected = false;
    const settle = (act: () => void) => {
      clearTimeout(timer);
      clearTimeout(connectTimer);
      signal?.removeEventListener('abort', onAbort);
      act();
    };
    const fail = (error: TransportError) =>
      settle(() => {
        reject(error);
        request.destroy();
      });
    const timer = setTimeout(
      () => fail(new TransportError('timed_out', `no answer within ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
    const connectTimer = setTimeout(
      () => fail(new TransportError('not_sent', 'no connection in time')),
      CONNECT_LIMIT_MS,
    );
    const onAbort = () => fail(new TransportError('aborted', 'given up'));
    signal?.addEventListener('abort', onAbort, { once: true });
    const connected = () => {
      isConnected = true;
      clearTimeout(connectTimer);
    };
    request.on('socket', (socket) => {
      if (request.reusedSocket) connected();
      else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected);
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const kind = isConnected ? 'lost' : 'not_sent';
      fail(new TransportError(kind, error.code ?? 'the connection failed', error));
    });
    request.on('response', (response) => {
      readBody(response).then(
        (text) =>
          settle(() =>
            resolve({ status: response.statusCode ?? 0, headers: plain(response), body: text }),
          ),
        (error: TransportError) => fail(error),
      );
    });
    request.end(bytes);
  });
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > ANSWER_LIMIT_BYTES) throw new TransportError('too_large', 'more than 16 MiB');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof TransportError) throw error;
    throw new TransportError('lost', 'the answer was cut off', error);
  }
  return Buffer.concat(chunks).toString();
}

function plain({ headers }: IncomingMessage): Record<string, string> {
  const pairs = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return Object.fromEntries(pairs);
}
