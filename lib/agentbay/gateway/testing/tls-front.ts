/** For tests only: what a proxy with TLS does in front of the server. */
import { once } from 'node:events';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed';

export interface TlsFront {
  /** Without a scheme, as AGENTBAY_ENDPOINT has it. */
  endpoint: string;
  /** PEM of the certificate, for those who should trust it. */
  cert: string;
  /** `http://host:port` of the server behind it; another one may take its place. */
  target: string;
  close(): Promise<void>;
}

/** Passes everything on to `target`. Who goes away on one side is gone on the other. */
export async function tlsFront(target: string): Promise<TlsFront> {
  const { key, cert } = selfSigned();
  const server = createServer({ key, cert }, (incoming, outgoing) =>
    pass(front.target, incoming, outgoing),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const front: TlsFront = {
    endpoint: `localhost:${(server.address() as AddressInfo).port}`,
    cert,
    target,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return front;
}

function pass(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = '/' } = incoming;
  const onward = request(new URL(url, target), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
    answer.on('error', () => outgoing.destroy());
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}
