/** Calls to a room. Each rejects with a ProblemError where it fails. */
import { OFFLINE, ProblemError, problemOfResponse } from '@/lib/client/problem';
import * as z from '@/lib/client/shape';
import type {
  DemoReference,
  Joined,
  MessageRequest,
  RoomOpened,
  RoomReport,
  StudentWithCode,
} from '../contract';

const openedSchema = z.object({
  code: z.string(),
  secret: z.string(),
  url: z.string(),
  wallUrl: z.string(),
});
const joinedSchema = z.object({ id: z.string(), token: z.string(), nickname: z.string() });

export async function openRoom(demo: DemoReference, revision?: number): Promise<RoomOpened> {
  const body = { demo, ...(revision === undefined ? {} : { revision }) };
  return openedSchema.parse(await (await send('/api/rooms', 'POST', { body })).json());
}

export async function joinRoom(code: string, nickname: string): Promise<Joined> {
  const response = await send(`/api/rooms/${code}/people`, 'POST', { body: { nickname } });
  return joinedSchema.parse(await response.json());
}

/** Who has one of the keys of a room. */
export interface RoomKey {
  code: string;
  key: string;
}

export async function sendReport({ code, key }: RoomKey, report: RoomReport): Promise<void> {
  await send(`/api/rooms/${code}/report`, 'POST', { body: report, key });
}

export async function sendMessage({ code, key }: RoomKey, message: MessageRequest): Promise<void> {
  // What takes something away is sent by pages that are being closed too.
  const isLast = message.data === null;
  await send(`/api/rooms/${code}/messages`, 'POST', { body: message, key, isLast });
}

export async function readStudent({ code, key }: RoomKey, id: string): Promise<StudentWithCode> {
  const response = await send(`/api/rooms/${code}/people/${id}`, 'GET', { key });
  return (await response.json()) as StudentWithCode;
}

/** By the teacher, or by the student, who leaves so. */
export async function removeStudent({ code, key }: RoomKey, id: string): Promise<void> {
  await send(`/api/rooms/${code}/people/${id}`, 'DELETE', { key });
}

export async function setDoor({ code, key }: RoomKey, isLocked: boolean): Promise<void> {
  await send(`/api/rooms/${code}`, 'PATCH', { body: { isLocked }, key });
}

export async function endRoom({ code, key }: RoomKey): Promise<void> {
  await send(`/api/rooms/${code}`, 'DELETE', { key });
}

/** The event stream; `signal` ends it. */
export async function openStream(
  { code, key }: RoomKey,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const response = await send(`/api/rooms/${code}/stream`, 'GET', { key, signal });
  if (response.body === null) throw new ProblemError(OFFLINE);
  return response.body;
}

interface Sent {
  body?: object;
  key?: string;
  signal?: AbortSignal;
  /** It arrives although the page is closed. */
  isLast?: boolean;
}

async function send(path: string, method: string, sent: Sent): Promise<Response> {
  const { body, key, signal, isLast = false } = sent;
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  // Never in an address: those stand in logs and histories.
  if (key !== undefined) headers.Authorization = `Bearer ${key}`;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      signal: signal ?? null,
      keepalive: isLast,
    });
  } catch (error) {
    throw new ProblemError(OFFLINE, { cause: error });
  }
  if (!response.ok) throw new ProblemError(await problemOfResponse(response));
  return response;
}
