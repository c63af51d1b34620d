/** Shares demos, and reads one to be changed. Each call rejects with a ProblemError where it fails. */
import * as z from '../client/shape';
import type { RecordedBlocks } from '../demos/recorded';
import {
  RECORDINGS,
  type Recording,
  type RevisionName,
  type Visibility,
} from '../snippets/contract';
import { urlOf } from '../snippets/links';
import { bodyOf, send } from './snippet-api';

export interface DemoSource {
  title: string;
  markdown: string;
  /** That was read. */
  revision: number;
  /** What its blocks gave then. */
  recorded: RecordedBlocks;
}

export interface SharedDemo extends RevisionName {
  secret: string;
  /** Absent where no output was asked for. */
  recording?: Recording | undefined;
}

export interface DemoRequest {
  markdown: string;
  /** The server runs its blocks and keeps what they give. */
  receipt?: 'run';
}

export interface NewDemoRequest extends DemoRequest {
  title: string;
  visibility: Visibility;
  /** Milliseconds since 1970; null: it stays. */
  expiresAtMs: number | null;
  parent?: RevisionName | undefined;
}

const source = z.object({ title: z.string(), markdown: z.string(), revision: z.number() });
const recording = z.optional(z.enum(RECORDINGS));
const created = z.object({ id: z.string(), revision: z.number(), secret: z.string(), recording });
const revised = z.object({ revision: z.number(), recording });

/** With the secret all of it, without it what readers may have. Undefined: it is no demo. */
export async function readDemoSource(
  id: string,
  secret: string | undefined,
): Promise<DemoSource | undefined> {
  const body = await bodyOf(await send(`/api/snippets/${id}`, 'GET', undefined, secret));
  const parsed = source.safeParse(body).data;
  // The server has made it, of runs of its own.
  const { receipt: recorded = {} } = body as { receipt?: RecordedBlocks };
  return parsed && { ...parsed, recorded };
}

export async function shareDemo(request: NewDemoRequest): Promise<SharedDemo> {
  return created.parse(await bodyOf(await send('/api/snippets', 'POST', request)));
}

export async function saveDemoRevision(
  id: string,
  secret: string,
  request: DemoRequest,
): Promise<SharedDemo> {
  const body = await bodyOf(await send(`/api/snippets/${id}`, 'PUT', request, secret));
  return { id, secret, ...revised.parse(body) };
}

/** Where it is written on. The secret stands in the fragment, which no server is sent. */
export function writingUrlOf(id: string, secret: string | undefined): string {
  return `${urlOf(id, undefined, 'demo')}/edit${secret === undefined ? '' : `#edit=${secret}`}`;
}

/** Where a document that is no shared one, as a lesson, becomes the beginning of a new demo. */
export function copyUrlOf(reference: string): string {
  return `/d/new#copy=${reference}`;
}

/** What that fragment names; undefined: nothing. */
export function readCopy(fragment: string): string | undefined {
  return /^#copy=(learn(?:\/[\w-]+){2,3})$/.exec(fragment)?.[1];
}

/** A document as Markdown, as readers may have it. Rejects with a ProblemError. */
export async function readPublicSource(path: string): Promise<string> {
  return (await send(path, 'GET')).text();
}
