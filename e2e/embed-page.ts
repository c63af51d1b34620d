/** What the tests of embeds share: programs to embed, and pages of somebody else's site. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SnippetCreated } from '../lib/snippets/contract';
import type { ApiClient } from './api-client';
import { expect } from './fixtures';

export const HOSTILE = `<img src=x onerror="document.title='taken'"></script><script>document.title='taken'</script>`;

/** The foreign pages are on `localhost`, Runbay on 127.0.0.1: for a browser two sites. */
export const FOREIGN = /request to another host: http:\/\/localhost:/;

export async function share(author: ApiClient, body: object): Promise<SnippetCreated> {
  const response = await author.post('/api/snippets', {
    language: 'python',
    timeoutS: 10,
    receipt: 'run',
    ...body,
  });
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBe(201);
  return answer;
}

export function remove(author: ApiClient, { id, secret }: SnippetCreated): Promise<Response> {
  return author.request(`/api/snippets/${id}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${secret}` },
  });
}

/** Somebody else's site, which answers every address with the page that `html` gives for it. */
export async function foreignSite(
  html: (path: string) => string,
  headers: Record<string, string> = {},
) {
  const server = createServer(({ url = '/' }, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(`<!doctype html><title>A blog</title><main><h1>A blog</h1>${html(url)}</main>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, close: () => server.close() };
}
