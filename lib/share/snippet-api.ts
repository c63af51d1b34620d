/** Shares programs, and changes what has been shared. Each call rejects with a ProblemError where it fails. */
import { OFFLINE, ProblemError, problemOfResponse } from '../client/problem';
import * as z from '../client/shape';
import type { Visibility } from '../snippets/contract';
import type { ShareRequest } from './share-request';

export interface SharedLinks {
  id: string;
  revision: number;
  /** Of this page's server, whole. */
  url: string;
  secret: string;
  /** Whoever has it can change and delete what was shared. */
  editUrl: string;
  /** What it printed is on its page. */
  hasOutput: boolean;
}

/** What can be changed with the secret. Absent: it stays as it is. */
export interface HeadChanges {
  title?: string;
  visibility?: Visibility;
  /** Milliseconds since 1970; null: it stays for good. */
  expiresAtMs?: number | null;
}

const createdSchema = z.object({
  id: z.string(),
  revision: z.number(),
  url: z.string(),
  secret: z.string(),
  editUrl: z.string(),
});

export async function shareProgram(request: ShareRequest): Promise<SharedLinks> {
  const response = await send('/api/snippets', 'POST', request);
  const body: unknown = await response.json();
  const { id, revision, url, secret, editUrl } = createdSchema.parse(body);
  return {
    id,
    revision,
    url: new URL(url, location.origin).href,
    secret,
    editUrl: new URL(editUrl, location.origin).href,
    hasOutput: typeof body === 'object' && body !== null && 'receipt' in body,
  };
}

export async function changeSnippet(id: string, secret: string, changes: HeadChanges) {
  await send(`/api/snippets/${id}`, 'PATCH', changes, secret);
}

export async function deleteSnippet(id: string, secret: string): Promise<void> {
  await send(`/api/snippets/${id}`, 'DELETE', undefined, secret);
}

async function send(path: string, method: string, body?: unknown, secret?: string) {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  // Never in an address: those stand in logs and histories.
  if (secret !== undefined) headers.Authorization = `Bearer ${secret}`;
  const text = body === undefined ? null : JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(path, { method, headers, body: text, credentials: 'same-origin' });
  } catch (error) {
    throw new ProblemError(OFFLINE, { cause: error });
  }
  if (!response.ok) throw new ProblemError(await problemOfResponse(response));
  return response;
}
