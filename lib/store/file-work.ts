/** What is done with files beyond writing in them. The page fetches it when it is first needed. */
import type { SourceFile } from '../agentbay/contract';
import { LANGUAGE_NAMES, LANGUAGES } from '../agentbay/languages';
import { workspacePathProblem } from '../agentbay/workspace-path';
import { problemOf } from '../client/problem';
import { sessionFiles } from './session-files';
import type { SliceContext } from './slice';
import {
  freePath,
  MAX_SOURCE_BYTES,
  MAX_SOURCE_FILE_BYTES,
  problemOfNewPath,
} from './source-files';
import type { ClashChoice, FileNote, Incoming } from './workspace-slice';

/** The most that the server takes in one upload. */
export const MAX_UPLOAD_BYTES = 16 * 1024 * 1024;
/** A folder may hold any number. */
const MAX_AT_ONCE = 200;

export interface FileWork {
  /** Files from outside: small texts become the program's own, others go to the session. */
  add(incoming: readonly Incoming[]): Promise<void>;
  /** What to do about names that are taken; undefined: those files stay away. */
  settleClash(choice: ClashChoice | undefined): void;
  /** Makes a small text of the session a file of the program, and opens it. */
  keep(path: string): Promise<void>;
  /** The program's version of one of its files becomes the file's text. */
  takeVersion(path: string): Promise<void>;
  removeFromSession(path: string): Promise<void>;
  /** Puts back what `removeFromSession` has removed last. */
  undoRemoval(): Promise<void>;
  /** False where the name cannot be had; a note says why. */
  renameInSession(path: string, newPath: string): Promise<boolean>;
}

/** A file from outside that is known to be wanted; `text` where it can be the program's own. */
interface Sorted extends Incoming {
  text: string | undefined;
}

