import type {
  CheckProblem,
  CompletionResponse,
  FilesResponse,
  LanguagesResponse,
  RunContext,
  RunEvent,
  SessionResponse,
  SourceFile,
} from '../agentbay/contract';
import type { Language } from '../agentbay/languages';
import { paced } from './paced';
import { OFFLINE, ProblemError, problemOfResponse } from './problem';
import {
  checkSchema,
  completionSchema,
  filesSchema,
  languagesSchema,
  problemSchema,
  runEventSchema,
  sessionSchema,
} from './schemas';
import { readServerMessages } from './sse';

export interface RunRequest {
  code: string;
  language: Language;
  timeoutS: number;
  context: RunContext;
  stdin?: string;
  /** Written to the workspace before the program starts. */
  files?: SourceFile[];
  /** A sandbox of its own, thrown away after the run, or one for a page; absent: the session's. */
  sandbox?: 'own' | PageSandbox;
}

/** A page's own sandbox beside the session's, by a name of 16 to 32 letters and digits. */
export type PageSandbox = `page:${string}`;

/** The server as the page sees it. Each call rejects with a ProblemError where it fails. */
export interface RunbayApi {
  session(sandbox?: PageSandbox): Promise<SessionResponse>;
  /** A clean start: the session's files and variables are thrown away. */
  resetSession(sandbox?: PageSandbox): Promise<void>;
  languages(): Promise<LanguagesResponse>;
  /** The events of a run, until `done`. Aborting the signal stops the program. */
  run(request: RunRequest, signal: AbortSignal): AsyncIterable<RunEvent>;
  /** Sends text to the program's standard input; `end` closes it after that. */
  sendInput(runId: string, text: string, end: boolean): Promise<void>;
  stop(runId: string): Promise<void>;
  /** Syntax errors, found without running. */
  check(code: string, language: Language, signal: AbortSignal): Promise<CheckProblem[]>;
  /** What may be written at `cursor` (UTF-16 units) in the session's context of that language. */
  complete(request: CompletionRequest, signal: AbortSignal): Promise<CompletionResponse>;
  /** The files of the session's workspace. */
  files(): Promise<FilesResponse>;
  readFile(path: string): Promise<Blob>;
  /** Makes the file or replaces it. `onProgress` is given the share that has been sent, up to 1. */
  writeFile(path: string, content: Blob, onProgress: (share: number) => void): Promise<void>;
  deleteFile(path: string): Promise<void>;
  renameFile(path: string, newPath: string): Promise<void>;
}

export interface CompletionRequest {
  code: string;
  cursor: number;
  language: Language;
}

/** Where a file of the workspace can be downloaded. */
export function fileUrl(path: string): string {
  return `/api/files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

const sessionUrl = (sandbox: PageSandbox | undefined) =>
  sandbox === undefined ? '/api/session' : `/api/session?sandbox=${sandbox}`;

/** The real one, on `fetch`. */
export function createApi(send: typeof fetch = (...args) => fetch(...args)): RunbayApi {
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    let response: Response;
    try {
      response = await send(path, { cache: 'no-store', credentials: 'same-origin', ...init });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new ProblemError(OFFLINE, { cause: error });
    }
    if (!response.ok) throw new ProblemError(await problemOfResponse(response));
    return response;
  };
  const post = (path: string, body: unknown, init: RequestInit = {}) =>
    request(path, {
      method: 'POST',
      body: JSON.stringify(body),
      ...init,
      headers: { 'Content-Type': 'application/json', ...init.headers },
    });

  return {
    session: async (sandbox) =>
      sessionSchema.parse(await (await request(sessionUrl(sandbox))).json()),
    resetSession: async (sandbox) => {
      await request(sessionUrl(sandbox), { method: 'DELETE' });
    },
    languages: async () => languagesSchema.parse(await (await request('/api/languages')).json()),
    run: async function* (body, signal) {
      const headers = { Accept: 'text/event-stream' };
      yield* paced(runEvents(await post('/api/run', body, { headers, signal })));
    },
    sendInput: async (runId, text, end) => {
      const path = `/api/runs/${encodeURIComponent(runId)}/input`;
      await post(path, end ? { text, end } : { text });
    },
    stop: async (runId) => {
      await request(`/api/runs/${encodeURIComponent(runId)}`, { method: 'DELETE' });
    },
    check: async (code, language, signal) => {
      const response = await post('/api/check', { code, language }, { signal });
      return checkSchema.parse(await response.json()).problems;
    },
    complete: async (body, signal) => {
      const response = await post('/api/complete', body, { signal });
      return completionSchema.parse(await response.json());
    },
    files: async () => filesSchema.parse(await (await request('/api/files')).json()),
    readFile: async (path) => (await request(fileUrl(path))).blob(),
    writeFile: async (path, content, onProgress) => {
      const { upload } = await import('./upload');
      await upload(fileUrl(path), content, onProgress);
    },
    deleteFile: async (path) => {
      await request(fileUrl(path), { method: 'DELETE' });
    },
    renameFile: async (path, newPath) => {
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ path: newPath });
      await request(fileUrl(path), { method: 'PATCH', body, headers });
    },
  };
}

async function* runEvents(response: Response): AsyncGenerator<RunEvent, void, undefined> {
  if (!response.body) return;
  for await (const { event, data } of readServerMessages(response.body)) {
    const json: unknown = JSON.parse(data);
    if (event === 'problem') throw new ProblemError(problemSchema.parse(json));
    // An event of a newer server is skipped; `done` must be understood, or the run would not end.
    const known = runEventSchema.safeParse(json);
    if (known.success) yield known.data;
    else if (event === 'done') runEventSchema.parse(json);
  }
}
