/** What a visitor's session is asked between runs. */
import 'server-only';
import type { CheckProblem, CompletionResponse } from '@/lib/agentbay/contract';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import type { Language } from '@/lib/agentbay/languages';
import { throwAway } from './one-off';
import { services } from './services';

interface Asker {
  sessionId: string | undefined;
  client: string;
  /** Whose share of the places and sessions it takes. */
  address: string;
}

interface Question extends Asker {
  code: string;
  language: Language;
}

/** Syntax errors of a program, found in the visitor's own sandbox, or in one for this alone. */
export async function checkProgram({
  code,
  language,
  sessionId,
  client,
  address,
}: Question): Promise<CheckProblem[]> {
  // No session is made for a question that it cannot answer.
  if (!services().engine().capabilities.checks) return [];
  const check = (session: EngineSession) => session.check(code, language);
  return sessionId === undefined
    ? withSandbox(client, address, language, check)
    : inSession(sessionId, language, check, address);
}

/** What may be written at `cursor`. Who has no session has no context to know names from. */
export async function completeProgram({
  code,
  cursor,
  language,
  sessionId,
  address,
}: Question & { cursor: number }): Promise<CompletionResponse> {
  const { completes } = services().engine().capabilities;
  if (sessionId === undefined || !completes) return { start: cursor, end: cursor, items: [] };
  const complete = (session: EngineSession) => session.complete(code, cursor, language);
  return inSession(sessionId, language, complete, address);
}

/** Uses the visitor's session, a new one where there is none alive: then `address` has one more. */
export async function inSession<T>(
  id: string,
  language: Language,
  work: (session: EngineSession) => Promise<T>,
  address?: string,
): Promise<T> {
  const place = services().sessions.enter(id, undefined, undefined, address);
  try {
    return await work(await place.session(language));
  } finally {
    place.leave();
  }
}

async function withSandbox<T>(
  client: string,
  address: string,
  language: Language,
  work: (session: EngineSession) => Promise<T>,
): Promise<T> {
  const { admission, engine, onError } = services();
  const ticket = admission.enter(client, 'visitors', address);
  try {
    while (ticket.position > 0) await ticket.moved(ticket.position);
    const session = await engine().createSession(language);
    try {
      return await work(session);
    } finally {
      throwAway(session, undefined, onError);
    }
  } finally {
    ticket.leave();
  }
}
