/** What was dropped, folders with all that they hold. */
import type { Incoming } from '@/lib/store/workspace-slice';

/** Not what a user means who drops a project. */
const SKIPPED = /^(\.git|\.venv|node_modules|__pycache__|\.DS_Store)$/;
const MAX_FILES = 1000;

/** `files` are taken as they are where the browser gives no entries. */
export async function filesOf(
  entries: readonly (FileSystemEntry | null)[],
  files: readonly File[],
): Promise<Incoming[]> {
  const known = entries.filter((entry) => entry !== null);
  if (known.length === 0) return files.map((content) => ({ path: content.name, content }));
  const found: Incoming[] = [];
  for (const entry of known) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: Incoming[]): Promise<void> {
  if (SKIPPED.test(entry.name) || found.length >= MAX_FILES) return;
  if (isFile(entry)) {
    const path = entry.fullPath.replace(/^\//, '');
    const content = await new Promise<Blob>((resolve) =>
      entry.file(resolve, () => resolve(new Unreadable())),
    );
    found.push({ path, content });
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    // It gives a part of them at a time, and none at the end.
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((resolve) =>
        reader.readEntries(resolve, () => resolve([])),
      );
      if (some.length === 0) return;
      for (const one of some) await collect(one, found);
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Says that it cannot be read when someone tries to. */
class Unreadable extends Blob {
  override arrayBuffer(): Promise<ArrayBuffer> {
    return Promise.reject(new DOMException('', 'NotReadableError'));
  }
}
