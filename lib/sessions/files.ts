/** The files of a visitor's session. */
import 'server-only';
import type { FilesResponse } from '@/lib/agentbay/contract';
import type { OpenFile, WorkspaceFiles } from '@/lib/agentbay/engines/engine';
import { AppError } from '@/lib/errors';
import { inSession } from './questions';
import { services } from './services';

/** Of one upload; the engine's own limits hold besides. */
export const UPLOAD_LIMIT_BYTES = 16 * 1024 * 1024;

const NONE: FilesResponse = { files: [], truncated: false };

/** Nothing where there is no session yet, or none any more: none is made for looking. */
export async function listFiles(sessionId: string | undefined): Promise<FilesResponse> {
  if (!isThere(sessionId)) return NONE;
  try {
    return await inSession(sessionId, 'python', (session) => session.files.list());
  } catch (error) {
    if (isThere(sessionId)) throw error;
    return NONE;
  }
}

/** The session is in use until `close`. Throws not_found. */
export async function openFile(
  sessionId: string | undefined,
  path: string,
): Promise<OpenFile & { close: () => void }> {
  if (!isThere(sessionId)) throw new AppError('not_found', `There is no file ${path}.`);
  const place = services().sessions.enter(sessionId);
  try {
    const session = await place.session('python');
    return { ...(await session.files.open(path)), close: () => place.leave() };
  } catch (error) {
    place.leave();
    throw error;
  }
}

/** In the visitor's session, a new one where there is none alive. */
export async function changeFiles(
  { sessionId, address }: { sessionId: string | undefined; address: string },
  change: (files: WorkspaceFiles) => Promise<void>,
): Promise<void> {
  if (sessionId === undefined) {
    const detail = 'Files belong to a session: ask GET /api/session first and send its cookie.';
    throw new AppError('bad_request', detail);
  }
  await inSession(sessionId, 'python', ({ files }) => change(files), address);
}

function isThere(sessionId: string | undefined): sessionId is string {
  return sessionId !== undefined && services().sessions.state(sessionId) !== 'none';
}
