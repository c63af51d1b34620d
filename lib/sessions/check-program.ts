/** Syntax errors of a program, found in the visitor's own sandbox, or in one for this alone. */
import 'server-only';
import type { CheckProblem } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';
import { throwAway } from './one-off';
import { services } from './services';

interface CheckOrder {
  code: string;
  language: Language;
  sessionId: string | undefined;
  client: string;
}

export function checkProgram(order: CheckOrder): Promise<CheckProblem[]> {
  return order.sessionId === undefined ? checkApart(order) : checkInSession(order, order.sessionId);
}

async function checkInSession(order: CheckOrder, id: string): Promise<CheckProblem[]> {
  const place = services().sessions.enter(id);
  try {
    const session = await place.session(order.language);
    return await session.check(order.code, order.language);
  } finally {
    place.leave();
  }
}

async function checkApart({ code, language, client }: CheckOrder): Promise<CheckProblem[]> {
  const { admission, engine, onError } = services();
  const ticket = admission.enter(client);
  try {
    while (ticket.position > 0) await ticket.moved(ticket.position);
    const session = await engine().createSession(language);
    try {
      return await session.check(code, language);
    } finally {
      throwAway(session, undefined, onError);
    }
  } finally {
    ticket.leave();
  }
}
