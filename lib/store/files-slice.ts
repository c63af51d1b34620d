import type { SourceFile } from '../agentbay/contract';
import { newId } from './new-id';
import { sessionFiles } from './session-files';
import type { SliceContext } from './slice';
import {
  freePath,
  loadFiles,
  loadRemoved,
  MAX_SOURCE_BYTES,
  MAX_SOURCE_FILES,
  problemOfNewPath,
  type RemovedFile,
  saveFiles,
  saveRemoved,
  sizeOfText,
  withRemoved,
} from './source-files';

/** Why a file cannot be had under a name. */
export type PathRefusal = NonNullable<ReturnType<typeof problemOfNewPath>> | 'in_session';
/** Why the project takes no more; the files that it has stay as they are. */
export type ProjectRefusal = 'too_many_files' | 'project_full';

/** What has just been done to files, while the page offers to undo it or to go on with it. */
export type FilesNotice =
  | SourceNotice
  /** `content` is absent where it cannot be put back. */
  | { kind: 'removed_in_session'; path: string; content: Blob | undefined }
  | { kind: 'added'; paths: string[] };

interface SourceNotice {
  kind: 'removed' | 'replaced';
  /** As they were, with their place among the tabs. */
  files: { file: RemovedFile; index: number }[];
}

export interface FilesSlice {
  /** The program's files beside the program itself, as their tabs stand: one set for all languages. */
  sourceFiles: readonly SourceFile[];
  /** The project file in the editor; undefined: the program itself. */
  openPath: string | undefined;
  /** What was removed or replaced, newest first. */
  removedFiles: readonly RemovedFile[];
  filesNotice: FilesNotice | undefined;
  /** The file whose name is being typed; without a path it is a new one. */
  naming: { path: string | undefined } | undefined;
  /** False where the browser does not keep the files beyond this visit. */
  filesKept: boolean;
  /** Brings a project file into the editor; undefined, or one that there is not: the program itself. */
  openFile(path: string | undefined): void;
  /** Asks for the name of a new file (undefined) or a new name for one; null: no longer. */
  nameFile(path: string | undefined | null): void;
  /** Lines that wait to be inserted at the program's cursor; whoever shows it does so and calls `insertionDone`. */
  insertion: readonly string[] | undefined;
  /** Opens the program itself and inserts lines where its cursor is. */
  insertInProgram(lines: readonly string[]): void;
  insertionDone(): void;
  /** The user's edit of what is in the editor; undefined: of the program itself. */
  setText(path: string | undefined, text: string): void;
  /** Adds a file and opens it. Returns why not. */
  createFile(path: string, text?: string): PathRefusal | ProjectRefusal | undefined;
  /** Adds files or gives those that are there new texts. Returns the paths that the project had no room for. */
  putFiles(files: readonly SourceFile[]): Map<string, ProjectRefusal>;
  /** Returns why not. */
  renameFile(path: string, newPath: string): PathRefusal | undefined;
  /** They stay among the removed ones; the page offers to undo it. */
  removeFiles(paths: readonly string[]): void;
  /** Takes back what the notice tells of the program's own files. */
  undoFilesNotice(): void;
  forgetFilesNotice(): void;
  /** Puts a removed file back, under another name where its own is taken, and opens it. Returns why not. */
  putBack(id: string): ProjectRefusal | undefined;
  /** Takes up what is saved. Called once, in the browser; before that nothing is saved. */
  restoreFiles(): void;
  /** Reads what was removed again: another tab may have added to it. */
  loadRemoved(): void;
  /** Saves at once what would be saved soon. */
  flushFiles(): void;
}

const SAVE_DELAY_MS = 300;

