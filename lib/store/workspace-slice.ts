import type { FilesResponse, Problem, SourceFile, WorkspaceFile } from '../agentbay/contract';
import type { FileWork } from './file-work';
import type { PathRefusal, ProjectRefusal } from './files-slice';
import type { SliceContext } from './slice';
import { sizeOfText } from './source-files';

/** A file from outside of the page, under the path that it shall have. */
export interface Incoming {
  path: string;
  content: Blob;
}

/** What to do with files whose names are taken. */
export type ClashChoice = 'replace' | 'keep_both';

export interface Upload {
  path: string;
  sizeBytes: number;
  sentBytes: number;
}

/** Why something could not be done with a file. */
export interface FileNote {
  id: number;
  path: string;
  about:
    | PathRefusal
    | ProjectRefusal
    | `${ProjectRefusal}_so_in_session`
    | 'no_text'
    | 'over_upload'
    | 'too_many_at_once'
    | 'unreadable'
    | { problem: Problem };
}

export interface WorkspaceSlice {
  /** What lies in the session, the program's own files among it; undefined until it has been asked for. */
  workspace: FilesResponse | undefined;
  /** The program's files as they were sent with the last run. */
  sentFiles: readonly SourceFile[];
  /** Files of the program that it has changed in the session: the next run puts them back. */
  changedFiles: readonly WorkspaceFile[];
  uploads: readonly Upload[];
  fileNotes: readonly FileNote[];
  /** Files that wait for what is to be done about their names. */
  clash: { paths: readonly string[] } | undefined;
  /** Asks for the session's files again; silent where the server does not answer. */
  refreshWorkspace(): Promise<void>;
  /** A run with these files is over. */
  noteRunFiles(sent: readonly SourceFile[]): void;
  /** The program's change of that file is no longer told. */
  forgetChange(path: string): void;
  forgetFileNotes(): void;
  /** On a phone the files are over the page, for the moment. */
  filesSheet: boolean;
  /** Shows the files, or hides them. */
  toggleFiles(): void;
  /** What is done with files beyond writing in them; fetched when it is first needed. */
  fileWork(): Promise<FileWork>;
}

/** More files than these are not compared at once; they are the next time. */
const MAX_COMPARED = 8;

export function createWorkspaceSlice(context: SliceContext): WorkspaceSlice {
  const { set, get, api } = context;
  let work: Promise<FileWork> | undefined;
  let asked = 0;
  /** Of each path the state that is known to be as it was sent. */
  const asSent = new Map<string, { modifiedAtMs: number; text: string }>();
  /** Changes that are no longer told, by path: when they were made. */
  const forgotten = new Map<string, number>();

  const isAsSent = ({ path, modifiedAtMs }: WorkspaceFile, { text }: SourceFile) => {
    const known = asSent.get(path);
    return known?.modifiedAtMs === modifiedAtMs && known.text === text;
  };

  /** Size and time say most; only where they do not, the file is read. */
  const findChanged = async (files: readonly WorkspaceFile[], sent: readonly SourceFile[]) => {
    const changed: WorkspaceFile[] = [];
    let compared = 0;
    for (const file of files) {
      const source = sent.find(({ path }) => path === file.path);
      if (!source || isAsSent(file, source)) continue;
      const { path, sizeBytes, modifiedAtMs } = file;
      const { text } = source;
      if (sizeBytes === sizeOfText(text)) {
        if (compared++ >= MAX_COMPARED) continue;
        const content = await api.readFile(path).then(
          (blob) => blob.text(),
          () => undefined,
        );
        if (content === undefined) continue;
        if (content === text) {
          asSent.set(path, { modifiedAtMs, text });
          continue;
        }
      }
      if (forgotten.get(path) !== modifiedAtMs) changed.push(file);
    }
    return changed;
  };

  return {
    workspace: undefined,
    sentFiles: [],
    changedFiles: [],
    uploads: [],
    fileNotes: [],
    clash: undefined,
    filesSheet: false,

    async refreshWorkspace() {
      const own = ++asked;
      try {
        await get().ensureSession();
        const workspace = await api.files();
        if (own !== asked) return;
        set({ workspace });
        const changedFiles = await findChanged(workspace.files, get().sentFiles);
        if (own === asked) set({ changedFiles });
      } catch {
        // What was known stays; whoever does something with a file is told why it fails.
      }
    },

    noteRunFiles(sentFiles) {
      set({ sentFiles });
      void get().refreshWorkspace();
    },

    forgetChange(path) {
      const { changedFiles } = get();
      const file = changedFiles.find((one) => one.path === path);
      if (!file) return;
      forgotten.set(path, file.modifiedAtMs);
      set({ changedFiles: changedFiles.filter((one) => one !== file) });
    },

    toggleFiles() {
      const { appearance, settings, filesSheet, changeSettings } = get();
      if (appearance.phone) set({ filesSheet: !filesSheet });
      else changeSettings({ filesPane: !settings.filesPane });
    },

    forgetFileNotes() {
      set({ fileNotes: [] });
    },

    fileWork() {
      work ??= import('./file-work').then(
        ({ createFileWork }) => createFileWork(context),
        (error: unknown) => {
          work = undefined;
          throw error;
        },
      );
      return work;
    },
  };
}
