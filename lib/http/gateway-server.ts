/** For tests only: a gateway behind an HTTP server of its own, without the pages around it. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { Gateway, type GatewayHost, type GatewayOptions } from '@/lib/agentbay/gateway/gateway';
import { answerGateway } from './gateway';

export interface GatewayServer {
  /** `http://127.0.0.1:port` */
  url: string;
  close(): Promise<void>;
}

export async function gatewayServer(
  host: GatewayHost,
  options: Partial<GatewayOptions> & Pick<GatewayOptions, 'keys'>,
): Promise<GatewayServer> {
  const gateway = new Gateway(
    {
      sessionsPerKey: 20,
      sessionIdleS: 600,
      runsPerMinute: 0,
      concurrentRuns: 8,
      maxTimeoutS: 60,
      ...options,
    },
    host,
  );
  const server = createServer(async (incoming, outgoing) => {
    const gone = new AbortController();
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) gone.abort();
    });
    const request = new Request(new URL(incoming.url ?? '/', 'http://gateway.test'), {
      method: incoming.method ?? 'GET',
      headers: incoming.headers as Record<string, string>,
      body: Readable.toWeb(incoming) as ReadableStream,
      duplex: 'half',
      signal: gone.signal,
    } as RequestInit);
    const answer = await answerGateway(gateway, request, randomUUID());
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
