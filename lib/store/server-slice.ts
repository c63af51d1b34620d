import type { LanguagesResponse, SessionResponse } from '../agentbay/contract';
import type { SliceContext } from './slice';

export interface ServerSlice {
  /** Undefined until the server has told. */
  server: LanguagesResponse | undefined;
  session: SessionResponse | undefined;
  /** Asks what the server offers; silent where it does not answer. */
  loadServer(): Promise<void>;
  /** Settles when the session's cookie is set; asks again after a failure. Rejects with a ProblemError. */
  ensureSession(): Promise<void>;
  /** Asks for the session's state again; silent where the server does not answer. */
  refreshSession(): Promise<void>;
  /** A clean start: files and variables of the session are thrown away. Rejects with a ProblemError. */
  resetSession(): Promise<void>;
}

export function createServerSlice({ set, get, api }: SliceContext): ServerSlice {
  let opening: Promise<void> | undefined;

  return {
    server: undefined,
    session: undefined,

    async loadServer() {
      await api.languages().then(
        (server) => {
          const timeoutS = Math.min(get().timeoutS, server.limits.timeoutS.max);
          set({ server, timeoutS });
        },
        () => {},
      );
    },
    ensureSession() {
      opening ??= api.session().then(
        (session) => set({ session }),
        (error: unknown) => {
          opening = undefined;
          throw error;
        },
      );
      return opening;
    },
    async refreshSession() {
      await api.session().then(
        // Without a session there is no context to go on from.
        (session) => set(session.state === 'none' ? { session, contextRuns: {} } : { session }),
        () => {},
      );
    },
    async resetSession() {
      await get().ensureSession();
      await api.resetSession();
      opening = undefined;
      const workspace = { files: [], truncated: false };
      set({ contextRuns: {}, workspace, sentFiles: [], changedFiles: [] });
      await get().ensureSession();
    },
  };
}
