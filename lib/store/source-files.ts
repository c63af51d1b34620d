/** A program's files beside the program itself: their limits, and how they are kept between visits. */

import type { SourceFile } from '../agentbay/contract';
import { type WorkspacePathProblem, workspacePathProblem } from '../agentbay/workspace-path';
import * as z from '../client/shape';
import type { SavedWorkStorage } from './saved-work';

export const MAX_SOURCE_FILES = 50;
/** UTF-8, all files together; they travel with every run. */
export const MAX_SOURCE_BYTES = 512 * 1024;
/** UTF-8; a larger text goes to the session's workspace. */
export const MAX_SOURCE_FILE_BYTES = 256 * 1024;

export const SOURCE_FILES_KEY = 'runbay.files';
export const REMOVED_FILES_KEY = 'runbay.files.removed';
const VERSION = 1;
/** Files that were removed or replaced: the oldest go first. */
const MAX_REMOVED = 30;
const MAX_REMOVED_CHARACTERS = 1_000_000;

export interface SavedFiles {
  files: SourceFile[];
  /** The file whose tab was open; absent: the program itself. */
  openPath?: string | undefined;
}

/** A file, or an earlier text of one, that can be had back. */
export interface RemovedFile extends SourceFile {
  /** Unique in this browser. */
  id: string;
  /** Milliseconds since 1970. */
  removedAtMs: number;
}

const sourceFile = z.object({ path: z.string(), text: z.string() });

const filesSchema = z.object({
  version: z.literal(VERSION),
  files: z.array(sourceFile),
  openPath: z.optional(z.string()),
});

const removedSchema = z.object({
  version: z.literal(VERSION),
  removed: z.array(
    z.object({ path: z.string(), text: z.string(), id: z.string(), removedAtMs: z.number() }),
  ),
});

/** What was saved, without files that no server would take; undefined where nothing was or it is not ours. */
export function loadFiles(storage: SavedWorkStorage | undefined): SavedFiles | undefined {
  const saved = load(storage, SOURCE_FILES_KEY, filesSchema);
  if (!saved) return undefined;
  const files: SourceFile[] = [];
  for (const file of saved.files) {
    if (!problemOfNewPath(file.path, files)) files.push(file);
  }
  return { files, openPath: saved.openPath };
}

export function loadRemoved(storage: SavedWorkStorage | undefined): RemovedFile[] | undefined {
  return load(storage, REMOVED_FILES_KEY, removedSchema)?.removed;
}

/** False where the browser does not keep it: storage that is blocked or full. */
export function saveFiles(storage: SavedWorkStorage | undefined, saved: SavedFiles): boolean {
  return save(storage, SOURCE_FILES_KEY, saved);
}

export function saveRemoved(
  storage: SavedWorkStorage | undefined,
  removed: readonly RemovedFile[],
): boolean {
  return save(storage, REMOVED_FILES_KEY, { removed });
}

/** The removed files with some more, newest first; the same text of the same file is not kept twice. */
export function withRemoved(
  removed: readonly RemovedFile[],
  more: readonly RemovedFile[],
): RemovedFile[] {
  const isNew = (old: RemovedFile) =>
    !more.some(({ path, text }) => path === old.path && text === old.text);
  let characters = 0;
  return [...more, ...removed.filter(isNew)].slice(0, MAX_REMOVED).filter(({ text }, index) => {
    characters += text.length;
    return index < more.length || characters <= MAX_REMOVED_CHARACTERS;
  });
}

/** Why there cannot be one more file of that path: the rules of names, or a file or folder that is there. */
export function problemOfNewPath(
  path: string,
  files: readonly { path: string }[],
): WorkspacePathProblem | 'exists' | 'is_folder' | 'in_file' | undefined {
  const problem = workspacePathProblem(path);
  if (problem) return problem;
  for (const other of files) {
    if (other.path === path) return 'exists';
    if (other.path.startsWith(`${path}/`)) return 'is_folder';
    if (path.startsWith(`${other.path}/`)) return 'in_file';
  }
  return undefined;
}

/** UTF-8. */
export function sizeOfText(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** `path`, which keeps the rules of names, or one like `data-2.csv` where there cannot be another of that name. */
export function freePath(path: string, files: readonly { path: string }[]): string {
  let [, stem = path, extension = ''] = /^(.*[^/])(\.[^./]{1,16})$/s.exec(path) ?? [];
  for (let number = 1; ; number++) {
    const next = number === 1 ? path : `${stem}-${number}${extension}`;
    const problem = problemOfNewPath(next, files);
    if (!problem) return next;
    if (problem === 'in_file') stem = stem.replaceAll('/', '-');
    if (problem === 'too_long' || problem === 'part_too_long')
      stem = stem.slice(0, -3).toWellFormed();
  }
}

function load<T>(
  storage: SavedWorkStorage | undefined,
  key: string,
  schema: z.Shape<T>,
): T | undefined {
  try {
    const text = storage?.getItem(key);
    const parsed = schema.safeParse(text ? JSON.parse(text) : undefined);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function save(storage: SavedWorkStorage | undefined, key: string, value: object): boolean {
  try {
    storage?.setItem(key, JSON.stringify({ version: VERSION, ...value }));
    return storage !== undefined;
  } catch {
    return false;
  }
}