export function createFilesSlice({ set, get, storage }: SliceContext): FilesSlice {
  let restored = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!restored) return;
    const { sourceFiles, openPath } = get();
    const filesKept = saveFiles(storage, { files: [...sourceFiles], openPath });
    if (filesKept !== get().filesKept) set({ filesKept });
  };
  const saveSoon = () => {
    if (!restored) return;
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_DELAY_MS);
  };
  const keepRemoved = (removedFiles: RemovedFile[]) => {
    set({ removedFiles });
    saveRemoved(storage, removedFiles);
  };
  /** Another tab may have added to them. */
  const removedNow = () => loadRemoved(storage) ?? get().removedFiles;

  const fileAt = (path: string | undefined) => get().sourceFiles.find((file) => file.path === path);
  /** Makes them the files; the open one is the program itself where it is gone. */
  const use = (sourceFiles: readonly SourceFile[], wanted = get().openPath) => {
    const { openPath, runMark } = get();
    const openNow = sourceFiles.some(({ path }) => path === wanted) ? wanted : undefined;
    set({ sourceFiles });
    if (runMark?.path !== undefined && !fileAt(runMark.path)) set({ runMark: undefined });
    if (openNow !== openPath) {
      set({ openPath: openNow });
      get().recheck();
    }
  };
  const change = (sourceFiles: readonly SourceFile[], wanted?: string) => {
    use(sourceFiles, wanted);
    save();
  };
  /** Why there cannot be one more file of that path beside these and what is in the session. */
  const problemBeside = (files: readonly SourceFile[], path: string): PathRefusal | undefined => {
    const problem = problemOfNewPath(path, [...files, ...sessionFiles(get())]);
    const isTheirs = problem === 'exists' && !files.some((file) => file.path === path);
    return isTheirs ? 'in_session' : problem;
  };
  const removedOf = ({ path, text }: SourceFile): RemovedFile => ({
    id: newId(),
    path,
    text,
    removedAtMs: Date.now(),
  });
  const notice = (kind: SourceNotice['kind'], files: SourceNotice['files']) => {
    keepRemoved(
      withRemoved(
        removedNow(),
        files.map(({ file }) => file),
      ),
    );
    // One offer to undo at a time.
    set({ filesNotice: { kind, files }, replaced: undefined });
  };

  return {
    sourceFiles: [],
    openPath: undefined,
    removedFiles: [],
    filesNotice: undefined,
    naming: undefined,
    insertion: undefined,
    filesKept: true,

    openFile(path) {
      const openPath = fileAt(path)?.path;
      if (openPath === get().openPath) return;
      set({ openPath });
      get().recheck();
      saveSoon();
    },

    nameFile(path) {
      set({ naming: path === null ? undefined : { path } });
    },

    insertInProgram(insertion) {
      get().openFile(undefined);
      set({ insertion, filesSheet: false });
    },

    insertionDone() {
      set({ insertion: undefined });
    },

    setText(path, text) {
      if (path === undefined) {
        get().setCode(text);
        return;
      }
      const { sourceFiles, runMark } = get();
      const old = fileAt(path);
      if (!old || old.text === text) return;
      set({ sourceFiles: sourceFiles.map((file) => (file === old ? { path, text } : file)) });
      if (runMark?.path === path) set({ runMark: undefined });
      if (path === get().openPath) get().recheck();
      saveSoon();
    },

    createFile(path, text = '') {
      const { sourceFiles } = get();
      const refusal =
        problemBeside(sourceFiles, path) ?? refusalOf([...sourceFiles, { path, text }]);
      if (!refusal) change([...sourceFiles, { path, text }], path);
      return refusal;
    },

    putFiles(files) {
      const refused = new Map<string, ProjectRefusal>();
      const replaced: SourceNotice['files'] = [];
      let all = get().sourceFiles;
      for (const file of files) {
        const index = all.findIndex(({ path }) => path === file.path);
        const next = index < 0 ? [...all, file] : all.with(index, file);
        const refusal = refusalOf(next);
        const old = all[index];
        if (refusal) {
          refused.set(file.path, refusal);
        } else if (old?.text !== file.text) {
          if (old) replaced.push({ file: removedOf(old), index });
          all = next;
        }
      }
      change(all);
      if (replaced.length > 0) notice('replaced', replaced);
      get().recheck();
      return refused;
    },

    renameFile(path, newPath) {
      const { sourceFiles, openPath } = get();
      if (path === newPath) return undefined;
      const others = sourceFiles.filter((file) => file.path !== path);
      const refusal = problemBeside(others, newPath);
      if (refusal) return refusal;
      const renamed = sourceFiles.map((file) =>
        file.path === path ? { ...file, path: newPath } : file,
      );
      change(renamed, openPath === path ? newPath : openPath);
      return undefined;
    },

    removeFiles(paths) {
      const { sourceFiles } = get();
      const gone = sourceFiles.flatMap((file, index) =>
        paths.includes(file.path) ? [{ file: removedOf(file), index }] : [],
      );
      if (gone.length === 0) return;
      notice('removed', gone);
      change(sourceFiles.filter(({ path }) => !paths.includes(path)));
    },

    undoFilesNotice() {
      const told = get().filesNotice;
      if (told?.kind !== 'removed' && told?.kind !== 'replaced') return;
      const files = [...get().sourceFiles];
      for (const { file, index } of told.files) {
        const { path, text } = file;
        const at = files.findIndex((other) => other.path === path);
        if (told.kind === 'replaced' && at >= 0) files[at] = { path, text };
        else files.splice(index, 0, { path: freePath(path, files), text });
      }
      const ids = told.files.map(({ file }) => file.id);
      keepRemoved(removedNow().filter(({ id }) => !ids.includes(id)));
      set({ filesNotice: undefined });
      change(files, told.files[0]?.file.path);
      get().recheck();
    },

    forgetFilesNotice() {
      set({ filesNotice: undefined });
    },

    putBack(id) {
      const removed = removedNow();
      const file = removed.find((one) => one.id === id);
      if (!file) return undefined;
      const { sourceFiles } = get();
      const path = freePath(file.path, [...sourceFiles, ...sessionFiles(get())]);
      const files = [...sourceFiles, { path, text: file.text }];
      const refusal = refusalOf(files);
      if (refusal) return refusal;
      keepRemoved(removed.filter((one) => one !== file));
      set({ filesNotice: undefined });
      change(files, path);
      return undefined;
    },

    restoreFiles() {
      const saved = loadFiles(storage);
      restored = true;
      use(saved?.files ?? [], saved?.openPath);
      get().loadRemoved();
    },
    loadRemoved() {
      set({ removedFiles: removedNow() });
    },
    flushFiles() {
      if (timer !== undefined) save();
    },
  };
}

function refusalOf(files: readonly SourceFile[]): ProjectRefusal | undefined {
  if (files.length > MAX_SOURCE_FILES) return 'too_many_files';
  const bytes = files.reduce((sum, { text }) => sum + sizeOfText(text), 0);
  return bytes > MAX_SOURCE_BYTES ? 'project_full' : undefined;
}
