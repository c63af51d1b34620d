// An HTTP server that nobody can hold up by being slow, large or many.
// @ts-check
import { createServer } from 'node:http';
import { isIPv6 } from 'node:net';
import { clientAddress } from '../client-address.mjs';
import { BARE_HEAD, securingAnswer } from './security-headers.mjs';

export const SERVER_LIMITS = {
  /** Bytes of a request's first line and headers. */
  maxHeaderSize: 16 * 1024,
  /** To receive the headers, from the connection's beginning. */
  headersTimeoutMs: 15_000,
  /** To receive a request. A file of 16 MiB at 1.5 Mbit/s; what is slower is cut. */
  requestTimeoutMs: 90_000,
  /** For how long an answer may lie there of which the client takes nothing at all. */
  slowReaderMs: 60_000,
  /** Between two requests. Longer than the usual proxy's, which must be the one to close. */
  keepAliveMs: 65_000,
  /** How often the first two are looked at. */
  checkMs: 5_000,
  connections: 4_096,
  /** Where no proxy is in front: two classrooms behind one address. */
  connectionsPerAddress: 2_048,
};

/**
 * @param {import('node:http').RequestListener} answer
 * @param {{ limits?: typeof SERVER_LIMITS, trustedProxies?: number }} [options]
 */
export function boundedServer(answer, { limits = SERVER_LIMITS, trustedProxies = 0 } = {}) {
  const crowd = new Crowd(limits);
  const server = createServer({
    maxHeaderSize: limits.maxHeaderSize,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: limits.checkMs,
    keepAliveTimeout: limits.keepAliveMs,
    // Refused with an answer of ours (first-look.mjs).
    requireHostHeader: false,
    // An answer may take longer than all of these: a program streams for a minute after its wait.
  });
  server.maxConnections = limits.connections;
  server.on('request', (request, response) => {
    const { socket } = response;
    // It counts from the last byte that went out; a program that is silent has nothing waiting.
    response.setTimeout(limits.slowReaderMs, () => {
      if (socket && socket.writableLength > 0) socket.destroy();
    });
    // Said with an answer: a client that finds its connection closed may have sent the next request.
    if (crowd.isLarge) response.setHeader('Connection', 'close');
    answer(request, response);
  });
  server.on('checkExpectation', (request, response) => {
    securingAnswer(request, response);
    response.writeHead(417, { Connection: 'close' }).end();
  });
  server.on('clientError', refuseBroken);
  server.on('connection', crowd.counting(server, trustedProxies));
  return server;
}

/** Node's own answers have no headers. */
const STATUS_OF = /** @type {Record<string, string>} */ ({
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
});

/**
 * What is no HTTP, too long, or too slow.
 * @param {NodeJS.ErrnoException} error
 * @param {import('node:stream').Duplex} socket
 */
function refuseBroken(error, socket) {
  // Amid an answer nothing can be said any more; what was gone is gone.
  const { _httpMessage: answer } =
    /** @type {{ _httpMessage?: import('node:http').ServerResponse }} */ (socket);
  if (!socket.writable || answer?.headersSent || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = STATUS_OF[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\n${BARE_HEAD}Content-Length: 0\r\n\r\n`, () => socket.destroy());
}

/** The connections that there are. */
class Crowd {
  /** @type {Map<string, number>} */
  #counts = new Map();
  #all = 0;
  #limits;

  /** @param {typeof SERVER_LIMITS} limits */
  constructor(limits) {
    this.#limits = limits;
  }

  /** From here on nobody keeps a connection between two requests. */
  get isLarge() {
    return this.#all > (this.#limits.connections * 3) / 4;
  }

  /** From here on those that wait for a next request give way before somebody new finds no place. */
  get #isFull() {
    return this.#all > (this.#limits.connections * 7) / 8;
  }

  /**
   * @param {import('node:http').Server} server
   * @param {number} trustedProxies
   * @returns {(socket: import('node:net').Socket) => void}
   */
  counting(server, trustedProxies) {
    return (socket) => {
      const address = networkOf(clientAddress(socket.remoteAddress, undefined, 0));
      const own = (this.#counts.get(address) ?? 0) + 1;
      // Behind a proxy all of them are the proxy's.
      if (trustedProxies === 0 && own > this.#limits.connectionsPerAddress) {
        socket.destroy();
        return;
      }
      this.#counts.set(address, own);
      this.#all += 1;
      if (this.#isFull) server.closeIdleConnections();
      socket.once('close', () => {
        this.#all -= 1;
        const rest = (this.#counts.get(address) ?? 1) - 1;
        if (rest === 0) this.#counts.delete(address);
        else this.#counts.set(address, rest);
      });
    };
  }
}

/** Of IPv6 a household has 64 bits. @param {string} address */
function networkOf(address) {
  if (!isIPv6(address)) return address;
  const [before = '', after = ''] = address.split('::');
  const [head, tail] = [before, after].map((part) => part.split(':').filter(Boolean));
  const gap = Array(Math.max(0, 8 - (head?.length ?? 0) - (tail?.length ?? 0))).fill('0');
  return [...(head ?? []), ...gap, ...(tail ?? [])].slice(0, 4).join(':');
}