export function createFileWork({ set, get, api }: SliceContext): FileWork {
  let answer: ((choice: ClashChoice | undefined) => void) | undefined;
  let lastId = 0;

  const note = (path: string, about: FileNote['about']) => {
    const id = ++lastId;
    const others = get().fileNotes.filter((one) => one.path !== path);
    set({ fileNotes: [...others, { id, path, about }] });
  };
  const fail = (path: string, error: unknown) => note(path, { problem: problemOf(error) });

  const sort = async ({ path, content }: Incoming): Promise<Sorted | undefined> => {
    const problem = workspacePathProblem(path);
    if (problem && problem !== 'reserved') note(path, problem);
    else if (content.size > MAX_UPLOAD_BYTES) note(path, 'over_upload');
    else {
      try {
        const text = await textOf(content, MAX_SOURCE_FILE_BYTES);
        if (problem !== 'reserved') return { path, content, text };
        if (text === undefined) note(path, 'reserved');
        else openAsProgram(path, text);
      } catch {
        note(path, 'unreadable');
      }
    }
    return undefined;
  };

  const openAsProgram = (path: string, code: string) => {
    const language = LANGUAGES.find((id) => LANGUAGE_NAMES[id].fileName === path);
    if (language) get().openProgram({ language, code }, new Set());
  };

  /** Names that are taken by something else; a file that is there already as it comes is no clash. */
  const clashes = (files: readonly Sorted[]) =>
    files.filter(({ path, text }) => {
      const { sourceFiles } = get();
      const own = sourceFiles.find((file) => file.path === path);
      if (own) return own.text !== text;
      return sessionFiles(get()).some((file) => file.path === path);
    });

  const askAbout = (paths: string[]) => {
    answer?.(undefined);
    set({ clash: { paths } });
    return new Promise<ClashChoice | undefined>((resolve) => {
      answer = resolve;
    });
  };

  const upload = async ({ path, content }: Incoming): Promise<boolean> => {
    const tell = (sentBytes: number) => {
      const others = get().uploads.filter((one) => one.path !== path);
      set({ uploads: [...others, { path, sizeBytes: content.size, sentBytes }] });
    };
    tell(0);
    try {
      await get().ensureSession();
      await api.writeFile(path, content, (share) => tell(share * content.size));
      return true;
    } catch (error) {
      fail(path, error);
      return false;
    } finally {
      set({ uploads: get().uploads.filter((one) => one.path !== path) });
    }
  };

  const addSorted = async (files: readonly Sorted[]) => {
    const added: string[] = [];
    const forSession: Incoming[] = files.filter(({ text }) => text === undefined);
    const sources = files.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
    const refused = get().putFiles(sources);
    for (const { path, content } of files) {
      const refusal = refused.get(path);
      if (refusal === 'too_many_files' || refusal === 'project_full') {
        // It is better to have it for a while than not at all.
        forSession.push({ path, content });
        note(path, `${refusal}_so_in_session`);
      } else if (refusal) {
        note(path, refusal);
      }
    }
    added.push(...sources.map(({ path }) => path).filter((path) => !refused.has(path)));

    // The program's file of that name would take the upload's place with the next run.
    get().removeFiles(forSession.map(({ path }) => path));
    for (const file of forSession) if (await upload(file)) added.push(file.path);
    if (forSession.length > 0) {
      await Promise.all([get().refreshWorkspace(), get().refreshSession()]);
    }
    if (added.length > 0 && get().filesNotice === undefined) {
      set({ filesNotice: { kind: 'added', paths: added }, replaced: undefined });
    }
  };

  /** A text of the session; undefined where it cannot be had, and a note says why. */
  const readText = async (path: string): Promise<string | undefined> => {
    try {
      const text = await textOf(await api.readFile(path), MAX_SOURCE_BYTES);
      if (text === undefined) note(path, 'no_text');
      return text;
    } catch (error) {
      fail(path, error);
      return undefined;
    }
  };

  return {
    async add(incoming) {
      set({ fileNotes: [], filesNotice: undefined });
      if (!get().workspace) await get().refreshWorkspace();
      const sorted: Sorted[] = [];
      for (const file of incoming.slice(0, MAX_AT_ONCE)) {
        const one = await sort(file);
        if (one) sorted.push(one);
      }
      const left = incoming[MAX_AT_ONCE];
      if (left) note(left.path, 'too_many_at_once');
      const taken = new Set(clashes(sorted));
      const choice =
        taken.size > 0 ? await askAbout([...taken].map(({ path }) => path)) : undefined;
      const all = [...get().sourceFiles, ...sessionFiles(get())];
      const wanted = sorted.flatMap((file) => {
        if (!taken.has(file) || choice === 'replace') return [file];
        if (choice !== 'keep_both') return [];
        const path = freePath(file.path, all);
        all.push({ path, text: '' });
        return [{ ...file, path }];
      });
      await addSorted(wanted);
    },

    settleClash(choice) {
      set({ clash: undefined });
      answer?.(choice);
      answer = undefined;
    },

    async keep(path) {
      const text = await readText(path);
      if (text === undefined) return;
      const file: SourceFile = { path, text };
      const refusal = get().putFiles([file]).get(path);
      if (refusal) note(path, refusal);
      else get().openFile(path);
    },

    async takeVersion(path) {
      const text = await readText(path);
      if (text === undefined) return;
      const refusal = get().putFiles([{ path, text }]).get(path);
      if (refusal) note(path, refusal);
      else get().forgetChange(path);
    },

    async removeFromSession(path) {
      const size = get().workspace?.files.find((file) => file.path === path)?.sizeBytes ?? 0;
      try {
        // What is too large to be put back is not fetched either.
        const content = size > MAX_UPLOAD_BYTES ? undefined : await api.readFile(path);
        await api.deleteFile(path);
        const filesNotice = { kind: 'removed_in_session', path, content } as const;
        set({ filesNotice, replaced: undefined });
      } catch (error) {
        fail(path, error);
      }
      await get().refreshWorkspace();
    },

    async undoRemoval() {
      const { filesNotice } = get();
      if (filesNotice?.kind !== 'removed_in_session' || !filesNotice.content) return;
      const { path, content } = filesNotice;
      set({ filesNotice: undefined });
      await upload({ path, content });
      await get().refreshWorkspace();
    },

    async renameInSession(path, newPath) {
      const others = [...get().sourceFiles, ...sessionFiles(get())].filter(
        (file) => file.path !== path,
      );
      const refusal = problemOfNewPath(newPath, others);
      if (refusal) {
        note(newPath, refusal);
        return false;
      }
      try {
        await api.renameFile(path, newPath);
        return true;
      } catch (error) {
        fail(path, error);
        return false;
      } finally {
        await get().refreshWorkspace();
      }
    },
  };
}

/** The text of a small file; undefined where it is larger, or no UTF-8 text. Rejects where it cannot be read. */
async function textOf(content: Blob, limitBytes: number): Promise<string | undefined> {
  if (content.size > limitBytes) return undefined;
  const bytes = await content.arrayBuffer();
  try {
    // A byte order mark is a part of the file, which shall come out as it went in.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
