/** Shares programs, and changes what has been shared. Each call rejects with a ProblemError where it fails. */
import { OFFLINE, ProblemError, problemOfResponse } from '../client/problem';
import * as z from '../client/shape';
import type { RevisionName, Visibility } from '../snippets/contract';
import { editUrlOf, urlOf } from '../snippets/links';
import { readProgram, type SharedProgram } from './program';
import type { RevisionRequest, ShareRequest } from './share-request';

export interface SharedLinks extends RevisionName {
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

const createdSchema = z.object({ id: z.string(), revision: z.number(), secret: z.string() });
const revisionSchema = z.object({ revision: z.number() });
const headSchema = z.object({ title: z.string(), latestRevision: z.number() });

export async function shareProgram(request: ShareRequest): Promise<SharedLinks> {
  const body = await bodyOf(await send('/api/snippets', 'POST', request));
  const { id, revision, secret } = createdSchema.parse(body);
  return linksOf({ id, revision, secret, hasOutput: 'receipt' in body });
}

/** Saves a new revision under the same link; those before it stay as they are. */
export async function saveRevision(
  id: string,
  secret: string,
  request: RevisionRequest,
): Promise<SharedLinks> {
  const body = await bodyOf(await send(`/api/snippets/${id}`, 'PUT', request, secret));
  const { revision } = revisionSchema.parse(body);
  return linksOf({ id, revision, secret, hasOutput: 'receipt' in body });
}

/** What the link shows now. */
export async function readNewest(
  id: string,
): Promise<{ program: SharedProgram; title: string; latestRevision: number }> {
  const body = await bodyOf(await send(`/api/snippets/${id}`, 'GET'));
  const program = readProgram(body);
  if (!program) throw new Error('This is no program.');
  return { program, ...headSchema.parse(body) };
}

export async function changeSnippet(id: string, secret: string, changes: HeadChanges) {
  await send(`/api/snippets/${id}`, 'PATCH', changes, secret);
}

export async function deleteSnippet(id: string, secret: string): Promise<void> {
  await send(`/api/snippets/${id}`, 'DELETE', undefined, secret);
}

function linksOf(made: Omit<SharedLinks, 'url' | 'editUrl'>): SharedLinks {
  const { id, secret } = made;
  const { origin } = location;
  return { ...made, url: origin + urlOf(id), editUrl: origin + editUrlOf(id, secret) };
}

export async function bodyOf(response: Response): Promise<object> {
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) throw new Error('The answer is no object.');
  return body;
}

/** Rejects with a ProblemError where the server refuses or cannot be reached. */
export async function send(path: string, method: string, body?: unknown, secret?: string) {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
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
