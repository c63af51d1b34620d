/** A sandbox for one piece of work that may take several runs, and which may lose it on the way. */
import 'server-only';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import type { Language } from '@/lib/agentbay/languages';
import { AppError } from '@/lib/errors';
import { throwAway } from './one-off';
import { services } from './services';

interface Worker {
  /** Whose turn it is in the queue. */
  client: string;
  /** Whose share of the places it takes. */
  address?: string | undefined;
  language: Language;
  /** Gives the place in the queue up. */
  signal?: AbortSignal;
}

/** Its session, a new one where there is none alive. */
export type OwnSandbox = () => Promise<EngineSession>;

/** Throws busy and engine_unavailable as a run does. The turn lasts until all that was made is gone. */
export async function withOwnSandbox<T>(
  { client, address, language, signal }: Worker,
  work: (sandbox: OwnSandbox) => Promise<T>,
): Promise<T> {
  const { admission, engine, onError } = services();
  const ticket = admission.enter(client, 'visitors', address);
  const leave = () => ticket.leave();
  signal?.addEventListener('abort', leave, { once: true });
  let session: EngineSession | undefined;
  try {
    while (ticket.position > 0) await ticket.moved(ticket.position);
    if (signal?.aborted) throw new AppError('busy', 'Nobody waits for it any more.');
    signal?.removeEventListener('abort', leave);
    return await work(async () => {
      if (session?.alive) return session;
      if (session) await session.dispose().catch(onError);
      session = await engine().createSession(language);
      return session;
    });
  } finally {
    signal?.removeEventListener('abort', leave);
    if (session) throwAway(session, ticket, onError);
    else ticket.leave();
  }
}
