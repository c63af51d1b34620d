/** A page of this server, asked for by the server itself. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { text } from 'node:stream/consumers';
import { LOCALE_COOKIE } from '@/lib/messages/locales';
import { remember } from '@/lib/remember';
import type { MadePage } from './kept-pages';

/** Carries a word that only this process knows: the request is the server's own. */
const OWN_HEADER = 'x-runbay-own';
const ownWord = () => remember('ownWord', randomUUID);

const TIMEOUT_MS = 15_000;
/** All that a page is made of besides its address: whatever else a client sends changes nothing in it. */
const PASSED_ON = ['host', 'x-forwarded-proto', 'accept-language'];

export function isOwnRequest({ headers }: { headers: Headers }): boolean {
  return headers.get(OWN_HEADER) === ownWord();
}

/** The page at that path as this client would get it; undefined where it cannot be had so. */
export async function makePage(
  path: string,
  asked: Headers,
  more: Record<string, string>,
): Promise<MadePage | undefined> {
  const server = (globalThis as { [key: symbol]: Server | undefined })[
    Symbol.for('runbay.httpServer')
  ];
  const address = server?.address();
  if (typeof address !== 'object' || address === null) return undefined;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    httpRequest({
      host: reachable(address.address),
      port: address.port,
      path,
      headers: { ...passedOn(asked), ...more, [OWN_HEADER]: ownWord() },
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
      .once('response', resolve)
      .once('error', reject)
      .end();
  });
  const html = await text(answer);
  const { 'content-type': type = '', 'content-security-policy': policy, link } = answer.headers;
  const nonce = /'nonce-([^']+)'/.exec(String(policy))?.[1];
  if (answer.statusCode !== 200 || !type.startsWith('text/html') || !nonce) return undefined;
  const headers = { 'Content-Type': type, ...(link === undefined ? {} : { Link: String(link) }) };
  return { html, nonce, headers };
}

function passedOn(asked: Headers): Record<string, string> {
  const chosen = new RegExp(`(?:^|; *)(${LOCALE_COOKIE}=[\\w-]+)`).exec(asked.get('cookie') ?? '');
  const given = PASSED_ON.map((name) => [name, asked.get(name)] as const);
  return Object.fromEntries(
    [...given, ['cookie', chosen?.[1] ?? null] as const].flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    ),
  );
}

/** Where a server that listens there is found from this machine. */
function reachable(address: string): string {
  if (address === '0.0.0.0') return '127.0.0.1';
  return isIPv6(address) && address === '::' ? '::1' : address;
}
