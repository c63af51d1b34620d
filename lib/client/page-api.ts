import { RUN_KEY_HEADER } from '../agentbay/contract';
import { createApi, type RunbayApi } from './api';
import { isFramed, pageCredentials } from './page-credentials';

const KEY_BYTES = 32;

/**
 * The server, for the blocks of one page. Where no cookie joins their runs, in a frame of another site or
 * because the browser keeps none, the page's own key does.
 */
export function createPageApi(send: typeof fetch = (...args) => fetch(...args)): RunbayApi {
  const key = base64Url(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));
  // Who shows a key is offered no cookie, and a page of our own asks for one first.
  let wantsCookie = !isFramed();
  return createApi((input, init) => {
    const headers = new Headers(init?.headers);
    if (wantsCookie && isSession(input, init)) wantsCookie = false;
    else headers.set(RUN_KEY_HEADER, key);
    return send(input, { ...init, headers, credentials: pageCredentials() });
  });
}

function isSession(input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  return String(input).startsWith('/api/session') && (init?.method ?? 'GET') === 'GET';
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
